/** Many runs over all cells, each cell equally often, and what became of them. */
import { VirtualTerminal } from '../../../ea/host/driver/virtual-terminal.ts'
import { CELLS, nameOf, type Cell } from './cells.ts'
import { runCell } from './run.ts'
import { Tally, type RunResult, type SuiteResult } from './tally.ts'
import { templateFor } from './template.ts'
import { HELLO } from './world.ts'

export type SuiteWish = Readonly<{
  binary: string
  runs: number
  seed: number
  /** All of them, when left out. */
  cells?: readonly Cell[]
  /** Called after each run. */
  told?(done: number, result: RunResult): void
}>

export function runSuite({ binary, runs, seed, cells = CELLS, told }: SuiteWish): SuiteResult {
  const terminal = new VirtualTerminal(binary, { seed })
  const stage = { terminal, template: templateFor(HELLO) }
  const tally = new Tally(cells.map(nameOf))
  for (let done = 0; done < runs; done += 1) {
    const cell = cells[done % cells.length]
    if (!cell) break
    const runSeed = seed * 1_000_003 + done
    const result = runCell(stage, cell, runSeed)
    tally.add(nameOf(cell), runSeed, result)
    told?.(done + 1, result)
  }
  terminal.close()
  return tally.result
}
