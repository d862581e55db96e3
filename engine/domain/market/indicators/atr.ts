import type { BarIndicator } from './indicator.ts'
import { Sma } from './sma.ts'
import { trueRange } from './true-range.ts'

/**
 * Average true range as MetaTrader 5's iATR has it: the simple mean of the last `length` true ranges, in the unit of the
 * prices. (Wilder's own is smoothed by `WilderMean`.) The first bar has no true range, so warm-up is `length` + 1.
 */
export class Atr implements BarIndicator {
  readonly warmUp: number
  readonly #ranges: Sma
  #before = Number.NaN

  constructor(length: number) {
    this.warmUp = length + 1
    this.#ranges = new Sma(length)
  }

  get value(): number {
    return this.#ranges.value
  }

  commit(high: number, low: number, close: number): number {
    const before = this.#before
    this.#before = close
    return Number.isNaN(before) ? Number.NaN : this.#ranges.commit(trueRange(high, low, before))
  }

  preview(high: number, low: number, _close?: number): number {
    return Number.isNaN(this.#before) ? Number.NaN : this.#ranges.preview(trueRange(high, low, this.#before))
  }
}
