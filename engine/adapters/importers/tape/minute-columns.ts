import type { BarRow, TickRow } from '../formats/format.ts'

const MINUTE_MS = 60_000
const FIRST_CAPACITY = 1 << 16

/** The columns of a tape. */
export type Columns = Readonly<{
  length: number
  openMs: Float64Array
  open: Int32Array
  high: Int32Array
  low: Int32Array
  close: Int32Array
  ticks: Int32Array
  spread: Int32Array
}>

const emptyColumns = (capacity: number) => ({
  openMs: new Float64Array(capacity),
  open: new Int32Array(capacity),
  high: new Int32Array(capacity),
  low: new Int32Array(capacity),
  close: new Int32Array(capacity),
  ticks: new Int32Array(capacity),
  spread: new Int32Array(capacity),
})

/** Gathers minutes in time order, without an object a row: years of them are read in one go. */
export class MinuteColumns {
  #columns = emptyColumns(FIRST_CAPACITY)
  #length = 0
  /** End of the newest minute. */
  #endMs = Number.NEGATIVE_INFINITY

  get length(): number {
    return this.#length
  }

  /** Open of the newest minute; −∞ before the first. */
  get lastMs(): number {
    return this.#endMs - MINUTE_MS
  }

  /** A bar of a later minute than all before. */
  addBar({ openMs, open, high, low, close, ticks, spread }: BarRow): void {
    const at = this.#next(openMs)
    const columns = this.#columns
    columns.open[at] = open
    columns.high[at] = high
    columns.low[at] = low
    columns.close[at] = close
    columns.ticks[at] = ticks
    columns.spread[at] = spread
  }

  /** A tick that is not older than the one before. */
  addTick({ timeMs, bid, ask }: TickRow): void {
    if (timeMs >= this.#endMs) this.#openMinute(timeMs, bid, ask)
    const at = this.#length - 1
    const { high, low, close, ticks } = this.#columns
    if (bid > (high[at] as number)) high[at] = bid
    if (bid < (low[at] as number)) low[at] = bid
    close[at] = bid
    ticks[at] = (ticks[at] as number) + 1
  }

  /** Close of a minute that is here; null where there is none. */
  closeOf(openMs: number): number | null {
    const { openMs: times, close } = this.#columns
    let from = 0
    let to = this.#length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((times[middle] as number) < openMs) from = middle + 1
      else to = middle
    }
    return from < this.#length && times[from] === openMs ? (close[from] as number) : null
  }

  /** Everything gathered. Views of what was filled: what was never written to takes no memory, a copy would. */
  take(): Columns {
    const length = this.#length
    const { openMs, open, high, low, close, ticks, spread } = this.#columns
    return {
      length,
      openMs: openMs.subarray(0, length),
      open: open.subarray(0, length),
      high: high.subarray(0, length),
      low: low.subarray(0, length),
      close: close.subarray(0, length),
      ticks: ticks.subarray(0, length),
      spread: spread.subarray(0, length),
    }
  }

  #openMinute(timeMs: number, bid: number, ask: number): void {
    const at = this.#next(timeMs - (timeMs % MINUTE_MS))
    const columns = this.#columns
    columns.open[at] = bid
    columns.high[at] = bid
    columns.low[at] = bid
    columns.spread[at] = ask - bid
  }

  #next(openMs: number): number {
    const at = this.#length
    if (at === this.#columns.openMs.length) this.#columns = this.#resized(2 * at)
    this.#columns.openMs[at] = openMs
    this.#endMs = openMs + MINUTE_MS
    this.#length = at + 1
    return at
  }

  #resized(capacity: number): ReturnType<typeof emptyColumns> {
    const next = emptyColumns(capacity)
    const names = Object.keys(next) as (keyof typeof next)[]
    for (const name of names) next[name].set(this.#columns[name].subarray(0, this.#length))
    return next
  }
}
