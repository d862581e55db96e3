import type { Denial } from '../../contracts/vocabulary.ts'
import { sizeFactorOf } from '../citadel/shield.ts'
import { exposure } from '../overlay/exposure.ts'
import { news } from '../overlay/news.ts'
import { hours } from '../overlay/overlay.ts'
import { isMedic } from './book-rules.ts'
import { entryPrice, fillQuote } from './fill-quote.ts'
import { freshness, type Aged } from './freshness.ts'
import { denial, type ShotInputs } from './shot.ts'

/** After half of the daily stop. */
const MEDIC_FACTOR = 0.5

/** Percent of the balance that this shot may risk: what the limits allow, made smaller by the shield and by a bad day. */
export const riskPctOf = ({
  limits,
  mission,
  guards,
}: Pick<ShotInputs, 'limits' | 'mission' | 'guards'>): number =>
  limits.riskPct * sizeFactorOf(mission.shield) * (isMedic(guards) ? MEDIC_FACTOR : 1)

/** The circumstances of a mission, once more at the moment of firing: clock, news, age, and what else is open. */
export function conditions(inputs: ShotInputs): Denial[] {
  const { marketMs, mission, open } = inputs
  return [
    ...hours(marketMs),
    ...newsRules(inputs),
    ...freshnessRules(inputs),
    ...exposure(mission.pair, mission.side, riskPctOf(inputs), open),
  ]
}

/** A drill is issued without a calendar, so it is fired without one; news that is known stops it too. */
export function newsRules({
  calendar,
  noCalendar,
  mission,
  marketMs,
  newsMinutes,
}: Pick<ShotInputs, 'calendar' | 'noCalendar' | 'mission' | 'marketMs' | 'newsMinutes'>): Denial[] {
  const reasons = news(calendar, mission.pair, marketMs, newsMinutes)
  return mission.drill || noCalendar === 'warn'
    ? reasons.filter(({ code }) => code !== 'CALENDAR_MISSING')
    : reasons
}

/** How far the price is from an order that waits for it says nothing against it. */
function freshnessRules(inputs: ShotInputs): Denial[] {
  const aged = ageOf({ ...inputs, quote: fillQuote(inputs) })
  return aged?.is === 'EXPIRED' ? [denial('NOT_FRESH', aged.text)] : []
}

/** How much of a mission is still true at the price of now; null: there is no price. */
export function ageOf({
  mission,
  quote,
  freshness: now,
}: Pick<ShotInputs, 'mission' | 'freshness'> &
  Readonly<{ quote: ReturnType<typeof fillQuote> }>): Aged | null {
  if (!quote) return null
  const drift = Math.abs(entryPrice(mission.side, quote) - mission.entry)
  const { rangePoints, spreadRatio, volumeRatio } = now
  const driftOfRange = rangePoints === null || rangePoints <= 0 ? null : drift / rangePoints
  return freshness({ driftOfRange, spreadRatio, volumeRatio })
}
