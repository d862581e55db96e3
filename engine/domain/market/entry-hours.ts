import { londonOffsetMs } from './city-time.ts'
import { DAY_MS, floorMod, HOUR_MS, MINUTE_MS } from './civil.ts'
import { isDeadHour, msToWeekend } from './session-clock.ts'

const WEEKEND_NEAR_MS = 2 * HOUR_MS

/** Entries are made from 19:00 to 16:15 New York, and none from Friday 15:00 to the week's end (study §1). */
export const isEntryTime = (utcMs: number): boolean =>
  msToWeekend(utcMs) > WEEKEND_NEAR_MS && !isDeadHour(utcMs)

/** Minutes since midnight on London's wall clock. */
export const londonMinutes = (utcMs: number): number =>
  floorMod(utcMs + londonOffsetMs(utcMs), DAY_MS) / MINUTE_MS
