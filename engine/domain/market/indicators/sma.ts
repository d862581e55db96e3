import type { ValueIndicator } from './indicator.ts'

const ANEW_AFTER = 256

/**
 * Simple moving average, which is also the rolling mean: the sum of the last `length` values ÷ `length`, in their unit.
 * Warm-up `length`. As MetaTrader 5's iMA with MODE_SMA.
 *
 * The sum is made anew every 256 values, or each time a longer window has gone round, so rounding never adds up; of whole points
 * it is exact.
 */
export class Sma implements ValueIndicator {
  readonly warmUp: number
  readonly #window: Float64Array
  #slot = 0
  #count = 0
  #untilAnew: number
  #sum = 0
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length
    this.#window = new Float64Array(length)
    this.#untilAnew = Math.max(ANEW_AFTER, length)
  }

  get value(): number {
    return this.#value
  }

  commit(value: number): number {
    this.#sum += value - (this.#window[this.#slot] as number)
    this.#window[this.#slot] = value
    if (this.#count < this.warmUp) this.#count++
    if (++this.#slot === this.warmUp) this.#slot = 0
    if (--this.#untilAnew === 0) this.#sumAnew()
    return (this.#value = this.#count === this.warmUp ? this.#sum / this.warmUp : Number.NaN)
  }

  preview(value: number): number {
    if (this.#count < this.warmUp - 1) return Number.NaN
    return (this.#sum + value - (this.#window[this.#slot] as number)) / this.warmUp
  }

  #sumAnew(): void {
    this.#untilAnew = Math.max(ANEW_AFTER, this.warmUp)
    let sum = 0
    for (let k = 0; k < this.warmUp; k++) sum += this.#window[k] as number
    this.#sum = sum
  }
}
