import type { EpochMs } from '../../contracts/primitives.ts'
import { DAY_MS, WEEK_MS } from '../market/civil.ts'
import { msIntoWeek, tradingDayMs } from '../market/session-clock.ts'

/** Start of the trading week that this instant belongs to: Sunday 17:00 in New York, whichever its clock was on that day. */
export function tradingWeekMs(utcMs: number): EpochMs {
  // Noon of the week's first day: no change of clocks lies between it and the week's start.
  const daysIntoWeek = Math.floor(msIntoWeek(utcMs) / DAY_MS)
  return tradingDayMs(tradingDayMs(utcMs) - daysIntoWeek * DAY_MS + DAY_MS / 2) as EpochMs
}

/** The week before the one that this instant belongs to: the last that is over. */
export const weekBefore = (utcMs: number): EpochMs => tradingWeekMs(tradingWeekMs(utcMs) - DAY_MS)

/** When this trading week is over. */
export const weekEndMs = (weekMs: number): EpochMs => tradingWeekMs(weekMs + WEEK_MS + DAY_MS)
