import type { ValueIndicator } from './indicator.ts'

/**
 * The greatest of the last n values, in their unit. Warm-up n.
 *
 * After van Herk (1992) and Gil and Werman (1993): values come in blocks of n. Of the block under way its greatest so far is
 * known, and of the one before it the greatest from each place on; the window is always an end of the one and the beginning of
 * the other. Three comparisons a value, whatever the values; a queue of candidates is slower, because nobody can predict it.
 */
export class RollingMax implements ValueIndicator {
  readonly warmUp: number
  /** Before `#slot` values of this block; from it on, the greatest from there to the end of the block before. */
  readonly #block: Float64Array
  #slot = 0
  #greatest = Number.NEGATIVE_INFINITY
  #count = 0
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length
    this.#block = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
  }

  get value(): number {
    return this.#value
  }

  commit(value: number): number {
    this.#value = this.preview(value)
    this.#block[this.#slot] = value
    if (value > this.#greatest) this.#greatest = value
    if (this.#count < this.warmUp) this.#count++
    if (++this.#slot === this.warmUp) this.#turn()
    return this.#value
  }

  preview(value: number): number {
    if (this.#count < this.warmUp - 1) return Number.NaN
    const here = value > this.#greatest ? value : this.#greatest
    const before = this.#block[this.#slot + 1] as number
    return before > here ? before : here
  }

  #turn(): void {
    const block = this.#block
    for (let k = this.warmUp - 2; k >= 0; k--) {
      if ((block[k] as number) < (block[k + 1] as number)) block[k] = block[k + 1] as number
    }
    this.#slot = 0
    this.#greatest = Number.NEGATIVE_INFINITY
  }
}
