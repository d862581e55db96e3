import { MINUTE_MS } from '../../domain/market/civil.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { WeekShiftWatch, type WeekShift } from './week-shift.ts'

/** What the minutes of a tape were like, one beside the next. */
export type TapeSeen = Readonly<{
  minutes: number
  weekShift: WeekShift
  /** Open of the first minute that jumps by a tenth of the price; null: none does. */
  brokenMs: number | null
  /** Minutes right after another that moved, as both did, and those of them that open further away than either moved. */
  neighbours: number
  jumps: number
}>

const BROKEN_MOVE = 0.1

/** Looks at a tape that comes in stretches, and keeps no minute of it but the last. */
export class TapeWatch implements TapeSeen {
  minutes = 0
  brokenMs: number | null = null
  neighbours = 0
  jumps = 0
  readonly #weeks = new WeekShiftWatch()
  #lastMs = Number.NaN
  #lastClose = Number.NaN
  #lastRange = 0

  get weekShift(): WeekShift {
    return this.#weeks.shift
  }

  /** The first `count` minutes of a tape; they come after all before. */
  look(tape: MinuteTape, count: number): void {
    for (let at = 0; at < count; at++) this.#minute(tape, at)
    this.minutes += count
  }

  #minute({ openMs, open, high, low, close }: MinuteTape, at: number): void {
    const nowMs = openMs[at] as number
    const range = (high[at] as number) - (low[at] as number)
    // Of the first minute everything before it is NaN, and NaN is larger than nothing.
    this.#weeks.between(this.#lastMs, nowMs)
    const jump = Math.abs((open[at] as number) - this.#lastClose)
    if (jump > BROKEN_MOVE * this.#lastClose) this.brokenMs ??= nowMs
    if (nowMs - this.#lastMs === MINUTE_MS && range !== 0 && this.#lastRange !== 0) {
      this.neighbours++
      if (jump > Math.max(range, this.#lastRange)) this.jumps++
    }
    this.#lastMs = nowMs
    this.#lastClose = close[at] as number
    this.#lastRange = range
  }
}
