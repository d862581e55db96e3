import { describe, expect, it } from 'vitest'
import { againAfterMs, judgeDeath, type RestartPolicy } from './restart-policy.ts'

const POLICY: RestartPolicy = { steadyMs: 1_000, tries: 5, firstDelayMs: 100, maxDelayMs: 500 }

describe('a death', () => {
  it('leads to another start, each later than the one before, up to a limit', () => {
    const delays = [0, 1, 2, 3].map(failures => judgeDeath(failures, 0, POLICY))
    expect(delays.map(verdict => verdict.is === 'again' && verdict.afterMs)).toEqual([100, 200, 400, 500])
  })
  it('is the last when it is the fifth quick one in a row', () => {
    expect(judgeDeath(4, 999, POLICY)).toEqual({ is: 'giveUp', failures: 5 })
  })
  it('after a steady life counts as the first again', () => {
    expect(judgeDeath(4, 1_000, POLICY)).toEqual({ is: 'again', afterMs: 100, failures: 1 })
  })
})

it('what the machine is short of is waited for, what a person must mend is not', () => {
  expect(['DISK_FULL', 'DISK_FAILED'].map(code => againAfterMs(code))).toEqual([5_000, 5_000])
  expect(['CHAIN_BROKEN', 'NEWER_SCHEMA', 'NO_BINDING'].map(code => againAfterMs(code))).toEqual([
    null,
    null,
    null,
  ])
})
