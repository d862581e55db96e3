/**
 * The wall clocks of the four market cities. Rules in force since 2007 (United States), 1996 (European Union and
 * United Kingdom) and 2008 (New South Wales), from the IANA time zone database; older dates are off by up to weeks
 * around the change of clocks.
 */
import { DAY_MS, daysFromCivil, HOUR_MS, nthWeekdayMs, yearOf } from './civil.ts'

export type City = 'SYDNEY' | 'TOKYO' | 'LONDON' | 'NEW_YORK'

const SUNDAY = 0

/**
 * From one change of clocks to the next within a calendar year (UTC). The answer depends on nothing but the instant: the
 * year that was asked about last is remembered, because the same question comes with every bar.
 */
class ClockChanges {
  readonly #changesOf: (year: number) => readonly [number, number]
  #fromMs = 0
  #toMs = 0
  #yearStartsMs = 0
  #yearEndsMs = 0

  constructor(changesOf: (year: number) => readonly [fromMs: number, toMs: number]) {
    this.#changesOf = changesOf
  }

  isBetween(utcMs: number): boolean {
    if (!(utcMs >= this.#yearStartsMs && utcMs < this.#yearEndsMs)) this.#turnTo(yearOf(utcMs))
    return utcMs >= this.#fromMs && utcMs < this.#toMs
  }

  #turnTo(year: number): void {
    const [fromMs, toMs] = this.#changesOf(year)
    this.#fromMs = fromMs
    this.#toMs = toMs
    this.#yearStartsMs = daysFromCivil({ year, month: 1, day: 1 }) * DAY_MS
    this.#yearEndsMs = daysFromCivil({ year: year + 1, month: 1, day: 1 }) * DAY_MS
  }
}

/** Second Sunday of March 02:00 to first Sunday of November 02:00, both on the wall. */
const NEW_YORK_SUMMER = new ClockChanges(year => [
  nthWeekdayMs(year, 3, SUNDAY, 2) + 7 * HOUR_MS,
  nthWeekdayMs(year, 11, SUNDAY, 1) + 6 * HOUR_MS,
])

/** Last Sunday of March to last Sunday of October, both at 01:00 UTC. */
const LONDON_SUMMER = new ClockChanges(year => [
  nthWeekdayMs(year, 3, SUNDAY, -1) + HOUR_MS,
  nthWeekdayMs(year, 10, SUNDAY, -1) + HOUR_MS,
])

/** First Sunday of April to first Sunday of October, both at 16:00 UTC of the Saturday before. */
const SYDNEY_WINTER = new ClockChanges(year => [
  nthWeekdayMs(year, 4, SUNDAY, 1) - 8 * HOUR_MS,
  nthWeekdayMs(year, 10, SUNDAY, 1) - 8 * HOUR_MS,
])

/** Add it to UTC to read New York's wall clock. */
export const newYorkOffsetMs = (utcMs: number): number =>
  NEW_YORK_SUMMER.isBetween(utcMs) ? -4 * HOUR_MS : -5 * HOUR_MS

export const londonOffsetMs = (utcMs: number): number => (LONDON_SUMMER.isBetween(utcMs) ? HOUR_MS : 0)

const sydneyOffsetMs = (utcMs: number): number =>
  SYDNEY_WINTER.isBetween(utcMs) ? 10 * HOUR_MS : 11 * HOUR_MS

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
