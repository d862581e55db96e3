/** New York's clock by the system's own table of time zones: the engine reckons it from rules of its own. */
import { DAY_STARTS_MINUTE, DEAD_MINUTES, WEEK_ENDS } from './tables.ts'

const FORMAT = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

export function newYork(utcMs: number): Readonly<{ day: string; minute: number }> {
  const parts = FORMAT.formatToParts(utcMs)
  const part = (type: string) => parts.find(one => one.type === type)?.value ?? ''
  return { day: part('weekday'), minute: Number(part('hour')) * 60 + Number(part('minute')) }
}

export function isDeadHour(utcMs: number): boolean {
  const { minute } = newYork(utcMs)
  return minute >= DEAD_MINUTES.from && minute < DEAD_MINUTES.to
}

/** From two hours before the end of the market's week until it opens again. */
export function isNearWeekend(utcMs: number): boolean {
  const { day, minute } = newYork(utcMs)
  if (day === WEEK_ENDS.day) return minute >= WEEK_ENDS.minute - WEEK_ENDS.keptFreeMinutes
  return day === 'Sat' || (day === 'Sun' && minute < DAY_STARTS_MINUTE)
}

/** When the trading day began that this instant belongs to. */
export function dayStartMs(utcMs: number): number {
  const { minute } = newYork(utcMs)
  const sinceMinutes = (minute - DAY_STARTS_MINUTE + DAY_MINUTES) % DAY_MINUTES
  return Math.floor(utcMs / MINUTE_MS) * MINUTE_MS - sinceMinutes * MINUTE_MS
}
