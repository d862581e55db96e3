/** The prices of a run: a seeded walk in each market, a past that the walk came from, and jumps through stops. */
import type { Random } from '../../../engine/broker-sim/random.ts'
import type { Pair } from '../../../engine/contracts/index.ts'
import type { WireBar, WireTick } from '../../../engine/contracts/wire/index.ts'
import { MARKETS, SPREAD } from './missions.ts'

const QUARTER_MS = 900_000
/** More than a day of quarter hours, each known by one of its minutes: correlations need that much. */
const PAST_QUARTERS = 120

export type Quote = Readonly<{ index: number; bid: number; ask: number }>

/** By pair: 1 has moved with the first market, -1 against it; the others have known nothing of one another. */
export type Kinship = Readonly<Partial<Record<Pair, 1 | -1>>>

/** Points that a market was off its middle, so many quarter hours ago. */
const wave = (index: number, at: number): number =>
  40 * Math.sin(at * (0.7 + index * 0.37)) + 25 * Math.sin(at * (1.9 - index * 0.23))
/** What a market has of its own that goes with another one. */
const OWN_SHARE = 0.1

export class Market {
  readonly #random: Random
  readonly #startMs: number
  readonly #kinship: Kinship
  readonly #bids: number[] = MARKETS.map(({ mid }) => mid)

  constructor(random: Random, startMs: number, kinship: Kinship) {
    this.#random = random
    this.#startMs = startMs
    this.#kinship = kinship
  }

  /** The next quote of every market. */
  next(): Quote[] {
    return this.#bids.map((bid, index) => {
      const moved = bid + this.#random.below(5) - 2
      this.#bids[index] = moved
      return { index, bid: moved, ask: moved + SPREAD }
    })
  }

  bidOf(pair: Pair): number {
    return this.#bids[MARKETS.findIndex(market => market.pair === pair)] ?? Number.NaN
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

  past(index: number): WireBar[] {
    const { mid, digits, pair } = MARKETS[index] ?? MARKETS[0]
    const kin = this.#kinship[pair]
    const unit = 10 ** digits
    const lastMs = Math.floor(this.#startMs / QUARTER_MS) * QUARTER_MS
    return Array.from({ length: PAST_QUARTERS }, (_, at) => {
      const own = wave(index, at)
      const off = kin === undefined ? own : kin * wave(0, at) + OWN_SHARE * own
      const price = (mid + Math.round(off)) / unit
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
