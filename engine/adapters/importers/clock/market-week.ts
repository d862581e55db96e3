import { zoneOffset } from './zone-offset.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 168 * HOUR_MS
/** The week-end: Friday 17:00 to Sunday 17:00 in New York. */
const WEEKEND_MS = 48 * HOUR_MS
/** Friday 2 January 1970, 17:00. */
const FIRST_WEEKEND_MS = 41 * HOUR_MS

/** How long the market was open between two times, UTC ms. */
export function marketHours(): (fromMs: number, toMs: number) => number {
  const offset = zoneOffset('America/New_York')
  const openUntil = (utcMs: number): number => {
    const wall = utcMs + offset(utcMs)
    return wall - closedUntil(wall)
  }
  return (fromMs, toMs) => openUntil(toMs) - openUntil(fromMs)
}

/** All week-ends from 1970 to a time of New York's wall clock, together. */
function closedUntil(wallMs: number): number {
  const weeks = Math.floor((wallMs - FIRST_WEEKEND_MS) / WEEK_MS)
  const intoWeek = wallMs - FIRST_WEEKEND_MS - weeks * WEEK_MS
  return weeks * WEEKEND_MS + Math.min(intoWeek, WEEKEND_MS)
}
