import type { ValueIndicator } from './indicator.ts'

/**
 * Where the newest value stands among the last n, itself included: (those below it + half of (those equal to it + 1)) ÷ n,
 * above 0 up to 1; the mean rank of ties, as in R's rank() or pandas' rolling rank(pct=True). While fewer than n are here it
 * stands among those; warm-up `atLeast`.
 *
 * The window is also kept sorted: a binary search finds both places, and only the numbers between the one that leaves and
 * the one that comes are moved.
 */
export class PercentileRank implements ValueIndicator {
  readonly warmUp: number
  readonly #length: number
  readonly #window: Float64Array
  readonly #sorted: Float64Array
  #slot = 0
  #count = 0
  #value = Number.NaN

  constructor(length: number, atLeast = length) {
    this.warmUp = atLeast
    this.#length = length
    this.#window = new Float64Array(length)
    this.#sorted = new Float64Array(length)
  }

  get value(): number {
    return this.#value
  }

  commit(value: number): number {
    this.#value = this.preview(value)
    const place = this.#below(value)
    const isFull = this.#count === this.#length
    const gap = isFull ? this.#below(this.#window[this.#slot] as number) : this.#count++
    if (place <= gap) this.#sorted.copyWithin(place + 1, place, gap)
    else this.#sorted.copyWithin(gap, gap + 1, place)
    this.#sorted[place <= gap ? place : place - 1] = value
    this.#window[this.#slot] = value
    if (++this.#slot === this.#length) this.#slot = 0
    return this.#value
  }

  preview(value: number): number {
    const isFull = this.#count === this.#length
    const n = isFull ? this.#length : this.#count + 1
    if (n < this.warmUp) return Number.NaN
    const leaving = isFull ? (this.#window[this.#slot] as number) : Number.NaN
    const below = this.#below(value)
    const equal = this.#notAbove(value, below) - below - (leaving === value ? 1 : 0)
    return (below - (leaving < value ? 1 : 0) + (equal + 2) / 2) / n
  }

  #below(value: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#sorted[middle] as number) < value) low = middle + 1
      else high = middle
    }
    return low
  }

  #notAbove(value: number, from: number): number {
    let low = from
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#sorted[middle] as number) <= value) low = middle + 1
      else high = middle
    }
    return low
  }
}
