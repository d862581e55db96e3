import { civilFromDays, DAY_MS, HOUR_MS, MINUTE_MS } from '../market/civil.ts'

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')

/** 2026-11-22 17:50:01 (ISO 8601 with a space, UTC), which every spreadsheet reads as a time. */
export function utcTime(atMs: number): string {
  const { year, month, day } = civilFromDays(Math.floor(atMs / DAY_MS))
  const time = atMs - Math.floor(atMs / DAY_MS) * DAY_MS
  const clock = [time / HOUR_MS, (time % HOUR_MS) / MINUTE_MS, (time % MINUTE_MS) / 1_000].map(two).join(':')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)} ${clock}`
}
