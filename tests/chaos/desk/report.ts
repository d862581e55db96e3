/** What the chaos of the desk says at its end: how often each accident took place, and every run that went wrong. */
import { CELLS, FAULTS, IMPOSSIBLE, nameOf, STEPS } from './cells.ts'
import type { SuiteResult } from './tally.ts'

/** Fewer runs than this prove nothing about a cell. */
const ENOUGH = 20

type Summary = SuiteResult &
  Readonly<{
    /** Runs that went wrong, by the first word of what the checker said. */
    counts: Readonly<Record<string, number>>
    /** Cells whose accident took place in fewer runs than prove anything. */
    thin: readonly string[]
    /** Cells that cannot happen, and why. */
    impossible: Readonly<Record<string, string>>
    seconds: number
  }>

function summaryOf(result: SuiteResult, cells: readonly string[], seconds: number): Summary {
  const counts: Record<string, number> = {}
  for (const { faults } of result.failures)
    for (const word of new Set(faults.map(fault => fault.split(':')[0] ?? '')))
      counts[word] = (counts[word] ?? 0) + 1
  const thin = cells.filter(cell => (result.coverage[cell]?.happened ?? 0) < ENOUGH)
  return { ...result, counts, thin, impossible: IMPOSSIBLE, seconds }
}

/** Prints the result, as JSON with `--json`; the process will end with 1 when something failed. */
function report(summary: Summary, table: (summary: Summary) => void): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify(summary, null, 1))
  else {
    table(summary)
    tell(summary)
  }
  process.exitCode = summary.failures.length === 0 ? 0 : 1
}

export const reportDesk = (result: SuiteResult, seconds: number): void =>
  report(summaryOf(result, CELLS.map(nameOf), seconds), matrix)

export const reportReal = (result: SuiteResult, cells: readonly string[], seconds: number): void =>
  report({ ...summaryOf(result, cells, seconds), impossible: {} }, list)

function matrix({ coverage, impossible }: Summary): void {
  const width = Math.max(...FAULTS.map(fault => fault.length))
  STEPS.forEach((step, at) => console.log(`${String(at + 1).padStart(2)} ${step}`))
  console.log(`${''.padEnd(width)} ${STEPS.map((_, at) => String(at + 1).padStart(5)).join('')}`)
  for (const fault of FAULTS) {
    const cells = STEPS.map(step => {
      const name = nameOf({ fault, step })
      return (impossible[name] === undefined ? String(coverage[name]?.happened ?? 0) : '-').padStart(5)
    })
    console.log(`${fault.padEnd(width)} ${cells.join('')}`)
  }
  for (const [cell, reason] of Object.entries(impossible)) console.log(`- ${cell}: ${reason}`)
}

function list({ coverage }: Summary): void {
  for (const [cell, { runs, happened }] of Object.entries(coverage))
    console.log(`${cell.padEnd(44)} ${happened} of ${runs}`)
}

function tell({ runs, fired, lives, failures, thin, counts, seconds }: Summary): void {
  if (thin.length > 0) console.log(`${thin.length} cells with fewer than ${ENOUGH} runs: ${shortened(thin)}`)
  for (const { cell, seed, faults } of failures.slice(0, 20))
    console.log(`FAILED  ${cell}, seed ${seed}: ${faults.join('; ')}`)
  console.log(
    `${runs} runs in ${seconds.toFixed(0)} s, ${fired} orders, ${lives} lives: ${failures.length} failed ${JSON.stringify(counts)}`,
  )
}

const MOST_NAMED = 12
const shortened = (names: readonly string[]): string =>
  names.length <= MOST_NAMED ? names.join(', ') : `${names.slice(0, MOST_NAMED).join(', ')}, …`
