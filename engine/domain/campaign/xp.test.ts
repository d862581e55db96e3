import { expect, test } from 'vitest'
import { addXp, resultXp, shareOf } from './xp.ts'

test('a result pays ten times its R, within −10 and +30', () => {
  expect([2, 9, -9, -0.4].map(r => resultXp({ r }))).toEqual([20, 30, -10, -4])
})

test('what is done with simulated money pays a tenth, and nothing is nothing', () => {
  expect([40, 15, -25, -0.4].map(xp => shareOf('simulated', xp))).toEqual([4, 2, -2, 0])
  expect([40, 12.4].map(xp => shareOf('live', xp))).toEqual([40, 12])
  expect(Object.is(shareOf('simulated', -0.1), 0)).toBe(true)
})

test('a rank that was reached is never lost', () => {
  expect(addXp(1_010, -25)).toBe(1_000)
  expect(addXp(990, -25)).toBe(965)
  expect(addXp(0, -25)).toBe(0)
})
