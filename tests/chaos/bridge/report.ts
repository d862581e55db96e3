/** The command line of the chaos: its numbers, and what it says at the end. */
import type { SuiteResult } from './tally.ts'

export function numberOf(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? otherwise : Number(process.argv[at + 1])
  if (!Number.isSafeInteger(value) || value <= 0) throw new Error(`--${name} wants a whole number above 0`)
  return value
}

/** Prints the result, as JSON with `--json`; the process will end with 1 when something failed. */
export function report(result: SuiteResult, seconds: number): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ...result, seconds }, null, 1))
  else tell(result)
  process.exitCode = result.failures.length === 0 ? 0 : 1
}

function tell({ runs, fired, restarts, doubles, lost, failures, coverage }: SuiteResult): void {
  for (const [cell, { runs: of, happened }] of Object.entries(coverage))
    console.log(`${cell.padEnd(44)} ${String(happened).padStart(6)} of ${of}`)
  for (const { cell, seed, faults } of failures.slice(0, 20))
    console.log(`FAILED  ${cell}, seed ${seed}: ${faults.join('; ')}`)
  console.log(
    `${runs} runs, ${fired} fired, ${restarts} restarts of the EA: ${doubles} doubled, ${lost} lost, ${failures.length} failed`,
  )
}
