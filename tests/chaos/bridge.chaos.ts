/**
 * `npm run chaos -- bridge [--runs N] [--seed S] [--json]`: the real Expert Advisor and the real app in virtual time, with an
 * accident at every step. Ends with 1 when an order was doubled, a fill lost, or anything was left unsettled.
 */
import { buildEa } from '../../ea/host/build/index.ts'
import { numberOf, report } from './bridge/report.ts'
import { runSuite } from './bridge/suite.ts'

const PROGRAM = 'ea/Experts/BITTENBridge.mq5'
const TOLD_EVERY = 500

const build = await buildEa({ program: PROGRAM, variant: 'release' })
if (!build.ok) throw new Error(build.errors.join('\n'))
const startedMs = performance.now()
const result = runSuite({
  binary: build.binary,
  runs: numberOf('runs', 1_000),
  seed: numberOf('seed', 1),
  told: done => done % TOLD_EVERY === 0 && process.stderr.write(`${done} runs\n`),
})
report(result, (performance.now() - startedMs) / 1_000)
