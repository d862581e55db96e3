import type { BarIndicator } from './indicator.ts'

/** In the unit of the prices. */
export type Channel = Readonly<{ upper: number; middle: number; lower: number }>
type Lines = { -readonly [K in keyof Channel]: Channel[K] }

const nothing = (): Lines => ({ upper: Number.NaN, middle: Number.NaN, lower: Number.NaN })

/**
 * Donchian's channel: the highest high and the lowest low of the last `length` bars, the newest included, and half-way between
 * them. For a break of the bars before the newest, read `value` before the commit. Warm-up `length`.
 *
 * The way of `RollingMax`, for highs and lows in one go.
 */
export class Donchian implements BarIndicator<Channel> {
  readonly warmUp: number
  readonly value = nothing()
  readonly #forming = nothing()
  readonly #highs: Float64Array
  readonly #lows: Float64Array
  #slot = 0
  #count = 0
  #highest = Number.NEGATIVE_INFINITY
  #lowest = Number.POSITIVE_INFINITY

  constructor(length: number) {
    this.warmUp = length
    this.#highs = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
    this.#lows = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
  }

  commit(high: number, low: number, _close?: number): Channel {
    const slot = this.#slot
    this.#highs[slot] = high
    this.#lows[slot] = low
    if (high > this.#highest) this.#highest = high
    if (low < this.#lowest) this.#lowest = low
    if (this.#count < this.warmUp) this.#count++
    if (this.#count === this.warmUp) this.#write(this.value, this.#highest, this.#lowest)
    this.#slot = slot + 1
    if (this.#slot === this.warmUp) this.#turn()
    return this.value
  }

  preview(high: number, low: number, _close?: number): Channel {
    if (this.#count < this.warmUp - 1) return this.#forming
    const highest = high > this.#highest ? high : this.#highest
    this.#write(this.#forming, highest, low < this.#lowest ? low : this.#lowest)
    return this.#forming
  }

  /** Joins what this block has with what remains of the one before it. */
  #write(into: Lines, highest: number, lowest: number): void {
    const high = this.#highs[this.#slot + 1] as number
    const low = this.#lows[this.#slot + 1] as number
    into.upper = high > highest ? high : highest
    into.lower = low < lowest ? low : lowest
    into.middle = (into.upper + into.lower) / 2
  }

  #turn(): void {
    const [highs, lows] = [this.#highs, this.#lows]
    for (let k = this.warmUp - 2; k >= 0; k--) {
      if ((highs[k] as number) < (highs[k + 1] as number)) highs[k] = highs[k + 1] as number
      if ((lows[k] as number) > (lows[k + 1] as number)) lows[k] = lows[k + 1] as number
    }
    this.#slot = 0
    this.#highest = Number.NEGATIVE_INFINITY
    this.#lowest = Number.POSITIVE_INFINITY
  }
}
