import type { ValueIndicator } from './indicator.ts'
import { RollingMax } from './rolling-max.ts'

/** The least of the last n values, in their unit. Warm-up n. */
export class RollingMin implements ValueIndicator {
  readonly warmUp: number
  readonly #negative: RollingMax

  constructor(length: number) {
    this.warmUp = length
    this.#negative = new RollingMax(length)
  }

  get value(): number {
    return -this.#negative.value
  }

  commit(value: number): number {
    return -this.#negative.commit(-value)
  }

  preview(value: number): number {
    return -this.#negative.preview(-value)
  }
}
