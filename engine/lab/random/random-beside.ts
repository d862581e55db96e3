import type { RandomDraws } from './random-entries.ts'

/** Random entries of one pair's rows, in the order of `rows`. */
export type DrawnOfPair = Readonly<{ rows: Int32Array; drawn: RandomDraws }>

export type Cost = 'net1' | 'net15' | 'net2'

/** Finds the random entries of any row again, whichever pair they were drawn with. */
export class RandomBeside {
  readonly draws: number
  readonly #parts: readonly DrawnOfPair[]
  readonly #partOf: Int32Array
  readonly #placeOf: Int32Array

  /** `length`: of all candidates. Rows without a draw have no random entries. */
  constructor(length: number, parts: readonly DrawnOfPair[]) {
    this.draws = parts[0]?.drawn.draws ?? 0
    this.#parts = parts
    this.#partOf = new Int32Array(length).fill(-1)
    this.#placeOf = new Int32Array(length)
    parts.forEach(({ rows }, part) =>
      rows.forEach((row, k) => {
        this.#partOf[row] = part
        this.#placeOf[row] = k * this.draws
      }),
    )
  }

  /** The row's results, one a draw, in R; NaN where the data was too short. */
  of(row: number, cost: Cost): Float32Array {
    const results = this.#parts[this.#partOf[row] as number]?.drawn[cost]
    const place = this.#placeOf[row] as number
    return results?.subarray(place, place + this.draws) ?? new Float32Array(this.draws).fill(Number.NaN)
  }

  /** Mean over the row's draws. */
  meanOf(row: number, cost: Cost): number {
    let sum = 0
    let known = 0
    for (const r of this.of(row, cost)) {
      if (Number.isNaN(r)) continue
      sum += r
      known++
    }
    return sum / known
  }
}
