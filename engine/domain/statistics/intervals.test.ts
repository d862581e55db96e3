/** Intervals hold the truth as often as they say, on data whose truth is known. */
import { describe, expect, test } from 'vitest'
import { Random } from '../../broker-sim/random.ts'
import { bootstrapAuc } from './auc.ts'
import { bootstrapMean } from './block-bootstrap.ts'
import { blocksOf } from './blocks.ts'
import { calibrationError } from './calibration-error.ts'
import { calibrationSlope } from './calibration-slope.ts'
import { deflatedSharpe, probabilisticSharpe } from './deflated-sharpe.ts'
import { wilson } from './wilson.ts'

const random = new Random(411)
const uniform = () => random.uniform()
const REPEATS = 400

/** Share of repetitions in which `once` says yes. */
const shareOf = (once: () => boolean): number =>
  Array.from({ length: REPEATS }, once).filter(Boolean).length / REPEATS

/** `days` days of `each` results, with something common to every day. */
function aYear(days: number, each: number, common: number) {
  const day = Array.from({ length: days * each }, (_, row) => Math.floor(row / each))
  const shock = Array.from({ length: days }, () => random.gaussian() * common)
  return { day, results: day.map(d => 0.1 + (shock[d] ?? 0) + random.gaussian()) }
}

describe('the Wilson interval', () => {
  test.each([0.02, 0.335, 0.5, 0.9])('holds a true share of %f in 93 to 98 of 100 samples of 120', truth => {
    const held = shareOf(() => {
      const wins = Array.from({ length: 120 }, uniform).filter(x => x < truth).length
      const { low, high } = wilson(wins, 120)
      return low <= truth && truth <= high
    })
    expect(held).toBeGreaterThan(0.92)
    expect(held).toBeLessThan(0.99)
  })

  test('of nothing says nothing', () => {
    expect(wilson(0, 0)).toEqual({ value: NaN, low: NaN, high: NaN, n: 0 })
  })
})

describe('the block bootstrap of a mean', () => {
  const heldWith = (keyOf: (day: number, row: number) => number) =>
    shareOf(() => {
      const { day, results } = aYear(60, 5, 1)
      const { low, high } = bootstrapMean(results, blocksOf(day.map(keyOf)), { draws: 200, random: uniform })
      return low <= 0.1 && 0.1 <= high
    })

  test('holds the true mean in 90 to 98 of 100 samples whose days hang together', () => {
    const held = heldWith(day => day)
    expect(held).toBeGreaterThan(0.9)
    expect(held).toBeLessThan(0.98)
  })

  test('by single rows is too sure of itself there, which is what the blocks are for', () => {
    expect(heldWith((_, row) => row)).toBeLessThan(0.75)
  })
})

describe('forecasts that are exactly right', () => {
  const aForecast = (n: number, twist = 1) => {
    const said = Array.from({ length: n }, () => 0.2 + 0.3 * uniform())
    return { said, happened: said.map(p => (uniform() < 0.35 + (p - 0.35) * twist ? 1 : 0)) }
  }

  test('pass the 95th of chance in about 5 of 100 samples', () => {
    const beyond = shareOf(() => {
      const { said, happened } = aForecast(500)
      const { ece, byChanceHigh } = calibrationError(said, happened, { draws: 100, random: uniform })
      return ece > byChanceHigh
    })
    expect(beyond).toBeGreaterThan(0.015)
    expect(beyond).toBeLessThan(0.1)
  })

  test('have a slope of 1 within two errors in about 95 of 100 samples; twisted ones do not', () => {
    const within = (twist: number) =>
      shareOf(() => {
        const { said, happened } = aForecast(500, twist)
        const rows = blocksOf(said.map((_, row) => row))
        const { slope, slopeError } = calibrationSlope(said, happened, rows)
        return Math.abs(slope - 1) < 2 * slopeError
      })
    expect(within(1)).toBeGreaterThan(0.92)
    expect(within(-1)).toBeLessThan(0.05)
  })

  test('of no use have an area of 0.5 inside their interval in at least 90 of 100 samples', () => {
    const held = shareOf(() => {
      const { said, happened } = aForecast(200, 0)
      const rows = blocksOf(said.map((_, row) => Math.floor(row / 2)))
      const { low, high } = bootstrapAuc(said, happened, rows, { draws: 100, random: uniform })
      return low <= 0.5 && 0.5 <= high
    })
    expect(held).toBeGreaterThan(0.88)
  })
})

describe('the best of a hundred worthless strategies', () => {
  const aStrategy = () => Array.from({ length: 250 }, () => random.gaussian())
  const theBest = () =>
    Array.from({ length: 100 }, aStrategy).reduce((best, next) =>
      probabilisticSharpe(next) > probabilisticSharpe(best) ? next : best,
    )
  const best = Array.from({ length: 20 }, theBest)

  test('looks proven every time when the tries are not counted', () => {
    expect(best.filter(daily => probabilisticSharpe(daily) > 0.95).length).toBeGreaterThan(17)
  })

  test('does not when they are', () => {
    expect(best.filter(daily => deflatedSharpe(daily, 100).probability > 0.95).length).toBeLessThan(4)
  })
})
