import type { TickColumns } from '../../ports/tick-source.ts'

/** A tick's key is its time in the minute, its pair and its row in one number: sorting the keys sorts the ticks. */
const PAIRS = 16
const ROWS = 2 ** 16

/** Collects the ticks of one minute, pair after pair, and gives them back in time order. */
export class TickSheet {
  #keys = new Float64Array(1_024)
  #bid = new Int32Array(1_024)
  #ask = new Int32Array(1_024)
  #count = 0

  /** `offsetMs` counts from the minute's beginning. */
  add(offsetMs: number, pair: number, bid: number, ask: number): void {
    const row = this.#count++
    if (row === this.#keys.length) this.#grow()
    this.#keys[row] = (offsetMs * PAIRS + pair) * ROWS + row
    this.#bid[row] = bid
    this.#ask[row] = ask
  }

  /** Everything added so far; the sheet is empty afterwards. */
  take(openMs: number): TickColumns {
    const length = this.#count
    const columns = {
      length,
      timeMs: new Float64Array(length),
      pair: new Uint8Array(length),
      bid: new Int32Array(length),
      ask: new Int32Array(length),
    }
    const keys = this.#keys.subarray(0, length).sort()
    for (let k = 0; k < length; k++) {
      const key = keys[k] as number
      const row = key % ROWS
      columns.timeMs[k] = openMs + Math.floor(key / (ROWS * PAIRS))
      columns.pair[k] = Math.floor(key / ROWS) % PAIRS
      columns.bid[k] = this.#bid[row] as number
      columns.ask[k] = this.#ask[row] as number
    }
    this.#count = 0
    return columns
  }

  #grow(): void {
    const larger = <T extends Float64Array | Int32Array>(column: T, into: T): T => (into.set(column), into)
    const length = this.#keys.length * 2
    if (length > ROWS) throw new Error(`a minute cannot hold ${length} ticks`)
    this.#keys = larger(this.#keys, new Float64Array(length))
    this.#bid = larger(this.#bid, new Int32Array(length))
    this.#ask = larger(this.#ask, new Int32Array(length))
  }
}
