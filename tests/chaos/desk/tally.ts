/** What became of many runs, by the cell that each of them had for its main accident. */
import type { RunResult } from './run.ts'

type Failure = Readonly<{ cell: string; seed: number; faults: readonly string[] }>
type Counts = Readonly<{ runs: number; happened: number }>

export type SuiteResult = Readonly<{
  runs: number
  fired: number
  lives: number
  failures: readonly Failure[]
  coverage: Readonly<Record<string, Counts>>
}>

const NONE: Counts = { runs: 0, happened: 0 }

export class Tally {
  readonly #coverage: Record<string, Counts> = {}
  readonly #failures: Failure[] = []
  runs = 0
  #fired = 0
  #lives = 0

  add(cell: string, seed: number, { happened, fired, lives, faults }: RunResult): void {
    this.#count(cell, { runs: 1, happened: Number(happened) })
    this.runs += 1
    this.#fired += fired
    this.#lives += lives
    if (faults.length > 0) this.#failures.push({ cell, seed, faults })
  }

  /** What another process has counted. */
  addAll({ runs, fired, lives, failures, coverage }: SuiteResult): void {
    for (const [cell, counts] of Object.entries(coverage)) this.#count(cell, counts)
    this.runs += runs
    this.#fired += fired
    this.#lives += lives
    this.#failures.push(...failures)
  }

  countsOf(cell: string): Counts {
    return this.#coverage[cell] ?? NONE
  }

  #count(cell: string, { runs, happened }: Counts): void {
    const before = this.countsOf(cell)
    this.#coverage[cell] = { runs: before.runs + runs, happened: before.happened + happened }
  }

  get result(): SuiteResult {
    return {
      runs: this.runs,
      fired: this.#fired,
      lives: this.#lives,
      failures: this.#failures,
      coverage: this.#coverage,
    }
  }
}
