import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { blockBootstrap, drawnSum } from './block-bootstrap.ts'
import { blockSizes, blocksOf, blockSums } from './blocks.ts'
import { dayBlocks, redraws, redrawnIntervals } from './redraws.ts'
import { seeded } from './seeded.ts'

const DAYS = Array.from({ length: 300 }, (_, k) => Math.floor(k / 7))
const VALUES = DAYS.map((_, k) => Math.sin(k * 12.9898) * 2 + 0.1)

describe('draws that many figures share', () => {
  it('give the interval that the same draws give one figure by itself', () => {
    const blocks = blocksOf(DAYS)
    const [sums, sizes] = [blockSums(VALUES, blocks), blockSizes(blocks)]
    const alone = blockBootstrap(blocks, drawn => drawnSum(sums, drawn) / drawnSum(sizes, drawn), {
      draws: 500,
      random: seeded(7),
    })
    const [shared] = redrawnIntervals(
      redraws(blocks.count, 500, seeded(7)),
      [sizes, sums],
      [([n = 0, sum = 0]) => sum / n],
    )
    expect(shared?.low).toBeCloseTo(alone.low, 12)
    expect(shared?.high).toBeCloseTo(alone.high, 12)
  })

  it('take every block as often as there are blocks, in each draw', () => {
    const { times } = redraws(13, 40, seeded(1))
    for (let draw = 0; draw < 40; draw++)
      expect(times.subarray(draw * 13, draw * 13 + 13).reduce((sum, count) => sum + count, 0)).toBe(13)
  })

  it('say nothing of rows in fewer than eight blocks', () => {
    const column = Float64Array.from({ length: 20 }, (_, block) => (block < 7 ? 3 : 0))
    expect(redrawnIntervals(redraws(20, 50, seeded(1)), [column], [([n = 0]) => n])).toEqual([
      { low: NaN, high: NaN },
    ])
  })
})

test.prop([fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }), fc.integer({ min: 1, max: 40 })])(
  'blocks of days keep a day whole and its neighbours beside it, and are never more than asked for',
  (unsorted, most) => {
    const days = unsorted.toSorted((a, b) => a - b)
    const { count, of } = dayBlocks(days, most)
    expect(count).toBe(Math.min(most, new Set(days).size))
    expect(new Set(of).size).toBe(count)
    days.forEach((day, k) => {
      const before = k > 0 ? of[k - 1] : 0
      expect((of[k] ?? 0) - (before ?? 0)).toBeOneOf([0, 1])
      if (days[k - 1] === day) expect(of[k]).toBe(before)
    })
  },
)

it('randomness is the same for the same seed, another for another, and even', () => {
  const drawn = (seed: number) => Array.from({ length: 20_000 }, seeded(seed))
  expect(drawn(3)).toEqual(drawn(3))
  expect(drawn(3).slice(0, 4)).not.toEqual(drawn(4).slice(0, 4))
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const value of drawn(3)) {
    const tenth = Math.floor(value * 10)
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  // χ² with 9 degrees of freedom is above 27.9 in one of a thousand.
  expect(tenths.reduce((sum, n) => sum + (n - 2_000) ** 2 / 2_000, 0)).toBeLessThan(27.9)
})
