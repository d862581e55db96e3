import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Random } from '../../broker-sim/random.ts'
import { auc } from './auc.ts'
import { equalCountBins } from './bins.ts'
import { bootstrapMean } from './block-bootstrap.ts'
import { blocksOf } from './blocks.ts'
import { brierSkill } from './brier.ts'
import { calibrationSlope } from './calibration-slope.ts'
import { luckySharpe } from './deflated-sharpe.ts'
import { drawdownByChance } from './drawdown-by-chance.ts'
import { drawdown } from './drawdown.ts'
import { losingStreak } from './losing-streak.ts'
import { normalQuantile, normalShareBelow } from './normal.ts'
import { bootstrapProfitFactor, profitFactor } from './profit-factor.ts'
import { quantile } from './quantile.ts'
import { reliability } from './reliability.ts'
import { sharpe, yearly } from './sharpe.ts'

const randomOf = (seed: number) => {
  const random = new Random(seed)
  return () => random.uniform()
}
const results = fc.array(fc.integer({ min: -4, max: 8 }), { minLength: 1, maxLength: 200 })
const forecasts = fc.array(fc.record({ said: fc.integer({ min: 1, max: 99 }), hit: fc.boolean() }), {
  minLength: 1,
  maxLength: 150,
})

describe('a bootstrap', () => {
  test('gives the same interval for the same seed, and none for too few blocks', () => {
    const values = [1, -1, 2, -1, -1, 3, 2, -1]
    const days = blocksOf(values.map((_, day) => day))
    const once = bootstrapMean(values, days, { draws: 100, random: randomOf(7) })
    expect(bootstrapMean(values, days, { draws: 100, random: randomOf(7) })).toEqual(once)
    expect(once.low).toBeLessThan(once.high)
    const few = blocksOf(values.map((_, day) => day % 7))
    const none = bootstrapMean(values, few, { draws: 100, random: randomOf(7) })
    expect(none).toEqual({ value: once.value, low: NaN, high: NaN, n: 8 })
  })

  test('of nothing says nothing', () => {
    expect(bootstrapMean([], blocksOf([]), { draws: 10, random: randomOf(1) })).toEqual({
      value: NaN,
      low: NaN,
      high: NaN,
      n: 0,
    })
  })

  test('of trades without a loss knows no upper end of the profit factor', () => {
    const wins = [1, 2, 1, 2, 1, 2, 1, 2]
    const days = blocksOf(wins.map((_, day) => day))
    const factor = bootstrapProfitFactor(wins, days, { draws: 50, random: randomOf(1) })
    expect(factor).toEqual({ value: Infinity, low: Infinity, high: Infinity, n: 8 })
  })

  test('puts rows of one key into one block wherever they lie', () => {
    expect(blocksOf([5, 9, 5, 7])).toEqual({ count: 3, of: Int32Array.of(0, 1, 0, 2) })
  })
})

describe('a drawdown', () => {
  /** Every pair of a best and a later low, the slow way. */
  function slowly(values: readonly number[]): number {
    const path = values.reduce<number[]>((sums, value) => [...sums, (sums.at(-1) ?? 0) + value], [0])
    return Math.max(...path.flatMap((best, at) => path.slice(at).map(low => best - low)))
  }

  test('is the deepest of all falls', () => {
    fc.assert(
      fc.property(results, values => {
        expect(drawdown(values).depth).toBe(slowly(values))
      }),
    )
  })

  test('knows where it began, ended and was made good', () => {
    expect(drawdown([2, -1, 1, 1, -3, 1, 2, -1])).toEqual({
      depth: 3,
      from: 4,
      to: 5,
      recovered: 7,
      longest: 2,
    })
    expect(drawdown([1, -2, 1])).toMatchObject({ depth: 2, from: 1, to: 2, recovered: null, longest: 2 })
    expect(drawdown([1, 1])).toMatchObject({ depth: 0, longest: 0 })
  })

  test('by chance of a single block is the one that was seen', () => {
    const seen = drawdownByChance([1, -2, 1], blocksOf([1, 1, 1]), { draws: 20, random: randomOf(1) })
    expect(seen).toEqual({ seen: 2, p5: 2, p50: 2, p95: 2, p99: 2, asDeep: 1 })
  })
})

