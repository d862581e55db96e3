import { expect, test } from 'vitest'
import { limitsAfter, limitsFor } from './ranks.ts'

test('rank follows XP, and the last rank has no next', () => {
  expect([0, 999, 1_000, 40_000].map(xp => limitsFor(xp).rank)).toEqual([
    'NIBBLER',
    'NIBBLER',
    'SCOUT',
    'COMMANDER',
  ])
  expect(limitsAfter('FANG')?.rank).toBe('COMMANDER')
  expect(limitsAfter('COMMANDER')).toBeNull()
})
