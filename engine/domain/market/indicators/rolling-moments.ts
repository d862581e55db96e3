import type { ValueIndicator } from './indicator.ts'

export type Moments = Readonly<{ mean: number; deviation: number }>

/**
 * Mean and population standard deviation √(Σ(x − mean)² ÷ n) of the last n values (2 or more), in their unit. Warm-up n.
 *
 * Sums of the distances from an origin inside the window and of their squares; origin and sums are made anew each time
 * the window has gone round. Of whole points both are exact (while n²·range² < 2⁵³), over any number of bars.
 */
export class RollingMoments implements ValueIndicator<Moments> {
  readonly warmUp: number
  readonly value = { mean: Number.NaN, deviation: Number.NaN }
  readonly #forming = { mean: Number.NaN, deviation: Number.NaN }
  readonly #window: Float64Array
  #slot = 0
  #count = 0
  #origin = 0
  #sum = 0
  #squares = 0

  constructor(length: number) {
    this.warmUp = length
    this.#window = new Float64Array(length)
  }

  commit(value: number): Moments {
    if (this.#count === 0) this.#window.fill((this.#origin = value))
    const added = value - this.#origin
    const left = (this.#window[this.#slot] as number) - this.#origin
    this.#sum += added - left
    this.#squares += added * added - left * left
    this.#window[this.#slot] = value
    if (this.#count < this.warmUp) this.#count++
    if (++this.#slot === this.warmUp) this.#goRound(value)
    if (this.#count === this.warmUp) this.#write(this.value, this.#sum, this.#squares)
    return this.value
  }

  preview(value: number): Moments {
    if (this.#count < this.warmUp - 1) return this.#forming
    const added = value - this.#origin
    const left = (this.#window[this.#slot] as number) - this.#origin
    this.#write(this.#forming, this.#sum + added - left, this.#squares + added * added - left * left)
    return this.#forming
  }

  #write(into: { mean: number; deviation: number }, sum: number, squares: number): void {
    const n = this.warmUp
    const origin = this.#origin
    into.mean = origin + sum / n
    into.deviation = Math.sqrt(Math.max(0, n * squares - sum * sum)) / n
  }

  #goRound(newest: number): void {
    this.#slot = 0
    this.#origin = newest
    let sum = 0
    let squares = 0
    for (let k = 0; k < this.warmUp; k++) {
      const distance = (this.#window[k] as number) - newest
      sum += distance
      squares += distance * distance
    }
    this.#sum = sum
    this.#squares = squares
  }
}
