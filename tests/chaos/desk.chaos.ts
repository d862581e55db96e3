/**
 * `npm run chaos -- desk [--runs N] [--seed S] [--parts P] [--only TEXT] [--json]`: the real engine service in virtual time, with
 * a fault at every step of an order's journey. Ends with 1 when the checker has anything to say. `--only` keeps the cells whose
 * name has the text: `--only "host killed @ sent"`. A failed run alone: `--only CELL --run ITS-SEED`.
 */
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { numberOf } from './bridge/report.ts'
import { CELLS, nameOf } from './desk/cells.ts'
import { reportDesk } from './desk/report.ts'
import { runCell } from './desk/run.ts'
import { runSuite } from './desk/suite.ts'
import { Tally, type SuiteResult } from './desk/tally.ts'

const TOLD_EVERY = 1_000

const textOf = (name: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? '' : (process.argv[at + 1] ?? '')
}
const runs = numberOf('runs', 2_000)
const seed = numberOf('seed', 1)
const parts = numberOf('parts', Math.min(4, availableParallelism()))
const part = textOf('part')
const cells = CELLS.filter(cell => nameOf(cell).includes(textOf('only')))
if (cells.length === 0) throw new Error(`No cell has "${textOf('only')}" in its name.`)

if (textOf('run') !== '') {
  const [cell] = cells
  if (!cell || cells.length > 1) throw new Error('--run wants the whole name of one cell with --only')
  const { faults } = runCell(cell, numberOf('run', 1))
  console.log(faults.length === 0 ? 'sound' : faults.join('\n'))
  process.exitCode = faults.length === 0 ? 0 : 1
} else if (part !== '') {
  const told = (done: number) =>
    done % TOLD_EVERY === 0 && process.stderr.write(`${done} runs of part ${Number(part) + 1}\n`)
  process.send?.(runSuite({ runs, seed, cells, part: Number(part), parts, told }), () => process.exit(0))
} else {
  const startedMs = performance.now()
  const tally = new Tally()
  for (const result of await Promise.all(Array.from({ length: parts }, (_, at) => ofPart(at))))
    tally.addAll(result)
  reportDesk(tally.result, (performance.now() - startedMs) / 1_000)
}

/** One share of the runs, in a process of its own. */
function ofPart(at: number): Promise<SuiteResult> {
  return new Promise((resolve, reject) => {
    const child = fork(process.argv[1] ?? '', [...process.argv.slice(2), '--part', String(at)])
    child.once('message', result => resolve(result as SuiteResult))
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`Part ${at + 1} ended with ${code} before it had a result.`)))
  })
}
