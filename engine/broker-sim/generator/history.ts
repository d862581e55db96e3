/** Closed M1 bars made of the very ticks that the stream gives, so that history and stream are one market. */
import type { EpochMs } from '../../contracts/primitives.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import type { StoredBar } from '../../ports/bar-store.ts'
import { openMinuteAfter, openMinuteFrom, openMinutesBefore } from './day-shape.ts'
import type { PairQuotes } from './quotes.ts'
import { Seconds } from './seconds.ts'
import type { Walk } from './walk.ts'

export type HistoryRange = Readonly<{
  fromMs: number
  /** Bars that end at or before this. */
  toMs: number
  /** Newest bars win when there are more. */
  max: number
}>

export class History {
  readonly #walk: Walk
  readonly #seconds: Seconds

  /** The walk is the history's own: it is moved about. */
  constructor(seed: number, walk: Walk) {
    this.#walk = walk
    this.#seconds = new Seconds(seed, walk.minute)
  }

  /** Oldest first. Nothing before the walk's origin. */
  bars(quotes: PairQuotes, { fromMs, toMs, max }: HistoryRange): StoredBar[] {
    const bars: StoredBar[] = []
    const { minute } = this.#walk
    for (
      this.#walk.seek(Math.max(fromMs, openMinutesBefore(toMs, max)));
      minute.openMs + MINUTE_MS <= toMs;
      this.#walk.advance()
    ) {
      const bar = this.#bar(quotes)
      if (bar && bar.openMs >= fromMs) bars.push(bar)
    }
    return bars.slice(-max)
  }

  /** The same, a portion at a time, so that whoever answers for weeks of them can do something else in between. */
  *portions(quotes: PairQuotes, { fromMs, toMs, max }: HistoryRange, size: number): Generator<StoredBar[]> {
    const { minute } = this.#walk
    let nextMs = firstOfNewest(fromMs, toMs, max)
    while (nextMs + MINUTE_MS <= toMs) {
      const bars: StoredBar[] = []
      // Another history of the same walk may have moved it since.
      for (
        this.#walk.seek(nextMs);
        bars.length < size && minute.openMs + MINUTE_MS <= toMs;
        this.#walk.advance()
      ) {
        const bar = this.#bar(quotes)
        if (bar) bars.push(bar)
      }
      if (nextMs === minute.openMs) return
      nextMs = minute.openMs
      yield bars
    }
  }

  /** Null for a minute without a tick. */
  #bar(quotes: PairQuotes): StoredBar | null {
    const { minute } = this.#walk
    let [open, high, low, close, ticks, spread] = [0, 0, 0, 0, 0, 0]
    quotes.visit(minute, this.#seconds, (_timeMs, bid, ask) => {
      if (ticks === 0) open = high = low = bid
      if (bid > high) high = bid
      if (bid < low) low = bid
      close = bid
      spread = ask - bid
      ticks++
    })
    return ticks === 0 ? null : { openMs: minute.openMs as EpochMs, open, high, low, close, ticks, spread }
  }
}

/** Where the newest `max` minutes of open market in [fromMs, toMs) begin. */
function firstOfNewest(fromMs: number, toMs: number, max: number): number {
  let first = openMinuteFrom(Math.max(fromMs, openMinutesBefore(toMs, max)))
  let count = 0
  for (let at = first; at + MINUTE_MS <= toMs; at = openMinuteAfter(at)) count++
  for (; count > max; count--) first = openMinuteAfter(first)
  return first
}
