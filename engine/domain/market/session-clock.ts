import type { Session } from '../../contracts/vocabulary.ts'
import { cityOffsetMs, newYorkOffsetMs, type City } from './city-time.ts'
import { DAY_MS, floorMod, HOUR_MS, MINUTE_MS, WEEK_MS } from './civil.ts'

/** Working hours in the city's own time: [from, to). */
const HOURS: Readonly<Record<City, readonly [number, number]>> = {
  SYDNEY: [8, 17],
  TOKYO: [9, 18],
  LONDON: [8, 17],
  NEW_YORK: [8, 17],
}

const at = (hours: number, minutes: number): number => hours * HOUR_MS + minutes * MINUTE_MS
/** New York clock. Liquidity is thin while the banks' day turns; no new entries from 16:15 to 19:00 (study §6). */
const ROLLOVER = [at(16, 55), at(18, 5)] as const
const NO_ENTRIES = [at(16, 15), at(19, 0)] as const
const DAY_STARTS = at(17, 0)
/** The first day of 1970 was a Thursday; the week opens on a Sunday. */
const THURSDAY_MS = 4 * DAY_MS

/** Since midnight on the city's wall clock. */
const timeOfDayMs = (city: City, utcMs: number): number => floorMod(utcMs + cityOffsetMs(city, utcMs), DAY_MS)

function isWorking(city: City, utcMs: number): boolean {
  const timeMs = timeOfDayMs(city, utcMs)
  const [from, to] = HOURS[city]
  return timeMs >= from * HOUR_MS && timeMs < to * HOUR_MS
}

/** The market's week is Sunday 17:00 to Friday 17:00 in New York. */
export function isMarketOpen(utcMs: number): boolean {
  return msIntoWeek(utcMs) < 5 * DAY_MS
}

/** Since the week's opening, Sunday 17:00 New York. */
export function msIntoWeek(utcMs: number): number {
  return floorMod(utcMs + newYorkOffsetMs(utcMs) + THURSDAY_MS - DAY_STARTS, WEEK_MS)
}

/** How long the market was open from a week before 1970 until then: the difference of two is its open time between them. */
export function openMarketMs(utcMs: number): number {
  const localMs = utcMs + newYorkOffsetMs(utcMs) + THURSDAY_MS - DAY_STARTS
  const weeks = Math.floor(localMs / WEEK_MS)
  return weeks * 5 * DAY_MS + Math.min(5 * DAY_MS, localMs - weeks * WEEK_MS)
}

/** 0–167, in New York time, from the week's opening. */
export const hourOfWeek = (utcMs: number): number => Math.floor(msIntoWeek(utcMs) / HOUR_MS)

/** How long the market was open in the last 24 hours. */
export const openMsInLastDay = (utcMs: number): number => {
  const intoWeek = msIntoWeek(utcMs)
  const closedMs = Math.min(DAY_MS, Math.max(0, intoWeek - 5 * DAY_MS))
  return Math.min(DAY_MS, intoWeek) - closedMs
}

/** Minutes since midnight in New York. */
export const minuteOfNewYork = (utcMs: number): number =>
  Math.floor(timeOfDayMs('NEW_YORK', utcMs) / MINUTE_MS)

/** Until Friday 17:00 New York; 0 while the market is closed. */
export const msToWeekend = (utcMs: number): number => Math.max(0, 5 * DAY_MS - msIntoWeek(utcMs))

/** Start of the trading day that this instant belongs to: 17:00 New York. */
export function tradingDayMs(utcMs: number): number {
  const shiftMs = newYorkOffsetMs(utcMs) - DAY_STARTS
  return Math.floor((utcMs + shiftMs) / DAY_MS) * DAY_MS - shiftMs
}

export function isDeadHour(utcMs: number): boolean {
  const timeMs = timeOfDayMs('NEW_YORK', utcMs)
  return timeMs >= NO_ENTRIES[0] && timeMs < NO_ENTRIES[1]
}

/** Until 16:15 in New York, and 0 from then until 19:00. */
export function msToDeadHours(utcMs: number): number {
  const timeMs = timeOfDayMs('NEW_YORK', utcMs)
  return isDeadHour(utcMs) ? 0 : floorMod(NO_ENTRIES[0] - timeMs, DAY_MS)
}

/** Which session the market is in. Rollover outranks the cities; a quiet hour between cities counts as New York's. */
export function sessionAt(utcMs: number): Session {
  if (!isMarketOpen(utcMs)) return 'CLOSED'
  const timeMs = timeOfDayMs('NEW_YORK', utcMs)
  if (timeMs >= ROLLOVER[0] && timeMs < ROLLOVER[1]) return 'ROLLOVER'
  const london = isWorking('LONDON', utcMs)
  const newYork = isWorking('NEW_YORK', utcMs)
  if (london && newYork) return 'OVERLAP'
  if (london) return 'LONDON'
  if (newYork) return 'NEW_YORK'
  return isWorking('TOKYO', utcMs) || isWorking('SYDNEY', utcMs) ? 'ASIAN' : 'NEW_YORK'
}
