import type { Pair } from '../../../contracts/pairs.ts'
import type { GapWatch } from '../checks/gap-watch.ts'
import type { RowFault, TickRow } from '../formats/format.ts'

/** Ticks of one pair in time order. */
export type PairTicks = Readonly<{
  length: number
  timeMs: Float64Array
  bid: Int32Array
  ask: Int32Array
}>

const CAPACITY = 8_192

/** Gathers the ticks of one pair across all its files, and keeps what is out of order, doubled or crossed out. */
export class TickTape {
  readonly #pair: Pair
  readonly #gaps: GapWatch
  #full: PairTicks[] = []
  #timeMs = new Float64Array(CAPACITY)
  #bid = new Int32Array(CAPACITY)
  #ask = new Int32Array(CAPACITY)
  #length = 0
  readonly #last: TickRow = { timeMs: Number.NEGATIVE_INFINITY, bid: 0, ask: 0 }

  constructor(pair: Pair, gaps: GapWatch) {
    this.#pair = pair
    this.#gaps = gaps
  }

  take({ timeMs, bid, ask }: TickRow): RowFault | null {
    const last = this.#last
    if (bid > ask) return 'CROSSED'
    if (timeMs < last.timeMs) return 'OUT_OF_ORDER'
    if (timeMs === last.timeMs && bid === last.bid && ask === last.ask) return 'DUPLICATE'
    this.#gaps.between(this.#pair, last.timeMs, timeMs)
    last.timeMs = timeMs
    last.bid = bid
    last.ask = ask
    this.#add(timeMs, bid, ask)
    return null
  }

  /** Everything gathered since the last time. */
  cut(): readonly PairTicks[] {
    this.#close()
    const gathered = this.#full
    this.#full = []
    return gathered
  }

  #add(timeMs: number, bid: number, ask: number): void {
    this.#timeMs[this.#length] = timeMs
    this.#bid[this.#length] = bid
    this.#ask[this.#length] = ask
    this.#length += 1
    if (this.#length === CAPACITY) this.#close()
  }

  #close(): void {
    if (this.#length === 0) return
    this.#full.push({ length: this.#length, timeMs: this.#timeMs, bid: this.#bid, ask: this.#ask })
    this.#timeMs = new Float64Array(CAPACITY)
    this.#bid = new Int32Array(CAPACITY)
    this.#ask = new Int32Array(CAPACITY)
    this.#length = 0
  }
}
