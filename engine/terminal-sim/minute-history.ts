import type { EpochMs } from '../contracts/primitives.ts'
import { MINUTE_MS } from '../domain/market/civil.ts'
import type { HistoryRange } from '../broker-sim/index.ts'
import type { StoredBar } from '../ports/bar-store.ts'

/** Closed M1 bars of every pair of a market. */
export interface MinuteHistory {
  /** A tick that has been played. */
  add(pair: number, timeMs: number, bid: number, ask: number): void
  /** Oldest first, the newest `max` of those in the range, in portions of at most `size`, each made when it is asked for. */
  portions(pair: number, range: HistoryRange, size: number): Iterable<readonly StoredBar[]>
}

/** What one history request may ask for at most. */
const CAPACITY = 50_000

type Forming = { -readonly [K in keyof StoredBar]: StoredBar[K] }

/** Bars made of the ticks that were played, for markets that come from files and have no past of their own. */
export class PlayedHistory implements MinuteHistory {
  readonly #closed: StoredBar[][]
  readonly #forming: (Forming | null)[]

  constructor(pairs: number) {
    this.#closed = Array.from({ length: pairs }, () => [])
    this.#forming = Array.from({ length: pairs }, () => null)
  }

  add(pair: number, timeMs: number, bid: number, ask: number): void {
    const spread = ask - bid
    const bar = this.#forming[pair]
    if (!bar || timeMs >= bar.openMs + MINUTE_MS) {
      if (bar) this.#close(pair, bar)
      const openMs = (timeMs - (timeMs % MINUTE_MS)) as EpochMs
      this.#forming[pair] = { openMs, open: bid, high: bid, low: bid, close: bid, ticks: 1, spread }
      return
    }
    if (bid > bar.high) bar.high = bid
    if (bid < bar.low) bar.low = bid
    bar.close = bid
    bar.spread = spread
    bar.ticks++
  }

  bars(pair: number, { fromMs, toMs, max }: HistoryRange): readonly StoredBar[] {
    const forming = this.#forming[pair]
    const all = this.#closed[pair] ?? []
    const ended = forming && forming.openMs + MINUTE_MS <= toMs ? [...all, forming] : all
    return ended.filter(({ openMs }) => openMs >= fromMs && openMs + MINUTE_MS <= toMs).slice(-max)
  }

  *portions(pair: number, range: HistoryRange, size: number): Generator<readonly StoredBar[]> {
    const bars = this.bars(pair, range)
    for (let from = 0; from < bars.length; from += size) yield bars.slice(from, from + size)
  }

  #close(pair: number, bar: StoredBar): void {
    const closed = this.#closed[pair]
    if (!closed) throw new RangeError(`no pair ${pair}`)
    closed.push(bar)
    // Trimmed in bulk: taking the first of a long list away costs as much as taking half.
    if (closed.length >= 2 * CAPACITY) closed.splice(0, closed.length - CAPACITY)
  }
}
