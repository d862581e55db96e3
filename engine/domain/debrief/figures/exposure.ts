import type { ExposureFigures } from '../../../contracts/debrief.ts'
import { real } from '../../statistics/measured.ts'
import { mean } from '../../statistics/moments.ts'
import { quantile } from '../../statistics/quantile.ts'
import type { TradeRows } from '../record/trade-rows.ts'
import type { Sample } from './sample.ts'

/** How much of the time, how many lots and how much risk the trades took. Week-ends do not pass: the market's clock stands still. */
export function exposureOf({ numbers }: TradeRows, { rows }: Sample): ExposureFigures {
  const [opens, closes] = [numbers.openMs.of(rows), numbers.closeMs.of(rows)]
  const holds = closes.map((closeMs, k) => closeMs - (opens[k] as number)).sort()
  const lots = numbers.lots.of(rows)
  const risks = numbers.riskPct.of(rows).filter(pct => !Number.isNaN(pct))
  const { openMs, mostOpen, spanMs } = overlap(numbers.openClockMs.of(rows), numbers.closeClockMs.of(rows))
  return {
    inMarket: real(openMs / spanMs),
    meanHoldMs: real(mean(holds)),
    medianHoldMs: real(quantile(holds, 0.5)),
    mostOpen,
    meanLots: real(mean(lots)),
    mostLots: real(largest(lots)),
    riskKnown: risks.length,
    meanRiskPct: real(mean(risks)),
    mostRiskPct: real(largest(risks)),
  }
}

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity)

/** Time in which anything was open, of all of it, and how many were open at once; a trade ends before the next one opens. */
function overlap(
  opens: Float64Array,
  closes: Float64Array,
): { openMs: number; mostOpen: number; spanMs: number } {
  opens.sort()
  closes.sort()
  let [openMs, mostOpen, open, since] = [0, 0, 0, 0]
  for (let o = 0, c = 0; c < closes.length;) {
    const [opensAt, closesAt] = [opens[o] ?? Infinity, closes[c] as number]
    // One that opens and closes in the same moment is counted in before it is counted out.
    if (opensAt < closesAt || open === 0) {
      if (open++ === 0) since = opensAt
      mostOpen = Math.max(mostOpen, open)
      o++
    } else {
      if (--open === 0) openMs += Math.max(0, closesAt - since)
      c++
    }
  }
  return { openMs, mostOpen, spanMs: (closes.at(-1) ?? 0) - (opens[0] ?? 0) }
}
