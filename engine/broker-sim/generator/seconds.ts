/**
 * What happens within a minute: each factor wanders second by second and ends where the minute says (a Brownian bridge),
 * the legs are blended from the factors, and every pair is made of its legs at the same moment, so that the books of all
 * fifteen agree.
 */
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { pointsPerUnit } from '../../domain/market/price.ts'
import { Random, streamSeed } from '../random.ts'
import { COMMON_FACTORS, FACTORS, legAt, type Recipe } from './legs.ts'
import { blended, type Minute } from './minute.ts'

export const SECONDS = 60
const STEP = 1 / Math.sqrt(SECONDS)

export class Seconds {
  readonly #minute: Minute
  readonly #seeds: readonly number[]
  readonly #random = new Random(0)
  /** Value of each factor at second 0 … 60. */
  readonly #factors = Array.from({ length: FACTORS }, () => new Float64Array(SECONDS + 1))
  readonly #madeFor = new Float64Array(FACTORS).fill(Number.NaN)

  constructor(seed: number, minute: Minute) {
    this.#minute = minute
    this.#seeds = Array.from({ length: FACTORS }, (_, factor) => streamSeed(seed, `factor ${factor}`))
  }

  /** Writes the pair's middle price, points, at second 0 … 60 of the present minute. */
  fill(recipe: Recipe, digits: number, middle: Float64Array): void {
    const unit = pointsPerUnit(digits)
    this.#make(recipe.first)
    if (recipe.second !== null) this.#make(recipe.second)
    for (let second = 0; second <= SECONDS; second++) {
      const first = this.#price(recipe.first, second)
      const other = recipe.second === null ? 1 : this.#price(recipe.second, second)
      middle[second] = (recipe.divide ? first / other : first * other) * unit
    }
  }

  #price(leg: number, second: number): number {
    const { open, jump, drift, sigma } = this.#minute
    const wander = blended(
      legAt(leg),
      leg,
      factor => (this.#factors[factor] as Float64Array)[second] as number,
    )
    const move =
      (jump[leg] as number) + ((drift[leg] as number) * second) / SECONDS + (sigma[leg] as number) * wander
    return (open[leg] as number) * (1 + move)
  }

  /** Makes the factors that a leg needs, unless this minute has them already. */
  #make(leg: number): void {
    const { dollar, europe, commodity } = legAt(leg)
    for (const [factor, share] of [dollar, europe, commodity].entries()) if (share !== 0) this.#bridge(factor)
    this.#bridge(COMMON_FACTORS + leg)
  }

  #bridge(factor: number): void {
    const { openMs, shocks } = this.#minute
    if (this.#madeFor[factor] === openMs) return
    this.#madeFor[factor] = openMs
    this.#random.reseed(this.#seeds[factor] as number, openMs / MINUTE_MS)
    const path = this.#factors[factor] as Float64Array
    let sum = 0
    for (let second = 1; second <= SECONDS; second++) {
      sum += this.#random.bell() * STEP
      path[second] = sum
    }
    const miss = (shocks[factor] as number) - sum
    for (let second = 1; second <= SECONDS; second++)
      path[second] = (path[second] as number) + (miss * second) / SECONDS
  }
}
