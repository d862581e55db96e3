/**
 * The market's day on New York's clock. The hours of each day shape are plausible figures that follow the well-known
 * pattern (quiet after 17:00, a first peak when London opens, the highest while London and New York overlap; for the
 * eastern currencies a second life while Tokyo works), not measurements.
 */
import { newYorkOffsetMs } from '../../domain/market/city-time.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, weekdayOfDays } from '../../domain/market/civil.ts'
import { isMarketOpen, msIntoWeek } from '../../domain/market/session-clock.ts'
import type { Leg } from './legs.ts'

// prettier-ignore
const HOURS: Readonly<Record<Leg['day'], readonly number[]>> = {
  west: [0.6, 0.7, 1.05, 1.4, 1.3, 1.1, 1.0, 1.2, 1.65, 1.7, 1.75, 1.4, 1.05, 0.95, 1.05, 0.85, 0.6, 0.35, 0.4, 0.6, 0.7, 0.65, 0.6, 0.55],
  east: [0.85, 0.85, 1.0, 1.2, 1.1, 0.95, 0.9, 1.05, 1.45, 1.5, 1.5, 1.2, 0.95, 0.85, 0.95, 0.8, 0.6, 0.4, 0.65, 1.0, 1.2, 1.1, 1.0, 0.9],
}

/** Scaled so that the mean square of a day is 1: a day's variance is then the sum of its minutes'. */
function normalised(hours: readonly number[]): readonly number[] {
  const meanSquare = hours.reduce((sum, hour) => sum + hour * hour, 0) / hours.length
  return hours.map(hour => hour / Math.sqrt(meanSquare))
}

const SHAPES = { west: normalised(HOURS.west), east: normalised(HOURS.east) }

export type LocalTime = Readonly<{ day: number; weekday: number; timeMs: number }>

/** New York's date (days since 1970), weekday (0 = Sunday) and time of day. */
export function newYorkTime(utcMs: number): LocalTime {
  const local = utcMs + newYorkOffsetMs(utcMs)
  const day = Math.floor(local / DAY_MS)
  return { day, weekday: weekdayOfDays(day), timeMs: local - day * DAY_MS }
}

/** How volatile and how busy this minute usually is, against the day's average; straight between full hours. */
export function liveliness(day: Leg['day'], { timeMs }: LocalTime): number {
  const hours = SHAPES[day]
  const hour = Math.floor(timeMs / HOUR_MS)
  const part = timeMs / HOUR_MS - hour
  return (hours[hour] as number) * (1 - part) + (hours[(hour + 1) % 24] as number) * part
}

/** The first full minute at or after `utcMs` that belongs to the market's week. The week turns on full hours. */
export function openMinuteFrom(utcMs: number): number {
  let minute = Math.ceil(utcMs / MINUTE_MS) * MINUTE_MS
  while (!isMarketOpen(minute)) minute = (Math.floor(minute / HOUR_MS) + 1) * HOUR_MS
  return minute
}

/** The minute of the market's week after an open one. */
export const openMinuteAfter = (openMs: number): number => {
  const next = openMs + MINUTE_MS
  return next % HOUR_MS === 0 ? openMinuteFrom(next) : next
}

/** When the last `minutes` minutes of open market before `utcMs` began, or a little earlier. */
export function openMinutesBefore(utcMs: number, minutes: number): number {
  let leftMs = minutes * MINUTE_MS
  let at = utcMs
  for (;;) {
    const openMs = Math.min(msIntoWeek(at), WEEK_OPEN_MS)
    const weekBegan = at - msIntoWeek(at)
    if (leftMs <= openMs) return weekBegan + openMs - leftMs - SLACK_MS
    leftMs -= openMs
    at = weekBegan - 1
  }
}

const WEEK_OPEN_MS = 5 * DAY_MS
/** Covers a change of clocks, and minutes without a tick. */
const SLACK_MS = 2 * HOUR_MS
