/** What became of many runs, by the cell that each of them had for its main accident. */
export type RunResult = Readonly<{
  /** The planned accident really took place. */
  happened: boolean
  fired: boolean
  /** Of the Expert Advisor. */
  lives: number
  faults: readonly string[]
  prints: readonly string[]
}>

type Failure = Readonly<{ cell: string; seed: number; faults: readonly string[]; prints: readonly string[] }>
type Coverage = Readonly<Record<string, { runs: number; happened: number }>>

export type SuiteResult = Readonly<{
  runs: number
  fired: number
  restarts: number
  doubles: number
  lost: number
  failures: readonly Failure[]
  coverage: Coverage
}>

export class Tally {
  readonly #coverage: Coverage
  readonly #failures: Failure[] = []
  #runs = 0
  #fired = 0
  #restarts = 0

  constructor(cells: readonly string[]) {
    this.#coverage = Object.fromEntries(cells.map(cell => [cell, { runs: 0, happened: 0 }]))
  }

  get runs(): number {
    return this.#runs
  }

  add(cell: string, seed: number, { happened, fired, lives, faults, prints }: RunResult): void {
    const counts = this.#coverage[cell]
    if (!counts) throw new RangeError(`no cell ${cell}`)
    counts.runs += 1
    counts.happened += Number(happened)
    this.#runs += 1
    this.#fired += Number(fired)
    this.#restarts += lives - 1
    if (faults.length > 0) this.#failures.push({ cell, seed, faults, prints })
  }

  get result(): SuiteResult {
    const failures = this.#failures
    const count = (word: string) =>
      failures.filter(({ faults }) => faults.some(fault => fault.startsWith(word))).length
    return {
      runs: this.#runs,
      fired: this.#fired,
      restarts: this.#restarts,
      doubles: count('DOUBLE'),
      lost: count('LOST'),
      failures,
      coverage: this.#coverage,
    }
  }
}
