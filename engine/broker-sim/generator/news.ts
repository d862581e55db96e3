/**
 * Releases of the generated market: which, when and how hard follows from the seed and the date alone, so that spreads can
 * widen before one. Times of day are those of well-known releases; how often they shock is plausible, not measured.
 */
import { baseOf, quoteOf, type Pair } from '../../contracts/pairs.ts'
import { newYorkOffsetMs } from '../../domain/market/city-time.ts'
import { DAY_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import { isMarketOpen } from '../../domain/market/session-clock.ts'
import { Random, streamSeed } from '../random.ts'
import type { LocalTime } from './day-shape.ts'

/** Currency, New York time of day in minutes, share of days on which it shocks, and size against an ordinary one. */
const SLOTS: readonly (readonly [string, number, number, number])[] = [
  ['USD', 8 * 60 + 30, 0.35, 1],
  ['USD', 10 * 60, 0.25, 0.6],
  ['USD', 14 * 60, 0.05, 1.6],
  ['EUR', 5 * 60, 0.2, 0.6],
  ['EUR', 8 * 60 + 15, 0.05, 1.5],
  ['GBP', 2 * 60, 0.2, 0.9],
  ['GBP', 7 * 60, 0.05, 1.4],
  ['CHF', 2 * 60 + 30, 0.08, 0.9],
  ['CAD', 8 * 60 + 30, 0.15, 1],
  ['JPY', 22 * 60, 0.08, 1],
  ['AUD', 20 * 60 + 30, 0.15, 1],
  ['NZD', 18 * 60 + 45, 0.08, 1],
]

/** Minutes around a release in which spreads are 4 and 2 times as wide, and in which volatility dies down. */
const WIDE = { from: -1, to: 2, times: 4 }
const WIDER = { from: 3, to: 10, times: 2 }
const AFTERSHOCK_MINUTES = 20
const AFTERSHOCK = 1.5

export type Release = Readonly<{
  currency: string
  atMs: number
  /** Of the currency's value, in multiples of an ordinary minute's move of the day. */
  shock: number
}>

const SHOCK = 7

export class News {
  readonly #seed: number
  readonly #random = new Random(0)
  #day = Number.NaN
  #releases: readonly Release[] = []

  constructor(seed: number) {
    this.#seed = streamSeed(seed, 'news')
  }

  /** The releases of the New York date that this moment belongs to. */
  on(utcMs: number, { day }: LocalTime): readonly Release[] {
    if (day !== this.#day) {
      this.#day = day
      this.#releases = this.#drawn(day, newYorkOffsetMs(utcMs))
    }
    return this.#releases
  }

  #drawn(day: number, offsetMs: number): Release[] {
    this.#random.reseed(this.#seed, day)
    return SLOTS.flatMap(([currency, minute, share, size]): Release[] => {
      const happens = this.#random.uniform() < share
      const shock = SHOCK * size * this.#random.gaussian()
      const atMs = day * DAY_MS + minute * MINUTE_MS - offsetMs
      return happens && isMarketOpen(atMs) ? [{ currency, atMs, shock }] : []
    })
  }
}

const minutesSince = (release: Release, minuteMs: number): number => (minuteMs - release.atMs) / MINUTE_MS

const concerns = (pair: Pair, { currency }: Release): boolean =>
  baseOf(pair) === currency || quoteOf(pair) === currency

/** How many times wider the spread is in this minute. */
export function newsSpread(releases: readonly Release[], pair: Pair, minuteMs: number): number {
  let times = 1
  for (const release of releases) {
    if (!concerns(pair, release)) continue
    const since = minutesSince(release, minuteMs)
    for (const band of [WIDE, WIDER])
      if (since >= band.from && since <= band.to) times = Math.max(times, band.times)
  }
  return times
}

/** How many times more volatile this minute is. */
export function newsVolatility(releases: readonly Release[], pair: Pair, minuteMs: number): number {
  let times = 1
  for (const release of releases) {
    if (!concerns(pair, release)) continue
    const since = minutesSince(release, minuteMs)
    if (since >= 0 && since < AFTERSHOCK_MINUTES)
      times = Math.max(times, 1 + AFTERSHOCK * (1 - since / AFTERSHOCK_MINUTES))
  }
  return times
}
