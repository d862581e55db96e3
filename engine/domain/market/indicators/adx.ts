import type { BarIndicator } from './indicator.ts'
import { trueRange } from './true-range.ts'
import { WilderMean } from './wilder-mean.ts'

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
  readonly #ranges: WilderMean
  readonly #rises: WilderMean
  readonly #falls: WilderMean
  readonly #strength: WilderMean
  #high = Number.NaN
  #low = Number.NaN
  #close = Number.NaN

  constructor(length: number) {
    this.warmUp = 2 * length
    this.#ranges = new WilderMean(length)
    this.#rises = new WilderMean(length)
    this.#falls = new WilderMean(length)
    this.#strength = new WilderMean(length)
  }

  commit(high: number, low: number, close: number): Directions {
    const up = high - this.#high
    const down = this.#low - low
    const range = trueRange(high, low, this.#close)
    this.#high = high
    this.#low = low
    this.#close = close
    if (Number.isNaN(up)) return this.value
    const ranges = this.#ranges.commit(range)
    point(this.value, ranges, this.#rises.commit(movement(up, down)), this.#falls.commit(movement(down, up)))
    if (!Number.isNaN(ranges)) this.value.adx = this.#strength.commit(difference(this.value))
    return this.value
  }

  preview(high: number, low: number, _close?: number): Directions {
    const up = high - this.#high
    const down = this.#low - low
    if (Number.isNaN(up)) return this.#forming
    const ranges = this.#ranges.preview(trueRange(high, low, this.#close))
    const rises = this.#rises.preview(movement(up, down))
    point(this.#forming, ranges, rises, this.#falls.preview(movement(down, up)))
    this.#forming.adx = this.#strength.preview(difference(this.#forming))
    return this.#forming
  }
}

const movement = (with_: number, against: number): number => (with_ > against && with_ > 0 ? with_ : 0)

function point(into: Lines, ranges: number, rises: number, falls: number): void {
  into.plus = ranges === 0 ? 0 : (100 * rises) / ranges
  into.minus = ranges === 0 ? 0 : (100 * falls) / ranges
}

function difference({ plus, minus }: Directions): number {
  const both = plus + minus
  return both === 0 ? 0 : (100 * Math.abs(plus - minus)) / both
}
