/**
 * The wall clocks of the four market cities. Rules in force since 2007 (United States), 1996 (European Union and
 * United Kingdom) and 2008 (New South Wales), from the IANA time zone database; older dates are off by up to weeks
 * around the change of clocks.
 */
import { HOUR_MS, nthWeekdayMs, yearOf } from './civil.ts'

export type City = 'SYDNEY' | 'TOKYO' | 'LONDON' | 'NEW_YORK'

const SUNDAY = 0

/** Add it to UTC to read New York's wall clock. Second Sunday of March 02:00 to first Sunday of November 02:00. */
export function newYorkOffsetMs(utcMs: number): number {
  const year = yearOf(utcMs)
  const startsMs = nthWeekdayMs(year, 3, SUNDAY, 2) + 7 * HOUR_MS
  const endsMs = nthWeekdayMs(year, 11, SUNDAY, 1) + 6 * HOUR_MS
  return utcMs >= startsMs && utcMs < endsMs ? -4 * HOUR_MS : -5 * HOUR_MS
}

/** Last Sunday of March to last Sunday of October, both at 01:00 UTC. */
export function londonOffsetMs(utcMs: number): number {
  const year = yearOf(utcMs)
  const startsMs = nthWeekdayMs(year, 3, SUNDAY, -1) + HOUR_MS
  const endsMs = nthWeekdayMs(year, 10, SUNDAY, -1) + HOUR_MS
  return utcMs >= startsMs && utcMs < endsMs ? HOUR_MS : 0
}

/** Southern summer: first Sunday of October to first Sunday of April, both at 16:00 UTC of the Saturday before. */
export function sydneyOffsetMs(utcMs: number): number {
  const year = yearOf(utcMs)
  const endsMs = nthWeekdayMs(year, 4, SUNDAY, 1) - 8 * HOUR_MS
  const startsMs = nthWeekdayMs(year, 10, SUNDAY, 1) - 8 * HOUR_MS
  return utcMs >= endsMs && utcMs < startsMs ? 10 * HOUR_MS : 11 * HOUR_MS
}

export function cityOffsetMs(city: City, utcMs: number): number {
  switch (city) {
    case 'SYDNEY':
      return sydneyOffsetMs(utcMs)
    case 'TOKYO':
      return 9 * HOUR_MS
    case 'LONDON':
      return londonOffsetMs(utcMs)
    case 'NEW_YORK':
      return newYorkOffsetMs(utcMs)
  }
}
