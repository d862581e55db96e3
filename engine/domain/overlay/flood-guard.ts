import type { Pair } from '../../contracts/pairs.ts'
import type { Side } from '../../contracts/primitives.ts'
import type { Refusal } from '../../contracts/vocabulary.ts'
import { HOUR_MS, MINUTE_MS } from '../market/civil.ts'
import { tradingDayMs } from '../market/session-clock.ts'
import { refusal } from './refusal.ts'

export const FLOOD_LIMITS = { cooldownMs: 30 * MINUTE_MS, perHour: 4, perDay: 25 } as const

/** What has been issued lately on one terminal, oldest first. */
export type Issued = Readonly<{ pair: Pair; atMs: number }>

/** What stands on the symbol already: the side of an open mission, and whether a position is open. */
export type Standing = Readonly<{ mission: Side | null; position: boolean }>

/** Keeps missions rare and of one mind: one open a symbol, none against it, 30 min between two of a symbol, 4 an hour, 25 a trading day. */
export function flood(
  pair: Pair,
  side: Side,
  marketMs: number,
  issued: readonly Issued[],
  standing: Standing,
): Refusal[] {
  const reasons: Refusal[] = []
  if (standing.mission === side)
    reasons.push(refusal('MISSION_OPEN', `${pair} has an open mission already.`, 1, 1))
  else if (standing.mission !== null) {
    const text = `The open ${pair} mission is a ${standing.mission}; this one would be against it.`
    reasons.push(refusal('MISSION_AGAINST', text, 1, 1))
  }
  if (standing.position) reasons.push(refusal('POSITION_OPEN', `${pair} has an open position already.`, 1, 1))
  const lastMs = issued.findLast(entry => entry.pair === pair)?.atMs
  if (lastMs !== undefined && marketMs - lastMs < FLOOD_LIMITS.cooldownMs) {
    const minutes = Math.floor((marketMs - lastMs) / MINUTE_MS)
    reasons.push(
      refusal('COOLDOWN', `The last ${pair} mission is ${minutes} min old; 30 min apart.`, minutes, 30),
    )
  }
  const inHour = issued.filter(entry => marketMs - entry.atMs < HOUR_MS).length
  if (inHour >= FLOOD_LIMITS.perHour) {
    reasons.push(
      refusal(
        'HOURLY_LIMIT',
        `${inHour} missions in the last hour; at most 4.`,
        inHour,
        FLOOD_LIMITS.perHour,
      ),
    )
  }
  const dayMs = tradingDayMs(marketMs)
  const today = issued.filter(entry => entry.atMs >= dayMs).length
  if (today >= FLOOD_LIMITS.perDay) {
    reasons.push(refusal('DAILY_LIMIT', `${today} missions today; at most 25.`, today, FLOOD_LIMITS.perDay))
  }
  return reasons
}
