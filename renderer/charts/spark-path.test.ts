import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { sparkPath } from './spark-path.ts'

describe('a sparkline', () => {
  it('runs from left to right with the lowest value at the bottom', () => {
    expect(sparkPath([10, 30, 20], 100, 20)).toEqual({
      line: 'M0.0 20.0L50.0 0.0L100.0 10.0',
      last: { x: 100, y: 10 },
    })
  })

  it('runs through the middle when nothing moved', () => {
    expect(sparkPath([5, 5], 100, 20)?.line).toBe('M0.0 10.0L100.0 10.0')
  })

  it('is not drawn from fewer than two values', () => {
    expect(sparkPath([], 100, 20)).toBeNull()
    expect(sparkPath([1], 100, 20)).toBeNull()
  })

  test.prop([fc.array(fc.integer(), { minLength: 2, maxLength: 60 })])('stays inside its box', values => {
    const corners = (sparkPath(values, 76, 20)?.line ?? '')
      .split(/[ML]/)
      .slice(1)
      .map(pair => pair.split(' ').map(Number))

    expect(corners).toHaveLength(values.length)
    for (const [x = -1, y = -1] of corners) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(76)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(20)
    }
  })
})
