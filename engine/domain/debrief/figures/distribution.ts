import { FEW_TRADES, type ExcursionFigures, type ResultHistogram } from '../../../contracts/debrief.ts'
import { quantile } from '../../statistics/quantile.ts'
import type { TradeRows } from '../record/trade-rows.ts'
import type { Sample } from './sample.ts'

const FROM_R = -3
const WIDTH_R = 0.25
const BARS = 32

/** The same bars for every trader, so that two pictures can be laid side by side. */
export function histogramOf({ r }: Sample): ResultHistogram {
  const counts = new Float64Array(BARS)
  for (const result of r) {
    const bar = Math.max(0, Math.min(BARS - 1, Math.floor((result - FROM_R) / WIDTH_R)))
    counts[bar] = (counts[bar] as number) + 1
  }
  return { fromR: FROM_R, widthR: WIDTH_R, counts: [...counts] }
}

/** Dots of a picture: more of them hide each other. */
const DOTS = 400

/**
 * Adverse and favourable excursion of each trade: J. Sweeney, "Maximum Adverse Excursion", Wiley 1997. Of many, dots taken evenly
 * from the oldest to the newest; the medians are of all.
 */
export function excursionsOf({ numbers }: TradeRows, { rows }: Sample): ExcursionFigures {
  const mae = numbers.maeR.values
  const known = rows.filter(row => !Number.isNaN(mae[row] as number))
  const r = numbers.r.values
  const step = Math.max(1, known.length / DOTS)
  const dots = Array.from(
    { length: Math.min(DOTS, known.length) },
    (_, k) => known[Math.floor(k * step)] as number,
  )
  const winners = spreadOf(numbers.maeR.of(known.filter(row => (r[row] as number) > 0)))
  const losers = spreadOf(numbers.mfeR.of(known.filter(row => (r[row] as number) < 0)))
  return {
    known: known.length,
    n: rows.length,
    points: dots.map(row => ({
      maeR: mae[row] as number,
      mfeR: numbers.mfeR.values[row] as number,
      r: r[row] as number,
    })),
    winners: winners && { n: winners.n, medianMaeR: winners.median, p90MaeR: winners.p90 },
    losers: losers && { n: losers.n, medianMfeR: losers.median, p90MfeR: losers.p90 },
  }
}

function spreadOf(values: Float64Array): { n: number; median: number; p90: number } | null {
  if (values.length < FEW_TRADES) return null
  values.sort()
  return { n: values.length, median: quantile(values, 0.5), p90: quantile(values, 0.9) }
}
