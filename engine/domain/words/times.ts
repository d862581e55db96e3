/** How times are written for a person. All of them are UTC. */
import { civilFromDays, DAY_MS, floorMod, HOUR_MS, MINUTE_MS } from '../market/civil.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** 2014-05-02 12:30 */
export const minuteOf = (utcMs: number): string => `${dateOf(utcMs)} ${clockOf(utcMs)}`

/** 2014-05-02 */
export function dateOf(utcMs: number): string {
  const { year, month, day } = civilFromDays(Math.floor(utcMs / DAY_MS))
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** 2014-05-02 to 2014-06-13; a single day is one date. */
export const daysOf = (fromMs: number, toMs: number): string => fromTo(dateOf(fromMs), dateOf(toMs))

/** Two names that are the same are said once. */
export const fromTo = (from: string, to: string): string => (from === to ? from : `${from} to ${to}`)

/** 12:30 */
export function clockOf(utcMs: number): string {
  const ms = floorMod(utcMs, DAY_MS)
  return `${two(Math.floor(ms / HOUR_MS))}:${two(Math.floor(ms / MINUTE_MS) % 60)}`
}

/** The two largest units of a span: 40 s, 25 min, 1 h 05 min, 2 d 3 h. Below zero it is nothing. */
export function spanOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ${two(minutes % 60)} min`
  return `${Math.floor(hours / 24)} d ${hours % 24} h`
}
