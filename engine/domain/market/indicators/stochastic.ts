import { Donchian } from './donchian.ts'
import type { BarIndicator } from './indicator.ts'
import { Sma } from './sma.ts'

/** 0 to 100 each. */
export type StochasticLines = Readonly<{ k: number; d: number }>
type Lines = { -readonly [K in keyof StochasticLines]: StochasticLines[K] }

const nothing = (): Lines => ({ k: Number.NaN, d: Number.NaN })

/**
 * Lane's stochastic oscillator as MetaTrader 5's iStochastic has it (low/high, simple): %K = 100 · Σ (close − lowest low of
 * `length`) ÷ Σ (highest high − lowest low), both sums over the last `slowing` bars, 100 when the price stood still; %D is the
 * simple mean of the last `smoothing` %K. With `slowing` 1 it is Lane's fast %K. Warm-up `length` + `slowing` + `smoothing` − 2.
 */
export class Stochastic implements BarIndicator<StochasticLines> {
  readonly warmUp: number
  readonly value = nothing()
  readonly #forming = nothing()
  readonly #channel: Donchian
  readonly #reached: Sma
  readonly #room: Sma
  readonly #d: Sma

  constructor(length = 5, smoothing = 3, slowing = 3) {
    this.warmUp = length + slowing + smoothing - 2
    this.#channel = new Donchian(length)
    this.#reached = new Sma(slowing)
    this.#room = new Sma(slowing)
    this.#d = new Sma(smoothing)
  }

  commit(high: number, low: number, close: number): StochasticLines {
    const { upper, lower } = this.#channel.commit(high, low)
    if (Number.isNaN(upper)) return this.value
    this.value.k = share(this.#reached.commit(close - lower), this.#room.commit(upper - lower))
    if (!Number.isNaN(this.value.k)) this.value.d = this.#d.commit(this.value.k)
    return this.value
  }

  preview(high: number, low: number, close: number): StochasticLines {
    const { upper, lower } = this.#channel.preview(high, low)
    this.#forming.k = share(this.#reached.preview(close - lower), this.#room.preview(upper - lower))
    this.#forming.d = this.#d.preview(this.#forming.k)
    return this.#forming
  }
}

const share = (reached: number, room: number): number => (room === 0 ? 100 : (100 * reached) / room)
