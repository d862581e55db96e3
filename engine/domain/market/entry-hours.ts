import { londonOffsetMs, newYorkOffsetMs } from './city-time.ts'
import { DAY_MS, floorMod, HOUR_MS, MINUTE_MS } from './civil.ts'
import { isDeadHour, msToWeekend } from './session-clock.ts'

const WEEKEND_NEAR_MS = 2 * HOUR_MS

/** Entries are made from 19:00 to 16:15 New York, and none from Friday 15:00 to the week's end (study §1). */
export const isEntryTime = (utcMs: number): boolean =>
  msToWeekend(utcMs) > WEEKEND_NEAR_MS && !isDeadHour(utcMs)

/** Minutes since midnight on New York's wall clock, and on London's. */
export const newYorkMinutes = (utcMs: number): number => minutesOfDay(utcMs + newYorkOffsetMs(utcMs))
export const londonMinutes = (utcMs: number): number => minutesOfDay(utcMs + londonOffsetMs(utcMs))

const minutesOfDay = (wallMs: number): number => floorMod(wallMs, DAY_MS) / MINUTE_MS
