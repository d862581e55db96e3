/** Many runs over all cells, each cell equally often, and what became of them. */
import { CELLS, nameOf, type Cell } from './cells.ts'
import { runCell, type Breakage } from './run.ts'

export type SuiteWish = Readonly<{
  runs: number
  seed: number
  /** Of several that share the work, which one this is. */
  part?: number
  parts?: number
  cells?: readonly Cell[]
  breakage?: Breakage
  /** Called after each run. */
  told?(done: number): void
}>

type Failure = Readonly<{ cell: string; seed: number; faults: readonly string[] }>
export type Coverage = Readonly<Record<string, Readonly<{ runs: number; happened: number }>>>
export type SuiteResult = Readonly<{
  runs: number
  fired: number
  lives: number
  failures: readonly Failure[]
  coverage: Coverage
}>

export function runSuite({
  runs,
  seed,
  part = 0,
  parts = 1,
  cells = CELLS,
  breakage,
  told,
}: SuiteWish): SuiteResult {
  const coverage: Record<string, { runs: number; happened: number }> = {}
  const failures: Failure[] = []
  let [done, fired, lives] = [0, 0, 0]
  for (let run = part; run < runs; run += parts) {
    const cell = cells[run % cells.length]
    if (!cell) break
    const runSeed = seed * 1_000_003 + run
    const result = stoppedOr(() => runCell(cell, runSeed, breakage))
    const counts = (coverage[nameOf(cell)] ??= { runs: 0, happened: 0 })
    counts.runs += 1
    counts.happened += Number(result.happened)
    fired += result.fired
    lives += result.lives
    if (result.faults.length > 0) failures.push({ cell: nameOf(cell), seed: runSeed, faults: result.faults })
    done += 1
    told?.(done)
  }
  return { runs: done, fired, lives, failures, coverage }
}

/** A run that could not go on has failed; the others go on. */
function stoppedOr(run: () => ReturnType<typeof runCell>): ReturnType<typeof runCell> {
  try {
    return run()
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { happened: true, fired: 0, lives: 1, faults: [`STOPPED: ${text}`] }
  }
}

export function merged(results: readonly SuiteResult[]): SuiteResult {
  const coverage: Record<string, { runs: number; happened: number }> = {}
  for (const [cell, { runs, happened }] of results.flatMap(result => Object.entries(result.coverage))) {
    const counts = (coverage[cell] ??= { runs: 0, happened: 0 })
    counts.runs += runs
    counts.happened += happened
  }
  const sum = (of: (result: SuiteResult) => number) => results.reduce((all, result) => all + of(result), 0)
  return {
    runs: sum(({ runs }) => runs),
    fired: sum(({ fired }) => fired),
    lives: sum(({ lives }) => lives),
    failures: results.flatMap(({ failures }) => failures),
    coverage,
  }
}