describe('a losing streak', () => {
  test('is counted over results of 0 and below', () => {
    expect(losingStreak([1, -1, 0, -1, 2, -1])).toMatchObject({ longest: 3, n: 6 })
  })

  test('of all losses is certain, and of none is nothing', () => {
    expect(losingStreak([-1, -1])).toEqual({ longest: 2, chance: 1, median: 2, p95: 2, n: 2 })
    expect(losingStreak([1, 1])).toEqual({ longest: 0, chance: 1, median: 0, p95: 0, n: 2 })
    expect(losingStreak([])).toMatchObject({ longest: 0, n: 0 })
  })

  test('bunched as no chance bunches them has a small chance', () => {
    const bunched = Array.from({ length: 100 }, (_, k) => (k < 40 ? -1 : 1))
    expect(losingStreak(bunched).chance).toBeLessThan(1e-6)
  })
})

describe('bins of equal count', () => {
  test('hold every row once, differ by one at most, and rise', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), values => {
        const { order, bounds } = equalCountBins(values, 10)
        expect([...order].sort((a, b) => a - b)).toEqual(values.map((_, row) => row))
        const sizes = bounds.slice(1).map((to, bin) => to - (bounds[bin] ?? NaN))
        if (values.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        expect(sizes.every(size => size > 0)).toBe(true)
        const sorted = [...order].map(row => values[row])
        expect(sorted).toEqual([...values].sort((a, b) => a - b))
      }),
    )
  })

  test('of a reliability table add up to the rows and the hits', () => {
    fc.assert(
      fc.property(forecasts, rows => {
        const hits = rows.filter(({ hit }) => hit).length
        const table = reliability(
          rows.map(({ said }) => said / 100),
          rows.map(({ hit }) => Number(hit)),
        )
        expect(table.reduce((sum, { n }) => sum + n, 0)).toBe(rows.length)
        expect(table.reduce((sum, { n, happened }) => sum + n * happened.value, 0)).toBeCloseTo(hits)
      }),
    )
  })
})

describe('an area under the curve', () => {
  test('is the share of pairs in the right order, equal ones half', () => {
    fc.assert(
      fc.property(forecasts, rows => {
        const hits = rows.filter(({ hit }) => hit)
        const misses = rows.filter(({ hit }) => !hit)
        const points = hits.flatMap(({ said }) =>
          misses.map(miss => (said > miss.said ? 1 : said === miss.said ? 0.5 : 0)),
        )
        const slow = points.reduce<number>((sum, point) => sum + point, 0) / points.length
        const area = auc(
          rows.map(({ said }) => said),
          rows.map(({ hit }) => Number(hit)),
        )
        if (points.length === 0) expect(area).toBeNaN()
        else expect(area).toBeCloseTo(slow, 12)
      }),
    )
  })
})

describe('figures at their edges', () => {
  test('a forecast has no skill over itself', () => {
    const said = [0.2, 0.7, 0.4, 0.2, 0.7, 0.4, 0.2, 0.7]
    const days = blocksOf(said.map((_, day) => day))
    const happened = [0, 1, 1, 0, 0, 1, 0, 1]
    const skill = brierSkill(said, said, happened, days, { draws: 20, random: randomOf(1) })
    expect(skill).toEqual({ value: 0, low: 0, high: 0, n: 8 })
  })

  test('a slope is not made up where nothing says it', () => {
    expect(calibrationSlope([0.3, 0.3, 0.3], [0, 1, 0], blocksOf([1, 2, 3])).slope).toBeNaN()
  })

  test('one try needs no luck, and more tries need more', () => {
    expect(luckySharpe(1, 1)).toBe(0)
    expect(luckySharpe(1_000, 1)).toBeGreaterThan(luckySharpe(10, 1))
  })

  test('a result that never varies has no Sharpe ratio, and a profit factor of nothing is none', () => {
    expect(sharpe([1])).toBeNaN()
    expect(profitFactor([])).toBeNaN()
    expect(yearly(0.1)).toBeCloseTo(1.5875, 4)
  })

  test('a quantile lies between its neighbours', () => {
    expect(quantile([], 0.5)).toBeNaN()
    expect(quantile([1, 2, 4], 0.75)).toBe(3)
    expect(quantile([1, Infinity, Infinity], 0.75)).toBe(Infinity)
  })

  test('the normal quantile undoes the normal share', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), z => {
        expect(normalQuantile(normalShareBelow(z))).toBeCloseTo(z, 5)
      }),
    )
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(2)]).toEqual([-Infinity, Infinity, NaN])
    expect(normalShareBelow(NaN)).toBeNaN()
  })
})
