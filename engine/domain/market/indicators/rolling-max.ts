import type { ValueIndicator } from './indicator.ts'

/**
 * The greatest of the last n values, in their unit. Warm-up n.
 *
 * A queue of those that may still become the greatest: each is smaller than the one before it and younger. Every value
 * enters and leaves once, so a commit costs O(1) on average.
 */
export class RollingMax implements ValueIndicator {
  readonly warmUp: number
  readonly #values: Float64Array
  /** The commit that each came with. */
  readonly #born: Float64Array
  #head = 0
  #size = 0
  #count = 0
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length
    this.#values = new Float64Array(length)
    this.#born = new Float64Array(length)
  }

  get value(): number {
    return this.#value
  }

  commit(value: number): number {
    if (this.#headLeaves()) {
      this.#head = this.#slot(1)
      this.#size--
    }
    while (this.#size > 0 && (this.#values[this.#slot(this.#size - 1)] as number) <= value) this.#size--
    const slot = this.#slot(this.#size++)
    this.#values[slot] = value
    this.#born[slot] = this.#count++
    const enough = this.#count >= this.warmUp
    return (this.#value = enough ? (this.#values[this.#head] as number) : Number.NaN)
  }

  preview(value: number): number {
    if (this.#count < this.warmUp - 1) return Number.NaN
    const first = this.#headLeaves() ? 1 : 0
    if (first >= this.#size) return value
    return Math.max(value, this.#values[this.#slot(first)] as number)
  }

  #headLeaves(): boolean {
    return this.#size > 0 && (this.#born[this.#head] as number) <= this.#count - this.warmUp
  }

  #slot(place: number): number {
    const slot = this.#head + place
    return slot >= this.warmUp ? slot - this.warmUp : slot
  }
}
