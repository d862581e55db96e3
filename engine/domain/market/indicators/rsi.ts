import type { ValueIndicator } from './indicator.ts'
import { wilderNext } from './wilder-mean.ts'

/**
 * Wilder's relative strength index (1978), 0 to 100: 100 · G ÷ (G + L), G and L Wilder's means of the rises and of the falls
 * from close to close. Seed: their simple means over the first `length` changes, so warm-up is `length` + 1 closes. 50 when
 * nothing moved. As MetaTrader 5's iRSI.
 */
export class Rsi implements ValueIndicator {
  readonly warmUp: number
  readonly #share: number
  #rises = 0
  #falls = 0
  #before = 0
  /** Closes so far, up to the warm-up. */
  #count = 0
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length + 1
    this.#share = 1 / length
  }

  get value(): number {
    return this.#value
  }

  commit(close: number): number {
    const change = close - this.#before
    this.#before = close
    if (this.#count > 0) {
      this.#rises = this.#next(this.#rises, change)
      this.#falls = this.#next(this.#falls, -change)
    }
    if (this.#count < this.warmUp) this.#count++
    if (this.#count === this.warmUp) this.#value = strength(this.#rises, this.#falls)
    return this.#value
  }

  preview(close: number): number {
    if (this.#count < this.warmUp - 1) return Number.NaN
    const change = close - this.#before
    return strength(this.#next(this.#rises, change), this.#next(this.#falls, -change))
  }

  #next(mean: number, change: number): number {
    return wilderNext(mean, change > 0 ? change : 0, this.#share, this.#count < this.warmUp)
  }
}

const strength = (rises: number, falls: number): number =>
  rises === 0 && falls === 0 ? 50 : (100 * rises) / (rises + falls)
