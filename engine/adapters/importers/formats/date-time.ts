import { dayMsOf } from '../files/name-hints.ts'
import { NO_NUMBER, type RowReader } from '../rows/row-reader.ts'
import { COLON, DOT } from './bytes.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const SECOND_MS = 1_000

/** Reads a day as ms of the wall clock; `NO_NUMBER` when the calendar has no such day. */
export type DayReader = (reader: RowReader) => number

/** YYYYMMDD. Most rows have the day of the row before, so the calendar is asked once a day. */
export function compactDays(): DayReader {
  const dayMs = rememberedDay()
  return reader => {
    const date = reader.fixed(8)
    if (date === NO_NUMBER) return NO_NUMBER
    return dayMs(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100)
  }
}

/** YYYY.MM.DD */
export function dottedDays(): DayReader {
  const dayMs = rememberedDay()
  return reader => {
    const year = reader.fixed(4)
    if (year === NO_NUMBER || !reader.take(DOT)) return NO_NUMBER
    const month = reader.fixed(2)
    if (month === NO_NUMBER || !reader.take(DOT)) return NO_NUMBER
    const day = reader.fixed(2)
    return day === NO_NUMBER ? NO_NUMBER : dayMs(year, month, day)
  }
}

/** HHMMSS as ms since midnight. */
export function compactTime(reader: RowReader): number {
  const time = reader.fixed(6)
  if (time === NO_NUMBER) return NO_NUMBER
  return timeOfDay(Math.floor(time / 10_000), Math.floor(time / 100) % 100, time % 100)
}

/** HH:MM:SS or HH:MM:SS.mmm as ms since midnight. */
export function colonTime(reader: RowReader): number {
  const hours = reader.fixed(2)
  if (hours === NO_NUMBER || !reader.take(COLON)) return NO_NUMBER
  const minutes = reader.fixed(2)
  if (minutes === NO_NUMBER || !reader.take(COLON)) return NO_NUMBER
  const seconds = reader.fixed(2)
  if (seconds === NO_NUMBER) return NO_NUMBER
  const wholeMs = timeOfDay(hours, minutes, seconds)
  if (!reader.take(DOT)) return wholeMs
  const ms = reader.fixed(3)
  return ms === NO_NUMBER || wholeMs === NO_NUMBER ? NO_NUMBER : wholeMs + ms
}

function timeOfDay(hours: number, minutes: number, seconds: number): number {
  if (hours > 23 || minutes > 59 || seconds > 59) return NO_NUMBER
  return hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS
}

function rememberedDay(): (year: number, month: number, day: number) => number {
  let known = NO_NUMBER
  let knownMs = NO_NUMBER
  return (year, month, day) => {
    const date = (year * 100 + month) * 100 + day
    if (date !== known) {
      known = date
      knownMs = dayMsOf(year, month, day) ?? NO_NUMBER
    }
    return knownMs
  }
}
