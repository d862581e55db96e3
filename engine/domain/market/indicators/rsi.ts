import type { ValueIndicator } from './indicator.ts'
import { WilderMean } from './wilder-mean.ts'

/**
 * Wilder's relative strength index (1978), 0 to 100: 100 · G ÷ (G + L), G and L Wilder's means of the rises and of the falls
 * from close to close. Seed: their simple means over the first `length` changes, so warm-up is `length` + 1 closes. 50 when
 * nothing moved. As MetaTrader 5's iRSI.
 */
export class Rsi implements ValueIndicator {
  readonly warmUp: number
  readonly #rises: WilderMean
  readonly #falls: WilderMean
  #before = Number.NaN
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length + 1
    this.#rises = new WilderMean(length)
    this.#falls = new WilderMean(length)
  }

  get value(): number {
    return this.#value
  }

  commit(close: number): number {
    const change = close - this.#before
    this.#before = close
    if (Number.isNaN(change)) return Number.NaN
    return (this.#value = strength(this.#rises.commit(rise(change)), this.#falls.commit(rise(-change))))
  }

  preview(close: number): number {
    const change = close - this.#before
    if (Number.isNaN(change)) return Number.NaN
    return strength(this.#rises.preview(rise(change)), this.#falls.preview(rise(-change)))
  }
}

const rise = (change: number): number => (change > 0 ? change : 0)

const strength = (rises: number, falls: number): number =>
  rises === 0 && falls === 0 ? 50 : (100 * rises) / (rises + falls)
