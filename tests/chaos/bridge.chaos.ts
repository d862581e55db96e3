/**
 * `npm run chaos -- bridge [--runs N] [--seed S] [--json]`: the real Expert Advisor and the real app in virtual time, with an
 * accident at every step. Ends with 1 when an order was doubled, a fill lost, or anything was left unsettled.
 */
import { buildEa } from '../../ea/host/build/index.ts'
import { runSuite, type SuiteResult } from './bridge/suite.ts'

const PROGRAM = 'ea/Experts/BITTENBridge.mq5'
const TOLD_EVERY = 500

function numberOf(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? otherwise : Number(process.argv[at + 1])
  if (!Number.isSafeInteger(value) || value <= 0) throw new Error(`--${name} wants a whole number above 0`)
  return value
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

const build = await buildEa({ program: PROGRAM, variant: 'release' })
if (!build.ok) throw new Error(build.errors.join('\n'))
const startedMs = performance.now()
const result = runSuite({
  binary: build.binary,
  runs: numberOf('runs', 1_000),
  seed: numberOf('seed', 1),
  told: done => done % TOLD_EVERY === 0 && process.stderr.write(`${done} runs\n`),
})
const seconds = (performance.now() - startedMs) / 1_000
if (process.argv.includes('--json')) console.log(JSON.stringify({ ...result, seconds }, null, 1))
else tell(result)
process.exitCode = result.failures.length === 0 ? 0 : 1
