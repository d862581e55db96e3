/**
 * Calendar arithmetic on UTC milliseconds without Date, so that the domain has no ambient clock or time zone.
 * Days ⇄ dates after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (proleptic Gregorian).
 */

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
export const WEEK_MS = 7 * DAY_MS

export type CivilDate = Readonly<{ year: number; month: number; day: number }>

/** Days since 1970-01-01 of a date; month 1–12. */
export function daysFromCivil({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Date of a number of days since 1970-01-01. */
export function civilFromDays(days: number): CivilDate {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day }
}

/**
 * `value` modulo `modulus`, never below 0, both whole. By division, which is exact up to 2⁵³ and costs a nanosecond, where `%` of
 * numbers beyond 32 bits calls a routine.
 */
export const floorMod = (value: number, modulus: number): number =>
  value - Math.floor(value / modulus) * modulus

export const yearOf = (ms: number): number => civilFromDays(Math.floor(ms / DAY_MS)).year

/** 0 = Sunday … 6 = Saturday. The first day of 1970 was a Thursday. */
export const weekdayOfDays = (days: number): number => floorMod(days + 4, 7)

/** Midnight UTC of the nth (1–4) or last (−1) `weekday` of a month. */
export function nthWeekdayMs(year: number, month: number, weekday: number, nth: 1 | 2 | 3 | 4 | -1): number {
  if (nth > 0) {
    const first = daysFromCivil({ year, month, day: 1 })
    return (first + ((weekday - weekdayOfDays(first) + 7) % 7) + 7 * (nth - 1)) * DAY_MS
  }
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }
  const last = daysFromCivil(next) - 1
  return (last - ((weekdayOfDays(last) - weekday + 7) % 7)) * DAY_MS
}
