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
  /** The queue is a ring of a power of two: place p is at p & mask. */
  readonly #mask: number
  #first = 0
  #end = 0
  #count = 0
  #value = Number.NaN

  constructor(length: number) {
    this.warmUp = length
    const places = 2 ** Math.ceil(Math.log2(length))
    this.#mask = places - 1
    this.#values = new Float64Array(places)
    this.#born = new Float64Array(places)
  }

  get value(): number {
    return this.#value
  }

  commit(value: number): number {
    const mask = this.#mask
    const first = this.#firstThatStays()
    let end = this.#end
    while (end > first && (this.#values[(end - 1) & mask] as number) <= value) end--
    this.#values[end & mask] = value
    this.#born[end & mask] = this.#count++
    this.#first = first
    this.#end = end + 1
    const enough = this.#count >= this.warmUp
    return (this.#value = enough ? (this.#values[first & mask] as number) : Number.NaN)
  }

  preview(value: number): number {
    if (this.#count < this.warmUp - 1) return Number.NaN
    const first = this.#firstThatStays()
    if (first === this.#end) return value
    const greatest = this.#values[first & this.#mask] as number
    return value > greatest ? value : greatest
  }

  /** The greatest leaves when it is as old as the window is long. */
  #firstThatStays(): number {
    const first = this.#first
    const leaves =
      first < this.#end && (this.#born[first & this.#mask] as number) <= this.#count - this.warmUp
    return leaves ? first + 1 : first
  }
}
