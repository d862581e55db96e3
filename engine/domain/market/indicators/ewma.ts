import type { ValueIndicator } from './indicator.ts'

/**
 * Exponentially weighted mean: Σ (1 − α)^age · x ÷ Σ (1 − α)^age over all values so far, α = 2 ÷ (span + 1), in their unit.
 * The weights always sum to 1, so the first values don't count for more than they are (pandas' ewm with adjust=True); `Ema`
 * is the same with MetaTrader's seed. Warm-up `atLeast`.
 */
export class Ewma implements ValueIndicator {
  readonly warmUp: number
  readonly #keep: number
  #sum = 0
  #weight = 0
  #count = 0
  #value = Number.NaN

  constructor(span: number, atLeast = span) {
    this.warmUp = atLeast
    this.#keep = 1 - 2 / (span + 1)
  }

  get value(): number {
    return this.#value
  }

  commit(value: number): number {
    this.#value = this.preview(value)
    this.#sum = this.#sum * this.#keep + value
    this.#weight = this.#weight * this.#keep + 1
    if (this.#count < this.warmUp) this.#count++
    return this.#value
  }

  preview(value: number): number {
    if (this.#count < this.warmUp - 1) return Number.NaN
    return (this.#sum * this.#keep + value) / (this.#weight * this.#keep + 1)
  }
}
