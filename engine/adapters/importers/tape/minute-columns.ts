import type { MinuteTape } from '../../../ports/minute-tape.ts'
import type { BarRow, TickRow } from '../formats/format.ts'

const MINUTE_MS = 60_000
const FIRST_CAPACITY = 1 << 16

/** The columns of a tape. */
export type Columns = Omit<MinuteTape, 'pair' | 'digits' | 'spreadSource'>

const emptyColumns = (capacity: number) => ({
  openMs: new Float64Array(capacity),
  open: new Int32Array(capacity),
  high: new Int32Array(capacity),
  low: new Int32Array(capacity),
  close: new Int32Array(capacity),
  ticks: new Int32Array(capacity),
  spread: new Int32Array(capacity),
})
type Buffers = ReturnType<typeof emptyColumns>
const NAMES = Object.keys(emptyColumns(0)) as (keyof Buffers)[]

/** Gathers minutes in time order, without an object a row, and lets the oldest go when they are of no more use. */
export class MinuteColumns {
  #columns = emptyColumns(FIRST_CAPACITY)
  #length = 0
  /** End of the newest minute. */
  #endMs = Number.NEGATIVE_INFINITY

  get length(): number {
    return this.#length
  }

  /** Open of the oldest minute that is still here; NaN when there is none. */
  get firstMs(): number {
    return this.#length > 0 ? (this.#columns.openMs[0] as number) : Number.NaN
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

  /** How many minutes are older than a time. */
  countBefore(timeMs: number): number {
    const { openMs } = this.#columns
    let from = 0
    let to = this.#length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((openMs[middle] as number) < timeMs) from = middle + 1
      else to = middle
    }
    return from
  }

  /** What is here, without a copy: good until a minute comes or goes. */
  get view(): Columns {
    const columns = this.#columns
    const entries = NAMES.map(name => [name, columns[name].subarray(0, this.#length)])
    return { ...(Object.fromEntries(entries) as Buffers), length: this.#length }
  }

  /** Lets the oldest `count` minutes go. */
  drop(count: number): void {
    for (const name of NAMES) this.#columns[name].copyWithin(0, count, this.#length)
    this.#length -= count
  }

  #openMinute(timeMs: number, bid: number, ask: number): void {
    const at = this.#next(timeMs - (timeMs % MINUTE_MS))
    const columns = this.#columns
    columns.open[at] = bid
    columns.high[at] = bid
    columns.low[at] = bid
    // Columns are used again.
    columns.ticks[at] = 0
    columns.spread[at] = ask - bid
  }

  #next(openMs: number): number {
    const at = this.#length
    if (at === this.#columns.openMs.length) this.#columns = this.#grown()
    this.#columns.openMs[at] = openMs
    this.#endMs = openMs + MINUTE_MS
    this.#length = at + 1
    return at
  }

  #grown(): Buffers {
    const next = emptyColumns(2 * this.#length)
    for (const name of NAMES) next[name].set(this.#columns[name])
    return next
  }
}
