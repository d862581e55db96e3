/** A short `npm run chaos -- bridge-real` in every test run. */
import { expect, it, vi } from 'vitest'
import { buildEa } from '../../ea/host/build/index.ts'
import { CELLS } from './bridge-real/cells.ts'
import { runRealSuite } from './bridge-real/suite.ts'

vi.setConfig({ testTimeout: 600_000 })

it('doubles nothing and loses nothing when the app and the Expert Advisor are killed with -9', async () => {
  const build = await buildEa({ program: 'ea/Experts/BITTENBridge.mq5', variant: 'release' })
  if (!build.ok) throw new Error(build.errors.join('\n'))
  const { failures, fired, coverage } = await runRealSuite({
    binary: build.binary,
    runs: CELLS.length + 6,
    seed: 5,
  })
  expect(failures.map(({ cell, seed, faults }) => `${cell}, seed ${seed}: ${faults.join('; ')}`)).toEqual([])
  expect(fired).toBe(CELLS.length + 6)
  const idle = Object.values(coverage).filter(({ happened }) => happened === 0)
  expect(idle.length).toBeLessThan(3)
})
