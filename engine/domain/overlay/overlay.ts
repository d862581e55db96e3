import type { Denial, Refusal, RefusalCode } from '../../contracts/vocabulary.ts'
import { HOUR_MS } from '../market/civil.ts'
import { pipsFromPoints } from '../market/price.ts'
import { isDeadHour, msToWeekend } from '../market/session-clock.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'

const SPREAD_OVER_NORM = 2
const SPREAD_OF_STOP = 0.15
const WEEKEND_MS = 2 * HOUR_MS

export const refusal = (
  code: RefusalCode,
  text: string,
  value: number | null,
  limit: number | null,
): Refusal => ({
  code,
  text,
  value,
  limit,
})

/** Friction between a setup and a trade: every reason that stands in the way now, each with its figure. */
export function friction(market: SymbolMarket, marketMs: number, stopPoints: number): Refusal[] {
  return [...stale(market, marketMs), ...spread(market, marketMs, stopPoints), ...hours(marketMs)]
}

/** Older than the 99th percentile of this pair's silences at this hour, and than ten seconds. */
export function stale(market: SymbolMarket, marketMs: number): Refusal[] {
  const ageMs = marketMs - market.tickMs
  const limitMs = market.gaps.staleAfterMs(market.tickMs)
  if (market.ticks > 0 && ageMs <= limitMs) return []
  const text = `The last tick is ${Math.round(ageMs / 1_000)} s old; usual here is under ${Math.round(limitMs / 1_000)} s.`
  return [refusal('STALE_DATA', text, ageMs, limitMs)]
}

/** A bar is closed by the next tick. After a long silence the price that it closed at is gone. */
export function lateBar(market: SymbolMarket, marketMs: number, closeMs: number): Refusal[] {
  const ageMs = marketMs - closeMs
  const limitMs = market.gaps.staleAfterMs(closeMs)
  if (ageMs <= limitMs) return []
  const text = `The bar had closed ${Math.round(ageMs / 1_000)} s before the next tick; usual here is under ${Math.round(limitMs / 1_000)} s.`
  return [refusal('STALE_DATA', text, ageMs, limitMs)]
}

function spread(market: SymbolMarket, marketMs: number, stopPoints: number): Refusal[] {
  const reasons: Refusal[] = []
  const pips = (points: number) => pipsFromPoints(points, market.digits).toFixed(1)
  const norm = market.spreadNorm.at(marketMs)
  if (norm === null) {
    reasons.push(
      refusal('SPREAD_NORM_UNKNOWN', 'Too few ticks to know what a usual spread is here.', null, null),
    )
  } else if (market.spread > SPREAD_OVER_NORM * norm) {
    const text = `The spread is ${pips(market.spread)} pips, usual at this hour is ${pips(norm)}.`
    reasons.push(refusal('SPREAD_ABOVE_NORM', text, market.spread, SPREAD_OVER_NORM * norm))
  }
  if (market.spread > SPREAD_OF_STOP * stopPoints) {
    const share = Math.round((100 * market.spread) / stopPoints)
    const text = `The spread takes ${share} % of the ${pips(stopPoints)}-pip stop; the limit is 15 %.`
    reasons.push(refusal('SPREAD_OF_STOP', text, market.spread / stopPoints, SPREAD_OF_STOP))
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
