/**
 * `npm run chaos -- desk-real [--runs N] [--seed S] [--worlds W] [--json]`: the app and the terminal as processes, over ZeroMQ and on
 * SQLite, with kill -9 on an order's way. Ends with 1 when the checker has anything to say.
 */
import { numberOf } from './bridge/report.ts'
import { reportReal } from './desk/report.ts'
import { CELLS } from './desk-real/cells.ts'
import { runRealSuite } from './desk-real/suite.ts'
import { tell } from './real/worlds.ts'

const startedMs = performance.now()
const result = await runRealSuite({
  runs: numberOf('runs', 300),
  seed: numberOf('seed', 1),
  worlds: numberOf('worlds', 2),
  told: tell,
})
reportReal(
  result,
  CELLS.map(({ name }) => name),
  (performance.now() - startedMs) / 1_000,
)
