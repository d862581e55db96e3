import { DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS } from '../../domain/market/civil.ts'
import { msIntoWeek } from '../../domain/market/session-clock.ts'

/** A silence this long is a plain week-end; one with a holiday beside it is longer and tells nothing. */
const SHORTEST_MS = 44 * HOUR_MS
const LONGEST_MS = 54 * HOUR_MS
/** Brokers begin and end their weeks some minutes off; both ends off by this much the same way are another clock. */
const LEAST_SHIFT_MS = 45 * MINUTE_MS
const WEEK_OPEN_MS = 5 * DAY_MS

/** How the week-ends of a tape lie beside the market's, Friday 17:00 to Sunday 17:00 in New York. */
export type WeekShift = Readonly<{
  weekends: number
  /** Week-ends that begin and end early or late by the same hours, as on a wrong clock. */
  shifted: number
  /** The usual shift of those, hours; 0 when there is none. */
  hours: number
}>

/** Looks at the silences of a tape as they come. */
export class WeekShiftWatch {
  #weekends = 0
  readonly #shifted: number[] = []

  /** Opens of two minutes without one between them. */
  between(beforeMs: number, openMs: number): void {
    const silenceMs = openMs - beforeMs
    if (!(silenceMs >= SHORTEST_MS && silenceMs <= LONGEST_MS)) return
    this.#weekends++
    const shift = shiftOf(beforeMs + MINUTE_MS, openMs)
    if (shift !== 0) this.#shifted.push(shift)
  }

  get shift(): WeekShift {
    const shifted = this.#shifted.toSorted((a, b) => a - b)
    const usual = shifted[shifted.length >> 1] ?? 0
    return {
      weekends: this.#weekends,
      shifted: shifted.length,
      hours: Math.round((2 * usual) / HOUR_MS) / 2,
    }
  }
}

/** 0 unless both ends are off the same way; then the smaller of the two. */
function shiftOf(endMs: number, beginMs: number): number {
  const ends = distance(msIntoWeek(endMs) - WEEK_OPEN_MS)
  const begins = distance(msIntoWeek(beginMs))
  const isShifted =
    Math.sign(ends) === Math.sign(begins) && Math.min(Math.abs(ends), Math.abs(begins)) >= LEAST_SHIFT_MS
  if (!isShifted) return 0
  return Math.abs(ends) < Math.abs(begins) ? ends : begins
}

/** Of two moments of a week, the short way about. */
const distance = (ms: number): number => ms - WEEK_MS * Math.round(ms / WEEK_MS)
