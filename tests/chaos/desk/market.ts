/** The prices of a run: a seeded walk in each market, a past that the walk came from, and jumps through stops. */
import type { Random } from '../../../engine/broker-sim/random.ts'
import type { WireBar, WireTick } from '../../../engine/contracts/wire/index.ts'
import { MARKETS, SPREAD } from './missions.ts'

const QUARTER_MS = 900_000
/** More than a day of quarter hours, each known by one of its minutes: correlations need that much. */
const PAST_QUARTERS = 120

export type Quote = Readonly<{ index: number; bid: number; ask: number }>

export class Market {
  readonly #random: Random
  readonly #startMs: number
  readonly #bids: number[] = MARKETS.map(({ mid }) => mid)

  constructor(random: Random, startMs: number) {
    this.#random = random
    this.#startMs = startMs
  }

  /** The next quote of every market. */
  next(): Quote[] {
    return this.#bids.map((bid, index) => {
      const moved = bid + this.#random.below(5) - 2
      this.#bids[index] = moved
      return { index, bid: moved, ask: moved + SPREAD }
    })
  }

  /** Every market at once, through the stops of one side. */
  jump(points: number): void {
    for (const [index, bid] of this.#bids.entries()) this.#bids[index] = bid + points
  }

  wireTicks(quotes: readonly Quote[], timeMs: number): WireTick[] {
    return quotes.map(({ index, bid, ask }) => {
      const unit = 10 ** (MARKETS[index]?.digits ?? 5)
      return { index, timeMs, bid: bid / unit, ask: ask / unit, flags: 0 }
    })
  }

  /** Of a market that knew nothing of the others. */
  past(index: number): WireBar[] {
    const { mid, digits } = MARKETS[index] ?? MARKETS[0]
    const unit = 10 ** digits
    const lastMs = Math.floor(this.#startMs / QUARTER_MS) * QUARTER_MS
    return Array.from({ length: PAST_QUARTERS }, (_, at) => {
      const wave = Math.round(
        40 * Math.sin(at * (0.7 + index * 0.37)) + 25 * Math.sin(at * (1.9 - index * 0.23)),
      )
      const price = (mid + wave) / unit
      return {
        timeMs: lastMs - (PAST_QUARTERS - at) * QUARTER_MS,
        open: price,
        high: price + 150 / unit,
        low: price - 150 / unit,
        close: price,
        ticks: 60,
        spreadPoints: SPREAD,
      }
    })
  }
}
