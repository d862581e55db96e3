import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { niceSteps } from './nice-steps.ts'

it('gives round values between two', () => {
  expect(niceSteps(109_860, 110_410, 6)).toEqual([109_900, 110_000, 110_100, 110_200, 110_300, 110_400])
  expect(niceSteps(-1.3, 1.9, 4, 0.1)).toEqual([-1, 0, 1])
  expect(niceSteps(7, 7.5, 4)).toEqual([7])
})

test.prop([
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: 1, max: 1e9 }),
  fc.integer({ min: 2, max: 9 }),
])('which are never many, whatever lies between them', (low, span, most) => {
  const steps = niceSteps(low, low + span, most)
  expect(steps.length).toBeLessThanOrEqual(most + 1)
  for (const each of steps) expect(each >= low && each <= low + span).toBe(true)
})
