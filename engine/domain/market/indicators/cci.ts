import type { BarIndicator } from './indicator.ts'

/**
 * Lambert's commodity channel index (1980): (T − mean of T) ÷ (0.015 · mean distance of T from that mean), T the typical price
 * (high + low + close) ÷ 3, both means over the last `length` bars; no unit, mostly within ±100. 0 when the price stood still.
 * Warm-up `length`. As MetaTrader 5's iCCI.
 *
 * The mean moves with every bar, and with it every distance, so an update costs O(`length`). Sums of high, low and close are
 * kept in place of typical prices: the ratio is the same, and of whole points they are exact.
 */
export class Cci implements BarIndicator {
  readonly warmUp: number
  readonly #window: Float64Array
  #slot = 0
  #count = 0
  #sum = 0
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length
    this.#window = new Float64Array(length)
  }

  get value(): number {
    return this.#value
  }

  commit(high: number, low: number, close: number): number {
    this.#value = this.preview(high, low, close)
    const typical = high + low + close
    this.#sum += typical - (this.#window[this.#slot] as number)
    this.#window[this.#slot] = typical
    if (this.#count < this.warmUp) this.#count++
    if (++this.#slot === this.warmUp) this.#goRound()
    return this.#value
  }

  preview(high: number, low: number, close: number): number {
    if (this.#count < this.warmUp - 1) return Number.NaN
    const typical = high + low + close
    const leaving = this.#window[this.#slot] as number
    const mean = (this.#sum + typical - leaving) / this.warmUp
    const distances = this.#distancesFrom(mean) + Math.abs(typical - mean) - Math.abs(leaving - mean)
    return distances === 0 ? 0 : ((typical - mean) * this.warmUp) / (0.015 * distances)
  }

  /** In two sums, which a processor adds up side by side. */
  #distancesFrom(mean: number): number {
    const window = this.#window
    let even = 0
    let odd = 0
    let k = 0
    for (; k + 1 < window.length; k += 2) {
      even += Math.abs((window[k] as number) - mean)
      odd += Math.abs((window[k + 1] as number) - mean)
    }
    return k < window.length ? even + odd + Math.abs((window[k] as number) - mean) : even + odd
  }

  #goRound(): void {
    this.#slot = 0
    let sum = 0
    for (let k = 0; k < this.warmUp; k++) sum += this.#window[k] as number
    this.#sum = sum
  }
}
