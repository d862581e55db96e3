import type { BarIndicator } from './indicator.ts'
import { RollingMax } from './rolling-max.ts'
import { RollingMin } from './rolling-min.ts'

export type Channel = Readonly<{ upper: number; middle: number; lower: number }>
type Lines = { -readonly [K in keyof Channel]: Channel[K] }

const nothing = (): Lines => ({ upper: Number.NaN, middle: Number.NaN, lower: Number.NaN })

/**
 * Donchian's channel: the highest high and the lowest low of the last `length` bars, the newest included, and half-way between
 * them; in the unit of the prices. For a break of the bars before the newest, read `value` before the commit. Warm-up `length`.
 */
export class Donchian implements BarIndicator<Channel> {
  readonly warmUp: number
  readonly value = nothing()
  readonly #forming = nothing()
  readonly #highest: RollingMax
  readonly #lowest: RollingMin

  constructor(length: number) {
    this.warmUp = length
    this.#highest = new RollingMax(length)
    this.#lowest = new RollingMin(length)
  }

  commit(high: number, low: number, _close?: number): Channel {
    return write(this.value, this.#highest.commit(high), this.#lowest.commit(low))
  }

  preview(high: number, low: number, _close?: number): Channel {
    return write(this.#forming, this.#highest.preview(high), this.#lowest.preview(low))
  }
}

function write(into: Lines, upper: number, lower: number): Channel {
  into.upper = upper
  into.middle = (upper + lower) / 2
  into.lower = lower
  return into
}
