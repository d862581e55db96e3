import { expect, it } from 'vitest'
import { barPlace, widestOf } from './bar-place.ts'

it('nought lies in the middle, and nothing lies outside of the line', () => {
  expect([barPlace(0, 2), barPlace(2, 2), barPlace(-2, 2), barPlace(9, 2)]).toEqual([50, 100, 0, 100])
})

it('the scale is that of the furthest end, and is there without any', () => {
  const known = (r: number, low: number | null, high: number | null) => ({
    mean: { is: 'known' as const, r, low, high },
  })
  expect(widestOf([known(0.1, -0.7, 0.3), known(0.2, null, null), { mean: { is: 'tooFew' } }])).toBe(0.7)
  expect(widestOf([])).toBe(0.1)
})
