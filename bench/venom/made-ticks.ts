import { Random } from '../../engine/broker-sim/random.ts'
import { HOUR_MS } from '../../engine/domain/market/civil.ts'
import { isMarketOpen } from '../../engine/domain/market/session-clock.ts'

/** A Sunday evening in New York, the opening of a week. */
const START_MS = Date.UTC(2026, 0, 4, 22)
/** With 15 symbols, 40 ticks a minute each: a closed minute comes with every fortieth tick. */
const STEP_MS = 100

/** Quotes of some symbols in turn, in points, without end; a random walk each, closed at week-ends. */
export class MadeTicks {
  readonly #random = new Random(15)
  readonly #mids: Float64Array
  #count = 0
  symbol = 0
  timeMs = START_MS
  bid = 0
  ask = 0

  constructor(symbols: number) {
    this.#mids = new Float64Array(symbols).fill(110_000)
  }

  next(): void {
    this.timeMs += STEP_MS
    while (!isMarketOpen(this.timeMs)) this.timeMs += HOUR_MS
    this.symbol = this.#count++ % this.#mids.length
    const step = Math.round((this.#random.uniform() - 0.5) * 9)
    const mid = Math.max(60_000, (this.#mids[this.symbol] as number) + step)
    this.#mids[this.symbol] = mid
    this.bid = mid
    this.ask = mid + 6 + Math.floor(this.#random.uniform() * 5)
  }
}
