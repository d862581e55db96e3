/** Against numbers of NumPy and SciPy; tests/golden/statistics/make.py made them. */
import { describe, expect, test } from 'vitest'
import golden from '../../../tests/golden/statistics/statistics.json' with { type: 'json' }
import { Random } from '../../broker-sim/random.ts'
import { auc, bootstrapAuc } from './auc.ts'
import { bootstrapMean } from './block-bootstrap.ts'
import { blocksOf } from './blocks.ts'
import { brier, brierSkill } from './brier.ts'
import { calibrationError } from './calibration-error.ts'
import { calibrationSlope } from './calibration-slope.ts'
import { deflatedSharpe, probabilisticSharpe } from './deflated-sharpe.ts'
import { drawdownByChance } from './drawdown-by-chance.ts'
import { drawdown } from './drawdown.ts'
import { chanceOfStreak } from './losing-streak.ts'
import { moments } from './moments.ts'
import { normalQuantile, normalShareBelow } from './normal.ts'
import { bootstrapProfitFactor } from './profit-factor.ts'
import { reliability } from './reliability.ts'
import { sharpe, sortino } from './sharpe.ts'
import { wilson } from './wilson.ts'

const randomOf = (seed: number) => {
  const random = new Random(seed)
  return () => random.uniform()
}
const close = (value: number, expected: number, within = 1e-9) =>
  expect(Math.abs(value - expected), `${value} beside ${expected}`).toBeLessThanOrEqual(within)

test.each(golden.wilson)('the Wilson interval of $wins in $n at $level', ({ wins, n, level, low, high }) => {
  const interval = wilson(wins, n, level)
  close(interval.low, low, 1e-12)
  close(interval.high, high, 1e-12)
})

test('the normal distribution and its inverse', () => {
  for (const [z, share] of golden.normal.below as [number, number][]) close(normalShareBelow(z), share, 1e-15)
  for (const [share, z] of golden.normal.quantile as [number, number][]) close(normalQuantile(share), z, 1e-9)
})

describe('forecasts', () => {
  const { day, said, happened, ...expected } = golden.forecasts
  const days = blocksOf(day)

  test('the reliability table', () => {
    const table = reliability(said, happened)
    expect(table.map(({ n }) => n)).toEqual(expected.bins.map(({ n }) => n))
    table.forEach((bin, k) => {
      close(bin.said, expected.bins[k]?.said ?? NaN)
      close(bin.happened.value, expected.bins[k]?.happened ?? NaN)
    })
  })

  test('the calibration error, and the one that chance gives', () => {
    const error = calibrationError(said, happened, { draws: 4_000, random: randomOf(1) })
    close(error.ece, expected.ece)
    close(error.byChance, expected.eceByChance, 6e-4)
    close(error.byChanceHigh, expected.eceByChanceHigh, 2e-3)
  })

  test('Brier score, skill and AUC', () => {
    const rate = happened.reduce((sum, hit) => sum + hit, 0) / happened.length
    const how = { draws: 400, random: randomOf(2) }
    const constant = said.map(() => rate)
    close(brier(said, happened), expected.brier)
    close(brierSkill(said, constant, happened, days, how).value, expected.skill)
    close(auc(said, happened), expected.auc)
    const area = bootstrapAuc(said, happened, days, how)
    close(area.value, expected.auc)
    expect(area.low).toBeLessThan(area.value)
    expect(area.high).toBeGreaterThan(area.value)
  })

  test('the calibration slope with its clustered errors', () => {
    const { intercept, slope, interceptError, slopeError } = calibrationSlope(said, happened, days)
    close(intercept, expected.slope.intercept, 1e-6)
    close(slope, expected.slope.slope, 1e-6)
    close(interceptError, expected.slope.interceptError, 1e-6)
    close(slopeError, expected.slope.slopeError, 1e-6)
  })
})

describe('trades', () => {
  const { day, results, daily, ...expected } = golden.trades
  const days = blocksOf(day)

  test('expectancy and profit factor with their intervals', () => {
    const expectancy = bootstrapMean(results, days, { draws: 40_000, random: randomOf(3) })
    close(expectancy.value, expected.mean)
    close(expectancy.low, expected.meanInterval[0] ?? NaN, 0.005)
    close(expectancy.high, expected.meanInterval[1] ?? NaN, 0.005)
    const factor = bootstrapProfitFactor(results, days, { draws: 40_000, random: randomOf(4) })
    close(factor.value, expected.profitFactor)
    close(factor.low, expected.profitFactorInterval[0] ?? NaN, 0.01)
    close(factor.high, expected.profitFactorInterval[1] ?? NaN, 0.02)
  })

  test('the deepest drawdown, and those of other orders', () => {
    expect(drawdown(results)).toMatchObject({ from: expected.drawdownFrom, to: expected.drawdownTo })
    close(drawdown(results).depth, expected.drawdown)
    const chance = drawdownByChance(results, days, { draws: 10_000, random: randomOf(5) })
    const found = [chance.p5, chance.p50, chance.p95, chance.p99]
    found.forEach((depth, k) => {
      const golden = expected.drawdownByChance[k] ?? NaN
      close(depth / golden, 1, 0.04)
    })
  })

  test('the Sharpe family', () => {
    close(sharpe(daily.results), daily.sharpe)
    close(sortino(daily.results), daily.sortino)
    close(moments(daily.results).skewness, daily.skewness)
    close(moments(daily.results).kurtosis, daily.kurtosis)
    close(probabilisticSharpe(daily.results), daily.probabilistic)
    for (const { trials, variance, benchmark, probability } of daily.deflated) {
      const deflated = deflatedSharpe(daily.results, trials, variance)
      close(deflated.benchmark, benchmark)
      close(deflated.probability, probability)
    }
  })
})

test('the chance of a losing streak', () => {
  for (const [length, n, rate, chance] of golden.streaks as [number, number, number, number][])
    close(chanceOfStreak(length, n, rate), chance, 1e-12)
})
