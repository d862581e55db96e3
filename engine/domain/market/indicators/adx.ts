import type { BarIndicator } from './indicator.ts'
import { trueRange } from './true-range.ts'
import { WilderMean, wilderNext } from './wilder-mean.ts'

/** 0 to 100 each. `plus` and `minus` are there after `length` + 1 bars already. */
export type Directions = Readonly<{ adx: number; plus: number; minus: number }>
type Lines = { -readonly [K in keyof Directions]: Directions[K] }

const nothing = (): Lines => ({ adx: Number.NaN, plus: Number.NaN, minus: Number.NaN })

/**
 * Wilder's average directional index (1978), as MetaTrader 5's iADXWilder; its iADX smooths exponentially instead, and gives
 * other numbers. +DM is the rise of the high where it is greater than the fall of the low and above 0, −DM the reverse;
 * ±DI = 100 · Wilder's mean of ±DM ÷ Wilder's mean of the true range; DX = 100 · |+DI − −DI| ÷ (+DI + −DI), 0 when both are;
 * ADX is Wilder's mean of DX. Every seed is a simple mean of `length` (MetaTrader begins at 0, which a hundred bars level out).
 * Warm-up 2 · `length`.
 */
export class Adx implements BarIndicator<Directions> {
  readonly warmUp: number
  readonly value = nothing()
  readonly #forming = nothing()
  readonly #length: number
  readonly #share: number
  readonly #strength: WilderMean
  #ranges = 0
  #rises = 0
  #falls = 0
  #high = 0
  #low = 0
  #close = 0
  /** Bars so far, up to the first with directions. */
  #count = 0

  constructor(length: number) {
    this.warmUp = 2 * length
    this.#length = length
    this.#share = 1 / length
    this.#strength = new WilderMean(length)
  }

  commit(high: number, low: number, close: number): Directions {
    const up = high - this.#high
    const down = this.#low - low
    if (this.#count > 0) {
      this.#ranges = this.#next(this.#ranges, trueRange(high, low, this.#close))
      this.#rises = this.#next(this.#rises, movement(up, down))
      this.#falls = this.#next(this.#falls, movement(down, up))
    }
    this.#high = high
    this.#low = low
    this.#close = close
    if (this.#count <= this.#length) this.#count++
    if (this.#count <= this.#length) return this.value
    const difference = point(this.value, this.#ranges, this.#rises, this.#falls)
    this.value.adx = this.#strength.commit(difference)
    return this.value
  }

  preview(high: number, low: number, _close?: number): Directions {
    if (this.#count < this.#length) return this.#forming
    const up = high - this.#high
    const down = this.#low - low
    const ranges = this.#next(this.#ranges, trueRange(high, low, this.#close))
    const rises = this.#next(this.#rises, movement(up, down))
    const falls = this.#next(this.#falls, movement(down, up))
    this.#forming.adx = this.#strength.preview(point(this.#forming, ranges, rises, falls))
    return this.#forming
  }

  #next(mean: number, value: number): number {
    return wilderNext(mean, value, this.#share, this.#count <= this.#length)
  }
}

const movement = (with_: number, against: number): number => (with_ > against && with_ > 0 ? with_ : 0)

/** Writes both directions, and answers DX. */
function point(into: Lines, ranges: number, rises: number, falls: number): number {
  into.plus = ranges === 0 ? 0 : (100 * rises) / ranges
  into.minus = ranges === 0 ? 0 : (100 * falls) / ranges
  const both = into.plus + into.minus
  return both === 0 ? 0 : (100 * Math.abs(into.plus - into.minus)) / both
}
