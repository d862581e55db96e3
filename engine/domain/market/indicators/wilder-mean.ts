import type { ValueIndicator } from './indicator.ts'

/** The mean after `value`, for those that keep several of one age. `share` is 1 ÷ length; while seeding, the mean grows from 0. */
export const wilderNext = (mean: number, value: number, share: number, isSeeding: boolean): number =>
  mean + (isSeeding ? value : value - mean) * share

/**
 * Wilder's smoothing ("New Concepts in Technical Trading Systems", 1978): previous + (value − previous) ÷ length. Seed: the
 * simple mean of the first `length` values, which is also the warm-up. In the unit of the values. As MetaTrader 5's MODE_SMMA.
 */
export class WilderMean implements ValueIndicator {
  readonly warmUp: number
  readonly #share: number
  /** The mean; while warming up, the share of the seed that is here. */
  #mean = 0
  #count = 0
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length
    this.#share = 1 / length
  }

  get value(): number {
    return this.#value
  }

  commit(value: number): number {
    this.#mean = this.#next(value)
    if (this.#count < this.warmUp) this.#count++
    return (this.#value = this.#count === this.warmUp ? this.#mean : Number.NaN)
  }

  preview(value: number): number {
    return this.#count < this.warmUp - 1 ? Number.NaN : this.#next(value)
  }

  #next(value: number): number {
    return wilderNext(this.#mean, value, this.#share, this.#count < this.warmUp)
  }
}
