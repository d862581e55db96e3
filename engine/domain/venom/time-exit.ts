import { MINUTE_MS } from '../market/civil.ts'
import { msToWeekend } from '../market/session-clock.ts'

/** A trade is closed so long before the week ends, so that no gap can jump its stop. */
const BEFORE_WEEKEND_MS = 5 * MINUTE_MS

/** When a trade entered in this minute is closed whatever it is worth: as planned, or before the week ends. */
export const timeExitOf = (plannedMs: number, minuteMs: number): number =>
  Math.min(plannedMs, minuteMs + msToWeekend(minuteMs) - BEFORE_WEEKEND_MS)
