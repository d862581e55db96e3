import type { ValueIndicator } from './indicator.ts'
import { RollingMoments, type Moments } from './rolling-moments.ts'

/**
 * How many population standard deviations the newest value lies from the mean of the last n, itself included (Bollinger's
 * z). No unit. Warm-up n; NaN too while all n are equal.
 */
export class RollingZ implements ValueIndicator {
  readonly warmUp: number
  readonly #moments: RollingMoments
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length
    this.#moments = new RollingMoments(length)
  }

  get value(): number {
    return this.#value
  }

  commit(value: number): number {
    return (this.#value = distance(value, this.#moments.commit(value)))
  }

  preview(value: number): number {
    return distance(value, this.#moments.preview(value))
  }
}

const distance = (value: number, { mean, deviation }: Moments): number =>
  deviation === 0 ? Number.NaN : (value - mean) / deviation
