import type { ValueIndicator } from './indicator.ts'

/**
 * Exponential moving average: previous + α · (value − previous), α = 2 ÷ (length + 1), in the unit of the values. Seed: the
 * first value, as MetaTrader 5's iMA with MODE_EMA has it. Warm-up `length`, when the seed still weighs about 13 %; after 5
 * lengths it is below 0.01 %.
 */
export class Ema implements ValueIndicator {
  readonly warmUp: number
  readonly #alpha: number
  #mean = 0
  #count = 0
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length
    this.#alpha = 2 / (length + 1)
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
    return this.#count === 0 ? value : this.#mean + this.#alpha * (value - this.#mean)
  }
}
