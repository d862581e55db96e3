/** Many runs over all cells, each cell equally often, and what became of them. */
import { VirtualTerminal } from '../../../ea/host/driver/virtual-terminal.ts'
import { CELLS, nameOf, type Cell } from './cells.ts'
import { runCell, type RunResult } from './run.ts'
import { renamed, templateFor } from './template.ts'
import { HELLO, learnName } from './world.ts'

export type Failure = Readonly<{
  cell: string
  seed: number
  faults: readonly string[]
  prints: readonly string[]
}>
export type Coverage = Readonly<Record<string, { runs: number; happened: number }>>
export type SuiteResult = Readonly<{
  runs: number
  fired: number
  restarts: number
  doubles: number
  lost: number
  failures: readonly Failure[]
  coverage: Coverage
}>

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
  const name = learnName(terminal)
  const stage = { terminal, name, template: renamed(templateFor(HELLO), name.uuid) }
  const coverage = Object.fromEntries(cells.map(cell => [nameOf(cell), { runs: 0, happened: 0 }]))
  const failures: Failure[] = []
  let [done, fired, restarts] = [0, 0, 0]
  for (; done < runs; done += 1) {
    const cell = cells[done % cells.length]
    if (!cell) break
    const runSeed = seed * 1_000_003 + done
    const result = runCell(stage, cell, runSeed)
    const counts = coverage[nameOf(cell)]
    if (counts) {
      counts.runs += 1
      counts.happened += Number(result.happened)
    }
    fired += Number(result.fired)
    restarts += result.lives - 1
    if (result.faults.length > 0)
      failures.push({ cell: nameOf(cell), seed: runSeed, faults: result.faults, prints: result.prints })
    told?.(done + 1, result)
  }
  terminal.close()
  const count = (word: string) =>
    failures.filter(({ faults }) => faults.some(fault => fault.startsWith(word))).length
  return { runs: done, fired, restarts, doubles: count('DOUBLE'), lost: count('LOST'), failures, coverage }
}
