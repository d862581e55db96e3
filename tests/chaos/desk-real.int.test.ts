/** A short `npm run chaos -- desk-real` in every test run. */
import { expect, it, vi } from 'vitest'
import { CELLS } from './desk-real/cells.ts'
import { runRealSuite } from './desk-real/suite.ts'

vi.setConfig({ testTimeout: 600_000 })

/** Of the cells, for the time that a test run has. */
const EVERY = 3

it('breaks no rule and loses nothing when the app, its engine or the terminal is killed with -9', async () => {
  const cells = CELLS.filter((_, at) => at % EVERY === 0)
  const { failures, fired } = await runRealSuite({ runs: cells.length, seed: 5, cells })
  expect(failures.map(({ cell, seed, faults }) => `${cell}, seed ${seed}: ${faults.join('; ')}`)).toEqual([])
  // Who dies at once has not fired.
  expect(fired).toBeGreaterThanOrEqual(cells.length / 2)
})
