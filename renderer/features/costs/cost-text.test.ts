import { describe, expect, it } from 'vitest'
import { barShare, medianOf, usualText } from './cost-text.ts'

const KNOWN = { is: 'known', n: 12, sum: 2.4, mean: 0.2, median: 0.18, p90: 0.4 } as const
const FEW = { is: 'tooFew', n: 3, sum: 0.6 } as const
const NONE = { is: 'tooFew', n: 0, sum: 0 } as const

describe('what is usual of a cost', () => {
  it.each([
    [KNOWN, '0.18', '0.4'],
    [FEW, 'too few', 'too few'],
    [NONE, '–', '–'],
  ])('is said of enough figures only', (figures, median, p90) => {
    expect(usualText(figures, 'median', String)).toBe(median)
    expect(usualText(figures, 'p90', String)).toBe(p90)
  })

  it('has no median of a few', () => {
    expect([medianOf(KNOWN), medianOf(FEW), medianOf(NONE)]).toEqual([0.18, null, null])
  })
})

describe('a bar', () => {
  it.each([
    [0.2, [0.2, 0.4, null], 0.5],
    [0.4, [0.2, 0.4], 1],
    [-0.1, [-0.1, 0.4], 0],
    [null, [null, 0.4], 0],
    [0, [0, 0], 0],
    [null, [], 0],
  ])('of %s among %j is %s long', (value, all, share) => {
    expect(barShare(value, all)).toBe(share)
  })
})
