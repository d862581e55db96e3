import type { CandidateColumns } from '../candidates/candidates.ts'
import type { TradedTape } from '../outcome/tape-blocks.ts'
import { groupsOf } from '../results/result-groups.ts'
import { RandomEntries, type RandomChoices } from './random-entries.ts'
import { RandomSummer, type RandomSums } from './random-sums.ts'

/** Random entries of one pair: sums of groups of its candidates, and the mean of each candidate's own at 1× cost; NaN of none. */
export type RandomOfPair = Readonly<{ sums: RandomSums; means: Float64Array }>

/** The group of a set of candidates. */
export const groupOf = (set: string, by: string, name: string): string => `${set} ${by} ${name}`

/**
 * Draws random entries beside candidates while a tape goes by in stretches: each has those of its own stretch, a year about it, so
 * that they are of the same hours and of the same times.
 */
export class RandomDrawing {
  readonly #setsOf: (candidates: CandidateColumns, row: number) => readonly string[]
  readonly #choices: RandomChoices
  readonly #summer = new RandomSummer()
  readonly #means: number[] = []

  /** Sets of which a candidate is a member; one of none has no random entries. */
  constructor(
    setsOf: (candidates: CandidateColumns, row: number) => readonly string[],
    choices: RandomChoices,
  ) {
    this.#setsOf = setsOf
    this.#choices = choices
  }

  /** Beside those of `candidates`, which are in the order of their entries, that were entered in the stretch. */
  stretch(traded: TradedTape, own: number, candidates: CandidateColumns): void {
    const lastMs = traded.tape.openMs[own - 1] ?? Number.NEGATIVE_INFINITY
    let entries: RandomEntries | null = null
    for (let row = this.#means.length; row < candidates.length; row++) {
      if ((candidates.entryMs[row] as number) > lastMs) return
      const sets = this.#setsOf(candidates, row)
      if (sets.length > 0) entries ??= new RandomEntries(traded, own, this.#choices)
      this.#means.push(entries && sets.length > 0 ? this.#add(entries, candidates, row, sets) : Number.NaN)
    }
  }

  end(): RandomOfPair {
    return { sums: this.#summer.sums, means: Float64Array.from(this.#means) }
  }

  #add(entries: RandomEntries, candidates: CandidateColumns, row: number, sets: readonly string[]): number {
    const drawn = entries.beside(candidates, row)
    for (const { by, name } of groupsOf(candidates, row))
      for (const set of sets) this.#summer.add(groupOf(set, by, name), drawn)
    return meanOf(drawn.net1)
  }
}

function meanOf(results: Float32Array): number {
  let sum = 0
  let known = 0
  for (const r of results) {
    if (Number.isNaN(r)) continue
    sum += r
    known++
  }
  return sum / known
}
