import type { Measured } from '../../contracts/proving.ts'
import { groupOf, type RandomOfPair } from './random-drawing.ts'
import { randomFigures, RandomSummer, type Cost } from './random-sums.ts'

/** Random entries of one pair, and which of all candidates they are beside: the places of their means, in their order. */
export type DrawnOfPair = Readonly<{ rows: Int32Array; drawn: RandomOfPair }>

/** What the random entries beside a set of candidates came to. */
export type RandomOfSet = Readonly<{
  figures: (by: string, name: string, cost: Cost) => Measured
  /** Mean over a candidate's draws at 1× cost; NaN where there are none. */
  meanOf: (row: number) => number
}>

/** Random entries of all pairs together. */
export class RandomBeside {
  readonly #summer = new RandomSummer()
  readonly #means: Float64Array

  /** `length`: of all candidates. */
  constructor(length: number, parts: readonly DrawnOfPair[]) {
    this.#means = new Float64Array(length).fill(Number.NaN)
    for (const { rows, drawn } of parts) {
      this.#summer.join(drawn.sums)
      rows.forEach((row, k) => (this.#means[row] = drawn.means[k] as number))
    }
  }

  ofSet(set: string): RandomOfSet {
    const { sums } = this.#summer
    return {
      figures: (by, name, cost) => randomFigures(sums, groupOf(set, by, name), cost),
      meanOf: row => this.#means[row] as number,
    }
  }
}
