/** The ticks of one pair, minute by minute. */
import type { Pair } from '../../contracts/pairs.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { Random, streamSeed } from '../random.ts'
import { recipeOf, type Recipe } from './legs.ts'
import type { Minute } from './minute.ts'
import { newsSpread } from './news.ts'
import { SECONDS, type Seconds } from './seconds.ts'
import { spreadShape, usualSpread } from './usual-spread.ts'

/** Ticks a second of a pair on an ordinary minute, and the least and the most that any minute has. */
const USUAL_RATE = 0.8
const LEAST_RATE = 0.2
const MOST_RATE = 2

export type QuoteVisitor = (timeMs: number, bid: number, ask: number) => void

export class PairQuotes {
  readonly pair: Pair
  readonly digits: number
  readonly #recipe: Recipe
  readonly #seed: number
  readonly #random = new Random(0)
  readonly #middle = new Float64Array(SECONDS + 1)

  constructor(seed: number, pair: Pair, digits: number) {
    this.pair = pair
    this.digits = digits
    this.#recipe = recipeOf(pair)
    this.#seed = streamSeed(seed, `quotes ${pair}`)
  }

  /** Visits the minute's ticks in order; times are strictly increasing. */
  visit(minute: Minute, seconds: Seconds, visit: QuoteVisitor): void {
    const random = this.#random
    const middle = this.#middle
    random.reseed(this.#seed, minute.openMs / MINUTE_MS)
    seconds.fill(this.#recipe, this.digits, middle)
    const spread = this.#spread(minute)
    const gapMs = 1_000 / this.#rate(minute)
    for (let ms = nextGap(random, gapMs); ms < MINUTE_MS; ms += nextGap(random, gapMs)) {
      const second = Math.floor(ms / 1_000)
      const part = ms / 1_000 - second
      const price = (middle[second] as number) * (1 - part) + (middle[second + 1] as number) * part
      const width = Math.max(1, Math.round(spread * (0.75 + 0.5 * random.uniform())))
      const bid = Math.round(price - width / 2 + (random.uniform() - 0.5) * 0.4 * width)
      visit(minute.openMs + ms, bid, bid + width)
    }
  }

  #spread({ openMs, local, releases }: Minute): number {
    return usualSpread(this.pair) * spreadShape(local) * newsSpread(releases, this.pair, openMs)
  }

  #rate({ pace }: Minute): number {
    const { first, second } = this.#recipe
    const lively = second === null ? at(pace, first) : (at(pace, first) + at(pace, second)) / 2
    return Math.min(MOST_RATE, Math.max(LEAST_RATE, USUAL_RATE * lively))
  }
}

const at = (column: Float64Array, index: number): number => column[index] as number

/** Clustered like real quotes: many short gaps and few long ones, around the same mean; a whole millisecond at least. */
function nextGap(random: Random, meanMs: number): number {
  const u = random.uniform()
  return Math.max(1, Math.round(3 * meanMs * u * u))
}
