import type { Denial, Refusal } from '../../contracts/vocabulary.ts'
import { HOUR_MS } from '../market/civil.ts'
import { pipsFromPoints } from '../market/price.ts'
import { isDeadHour, msToWeekend } from '../market/session-clock.ts'
import type { Quote } from './quote.ts'
import { refusal } from './refusal.ts'

const SPREAD_OVER_NORM = 2
const SPREAD_OF_STOP = 0.15
/** Before the week-end no entries for so long. */
export const WEEKEND_MS = 2 * HOUR_MS

/**
 * Older than the 99th percentile of this pair's silences at this hour, and than ten seconds. A bar is closed by the next
 * tick: after a long silence the price that it closed at is gone.
 */
export function stale(quote: Quote, nowMs: number, closeMs: number): Refusal[] {
  const limitMs = quote.staleAfterMs
  if (limitMs === null) return []
  const seconds = (ms: number) => Math.round(ms / 1_000)
  const tickAgeMs = nowMs - quote.atMs
  if (tickAgeMs > limitMs) {
    const text = `The last tick is ${seconds(tickAgeMs)} s old; usual here is under ${seconds(limitMs)} s.`
    return [refusal('STALE_DATA', text, tickAgeMs, limitMs)]
  }
  const barAgeMs = nowMs - closeMs
  if (barAgeMs <= limitMs) return []
  const text = `The bar had closed ${seconds(barAgeMs)} s before the next tick; usual here is under ${seconds(limitMs)} s.`
  return [refusal('STALE_DATA', text, barAgeMs, limitMs)]
}

/** Against what is usual at this hour, and against the stop. Points. */
export function spread({ bid, ask, usualSpread }: Quote, stopPoints: number, digits: number): Refusal[] {
  const reasons: Refusal[] = []
  const wide = ask - bid
  const pips = (points: number) => pipsFromPoints(points, digits).toFixed(1)
  if (usualSpread === null) {
    reasons.push(
      refusal('SPREAD_NORM_UNKNOWN', 'Too few ticks to know what a usual spread is here.', null, null),
    )
  } else if (wide > SPREAD_OVER_NORM * usualSpread) {
    const text = `The spread is ${pips(wide)} pips, usual at this hour is ${pips(usualSpread)}.`
    reasons.push(refusal('SPREAD_ABOVE_NORM', text, wide, SPREAD_OVER_NORM * usualSpread))
  }
  if (wide > SPREAD_OF_STOP * stopPoints) {
    const share = Math.round((100 * wide) / stopPoints)
    const text = `The spread takes ${share} % of the ${pips(stopPoints)}-pip stop; the limit is 15 %.`
    reasons.push(refusal('SPREAD_OF_STOP', text, wide / stopPoints, SPREAD_OF_STOP))
  }
  return reasons
}

type HoursReason = Refusal & Denial

/** The hours without entries: for a mission when it is made, and for its shot when it is fired. */
export function hours(marketMs: number): HoursReason[] {
  const reasons: HoursReason[] = []
  if (isDeadHour(marketMs)) {
    const text = 'No entries from 16:15 to 19:00 in New York: spreads widen there.'
    reasons.push({ code: 'DEAD_HOURS', text, value: null, limit: null })
  }
  const leftMs = msToWeekend(marketMs)
  if (leftMs < WEEKEND_MS) {
    const text = `The week-end begins in ${Math.round(leftMs / 60_000)} min; no entries in its last two hours.`
    reasons.push({ code: 'WEEKEND_NEAR', text, value: leftMs, limit: WEEKEND_MS })
  }
  return reasons
}
