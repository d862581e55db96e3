import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { drawdown } from '../../statistics/drawdown.ts'
import { fallsOf, risingTimes, thinned } from './falls.ts'

const steps = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 200 })
const inLevels = (best: number, level: number) => best - level

test.prop([steps])('falls of levels are the drawdown of their steps', results => {
  const levels = Float64Array.from([0, ...results])
  for (let k = 1; k < levels.length; k++) levels[k] = (levels[k] ?? 0) + (levels[k - 1] ?? 0)
  const falls = fallsOf(levels, Float64Array.from(levels.keys()), inLevels)
  const expected = drawdown(results)
  expect(falls.depth).toBe(expected.depth)
  if (expected.depth === 0) return
  expect(falls).toMatchObject({ from: expected.from, to: expected.to, recovered: expected.recovered })
})

test.prop([steps, fc.integer({ min: 5, max: 60 })])(
  'a thinned curve keeps its begin, its end and its deepest fall, and is no longer than it may be',
  (values, most) => {
    const depths = Float64Array.from(values, Math.abs)
    const kept = thinned(depths, most)
    expect(kept.length).toBeLessThanOrEqual(most)
    expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))
    if (depths.length === 0) return
    expect([kept[0], kept.at(-1)]).toEqual([0, depths.length - 1])
    expect(Math.max(...kept.map(k => depths[k] ?? 0))).toBe(Math.max(...depths))
  },
)

it('a time that goes back stands still until it is passed', () => {
  expect([...risingTimes([1, 5, 2, 4, 6])]).toEqual([1, 5, 5, 5, 6])
})
