/** Many runs over all cells, so that each accident takes place equally often, and what became of them. */
import { CELLS, nameOf, type Cell } from './cells.ts'
import { runCell, type Breakage, type RunResult } from './run.ts'
import { Tally, type SuiteResult } from './tally.ts'

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

export function runSuite(wish: SuiteWish): SuiteResult {
  const { runs, seed, part = 0, parts = 1, cells = CELLS, breakage, told } = wish
  const tally = new Tally()
  for (let run = part; run < runs; run += parts) {
    const cell = scarcest(cells, tally)
    if (!cell) break
    const runSeed = seed * 1_000_003 + run
    tally.add(
      nameOf(cell),
      runSeed,
      stoppedOr(() => runCell(cell, runSeed, breakage)),
    )
    told?.(tally.runs)
  }
  return tally.result
}

/** A run that missed its accident counts for a little, so that what hardly ever happens does not take all the runs. */
const MISSED = 0.02

/** The cell of which least has been seen: an accident that its run misses now and then has more runs. */
function scarcest(cells: readonly Cell[], tally: Tally): Cell | undefined {
  const seen = (cell: Cell): number => {
    const { runs, happened } = tally.countsOf(nameOf(cell))
    return happened + MISSED * (runs - happened)
  }
  let [least, fewest] = [cells[0], Number.POSITIVE_INFINITY]
  for (const cell of cells) {
    const has = seen(cell)
    if (has < fewest) [least, fewest] = [cell, has]
  }
  return least
}

/** A run that could not go on has failed; the others go on. */
function stoppedOr(run: () => RunResult): RunResult {
  try {
    return run()
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { happened: true, fired: 0, lives: 1, faults: [`STOPPED: ${text}`] }
  }
}
