import { DAY_MS, HOUR_MS, weekdayOfDays } from '../../domain/market/civil.ts'
import { newYorkOffsetMs } from '../../domain/market/city-time.ts'
import { tradingDayMs } from '../../domain/market/session-clock.ts'

const WEDNESDAY = 3
/** A trading day is this long at the most, when the clocks change. */
const LONGEST_DAY_MS = 25 * HOUR_MS

/**
 * Nights that a position is charged for between two times: one at each 17:00 New York, three on Wednesday, because the
 * value date then steps over the week-end. Public holidays move value dates too and are not known here.
 */
export function nightsHeld(fromMs: number, toMs: number): number {
  let nights = 0
  let turnMs = tradingDayMs(tradingDayMs(fromMs) + LONGEST_DAY_MS)
  while (turnMs <= toMs) {
    const weekday = weekdayOfDays(Math.floor((turnMs + newYorkOffsetMs(turnMs)) / DAY_MS))
    if (weekday >= 1 && weekday <= 5) nights += weekday === WEDNESDAY ? 3 : 1
    turnMs = tradingDayMs(turnMs + LONGEST_DAY_MS)
  }
  return nights
}
