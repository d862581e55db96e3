import type { Refusal } from '../../contracts/vocabulary.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import { activity } from '../overlay/activity.ts'
import { costRules } from '../overlay/cost.ts'
import { exposure } from '../overlay/exposure.ts'
import { news } from '../overlay/news.ts'
import { hours, spread, stale } from '../overlay/overlay.ts'
import { refusal } from '../overlay/refusal.ts'
import type { Assessment, Circumstances } from './assess.ts'
import type { Proposal, Setup } from './setup.ts'
import { VALUE_GATE } from './value.ts'

/** Every reason that stands in the way, in the order in which they are documented. */
export function refuse(
  market: SymbolMarket,
  setup: Setup,
  { side, stopPoints }: Proposal,
  at: Circumstances,
  minuteMs: number,
  expectedR: number,
  sizeFactor: number,
): Pick<Assessment, 'refusals' | 'warnings'> {
  const { quote, nowMs, closeMs, commissionPoints, calendar } = at
  const announced = news(calendar, market.pair, minuteMs)
  const mayGoOn = at.noCalendar === 'warn'
  const { sigmaRatio } = market.volatility
  const { ratio: volumeRatio } = market.volumeNorm
  const refusals = [
    ...watched(setup),
    ...valueGate(expectedR),
    ...announced.filter(({ code }) => !(mayGoOn && code === 'CALENDAR_MISSING')),
    ...stale(quote, nowMs, closeMs),
    ...spread(quote, stopPoints, market.digits),
    ...hours(minuteMs),
    ...costRules(stopPoints, quote.ask - quote.bid, commissionPoints, market.digits),
    ...activity(sigmaRatio, volumeRatio),
    ...exposure(market.pair, side, at.riskPct * sizeFactor, at.open),
  ]
  const warnings = mayGoOn
    ? announced.filter(({ code }) => code === 'CALENDAR_MISSING').map(({ text }) => text)
    : []
  return { refusals, warnings }
}

/** Followed to its end for the evidence, and never issued. */
function watched({ name, use }: Setup): Refusal[] {
  if (use !== 'watch') return []
  const text = `${name} is on the watch-list: its evidence does not hold on unseen years.`
  return [refusal('WATCH_ONLY', text, null, null)]
}

function valueGate(expectedR: number): Refusal[] {
  if (expectedR > VALUE_GATE) return []
  const text = `Expected value is ${expectedR.toFixed(3)} R after cost; the gate is ${VALUE_GATE} R.`
  return [refusal('VALUE_BELOW_GATE', text, expectedR, VALUE_GATE)]
}
