import { Random, streamSeed } from '../../broker-sim/random.ts'
import { DAY_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import { isMarketOpen, minuteOfNewYork } from '../../domain/market/session-clock.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import { newMinute, type Minute } from '../outcome/minute.ts'

/** Monday 8 January 2018, 00:00 UTC. */
const STARTS_MS = Date.UTC(2018, 0, 8)
const STARTS_AT = 120_000
/** Steps a minute, and the standard deviation of a usual one's minute, points. */
const STEPS = 12
const USUAL = 12
/** By hour in New York: how volatile it is beside the usual minute. */
const HOURS = [0.6, 0.7, 1, 1.4, 1.3, 1.1, 1, 1.2, 1.6, 1.7, 1.7, 1.4, 1, 0.9, 1, 0.8, 0.6, 0.4, 0.4, 0.6, 0.7, 0.7, 0.6, 0.6] as const // prettier-ignore
/** Volatility wanders by itself, and now and then a minute is large. */
const HEAT = { pull: 0.004, kick: 0.03, least: 0.4, most: 2.5 } as const
const LARGE = { share: 0.003, times: 5 } as const
const SPREAD = 3

/**
 * A market in which nothing can be known: every step is as likely up as down whatever came before, while its size follows the
 * hours and its own moods. No rule can earn there before cost, so what a lab finds in it, the lab has made. `drift` (points
 * a minute) adds to it what is to be found.
 */
export class FairMarket {
  readonly #random: Random
  readonly #minute: Minute = { ...newMinute(), ticks: STEPS, spread: SPREAD }
  readonly #endMs: number
  #price = STARTS_AT
  #heat = 1
  #nextMs = STARTS_MS

  constructor(seed: number, days: number) {
    this.#random = new Random(streamSeed(seed, 'fair market'))
    this.#endMs = STARTS_MS + days * DAY_MS
  }

  /** The next minute, filled into the same object each time; null at the end. */
  next(drift: number): Bar | null {
    while (!isMarketOpen(this.#nextMs)) this.#nextMs += MINUTE_MS
    if (this.#nextMs >= this.#endMs) return null
    const random = this.#random
    const { pull, kick, least, most } = HEAT
    this.#heat = Math.min(most, Math.max(least, this.#heat + (1 - this.#heat) * pull + kick * random.bell()))
    const hour = HOURS[Math.floor(minuteOfNewYork(this.#nextMs) / 60)] as number
    const large = random.uniform() < LARGE.share ? LARGE.times : 1
    this.#walk((USUAL * hour * this.#heat * large) / Math.sqrt(STEPS), drift / STEPS)
    this.#minute.openMs = this.#nextMs
    this.#nextMs += MINUTE_MS
    return this.#minute
  }

  #walk(sigma: number, drift: number): void {
    const minute = this.#minute
    const first = Math.round(this.#price)
    minute.open = minute.high = minute.low = first
    for (let step = 0; step < STEPS; step++) {
      this.#price += drift + sigma * this.#random.bell()
      const points = Math.round(this.#price)
      if (points > minute.high) minute.high = points
      if (points < minute.low) minute.low = points
      minute.close = points
    }
  }
}
