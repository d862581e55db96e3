import type { MinuteTape, TapeStretch } from '../../../ports/minute-tape.ts'
import type { Columns, MinuteColumns } from './minute-columns.ts'

const DAY_MS = 86_400_000
/** Long enough that trades can be compared with others of their own hours and their own times. */
const STRETCH_MS = 365 * DAY_MS
/** No trade lasts as long; and what is left over at the end of the data is no stretch of its own. */
const TAIL_MS = 183 * DAY_MS

type TapeOf = (columns: Columns) => MinuteTape

/** Hands over the minutes of columns as stretches of a year; the last one is of up to a year and a half. */
export class Stretches {
  readonly #columns: MinuteColumns
  readonly #tapeOf: TapeOf
  /** A time at which a stretch begins. */
  #anchorMs: number | null
  #before = 0

  /** Without an anchor the first stretch begins with the first minute. */
  constructor(columns: MinuteColumns, anchorMs: number | null, tapeOf: TapeOf) {
    this.#columns = columns
    this.#tapeOf = tapeOf
    this.#anchorMs = anchorMs
  }

  /** Those that are complete. Each is good until the next one is asked for. */
  *complete(): Generator<TapeStretch> {
    const columns = this.#columns
    if (columns.length === 0) return
    for (let endMs = this.#endMs(); columns.lastMs >= endMs + TAIL_MS; endMs = this.#endMs()) {
      const own = columns.countBefore(endMs)
      yield this.#stretch(own)
      columns.drop(own)
      this.#before += own
    }
  }

  /** What is left at the end of the data. */
  rest(): TapeStretch {
    return this.#stretch(this.#columns.length)
  }

  /** Where the stretch of the oldest minute ends. */
  #endMs(): number {
    const { firstMs } = this.#columns
    this.#anchorMs ??= firstMs
    return this.#anchorMs + (Math.floor((firstMs - this.#anchorMs) / STRETCH_MS) + 1) * STRETCH_MS
  }

  #stretch(own: number): TapeStretch {
    return { tape: this.#tapeOf(this.#columns.view), own, before: this.#before }
  }
}
