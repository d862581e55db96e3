import type { ValueIndicator } from './indicator.ts'
import { RollingMoments, type Moments } from './rolling-moments.ts'

export type Bands = Readonly<{ upper: number; middle: number; lower: number }>
type Lines = { -readonly [K in keyof Bands]: Bands[K] }

const nothing = (): Lines => ({ upper: Number.NaN, middle: Number.NaN, lower: Number.NaN })

/**
 * Bollinger bands: the simple mean of the last `length` closes, and `width` population standard deviations above and below it,
 * in the unit of the prices. Warm-up `length`. As MetaTrader 5's iBands.
 */
export class Bollinger implements ValueIndicator<Bands> {
  readonly warmUp: number
  readonly value = nothing()
  readonly #forming = nothing()
  readonly #moments: RollingMoments
  readonly #width: number

  constructor(length: number, width: number) {
    this.warmUp = length
    this.#width = width
    this.#moments = new RollingMoments(length)
  }

  commit(close: number): Bands {
    return this.#write(this.value, this.#moments.commit(close))
  }

  preview(close: number): Bands {
    return this.#write(this.#forming, this.#moments.preview(close))
  }

  #write(into: Lines, { mean, deviation }: Moments): Bands {
    into.middle = mean
    into.upper = mean + this.#width * deviation
    into.lower = mean - this.#width * deviation
    return into
  }
}
