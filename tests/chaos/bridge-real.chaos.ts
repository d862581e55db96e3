/**
 * `npm run chaos -- bridge-real [--runs N] [--seed S] [--worlds W] [--json]`: the Expert Advisor and the app as processes, over
 * TCP, with kill -9 at every step of an order. Ends with 1 when an order was doubled, a fill lost, or anything left unsettled.
 */
import { buildEa } from '../../ea/host/build/index.ts'
import { numberOf, report } from './bridge/report.ts'
import { runRealSuite } from './bridge-real/suite.ts'
import { tell } from './real/worlds.ts'

const build = await buildEa({ program: 'ea/Experts/BITTENBridge.mq5', variant: 'release' })
if (!build.ok) throw new Error(build.errors.join('\n'))
const startedMs = performance.now()
const result = await runRealSuite({
  binary: build.binary,
  runs: numberOf('runs', 300),
  seed: numberOf('seed', 1),
  worlds: numberOf('worlds', 8),
  told: tell,
})
report(result, (performance.now() - startedMs) / 1_000)
