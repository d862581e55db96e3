import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BarSeries } from './bar-series.ts'
import { correlation } from './correlation.ts'
import { VolumeNorm } from './volume-norm.ts'

const MONDAY = Date.UTC(2026, 0, 5)
const QUARTER = 900_000

describe('tick volume', () => {
  test('is unknown until an hour of the day has been seen for three days, and then is judged by it', () => {
    const norm = new VolumeNorm()
    for (let k = 0; k < 3 * 96; k++) {
      norm.addQuarterHour(MONDAY + k * QUARTER, 100)
      expect(norm.ratio).toBeNull()
    }
    norm.addQuarterHour(MONDAY + 3 * 96 * QUARTER, 40)
    expect(norm.ratio).toBe(0.4)
  })

  test('is judged by the hour of the week as soon as that hour has been seen in two weeks', () => {
    const norm = new VolumeNorm()
    const hourOf = (day: number) => (k: number) => MONDAY + day * 96 * QUARTER + k * QUARTER
    for (const day of [0, 7]) for (let k = 0; k < 4; k++) norm.addQuarterHour(hourOf(day)(k), 200)
    for (const day of [1, 2, 3, 4]) for (let k = 0; k < 4; k++) norm.addQuarterHour(hourOf(day)(k), 50)
    expect(norm.at(hourOf(14)(0))).toBe(200)
    expect(norm.at(hourOf(15)(0))).toBe((8 * 200 + 16 * 50) / 24)
  })

  test('stays unknown where the data has none', () => {
    const norm = new VolumeNorm()
    for (let k = 0; k < 20 * 96; k++) norm.addQuarterHour(MONDAY + k * QUARTER, 0)
    expect([norm.ratio, norm.at(MONDAY)]).toEqual([null, null])
  })
})

function seriesOf(closes: readonly number[], from = 0, step = 1): BarSeries {
  const series = new BarSeries(1_024)
  closes.forEach(
    (close, k) =>
    series.push({ openMs: (from + k * step) * QUARTER, open: close, high: close, low: close, close, ticks: 1, spread: 1 }), // prettier-ignore
  )
  return series
}
/** Prices whose returns are exactly these. */
const walk = (returns: readonly number[]): number[] =>
  returns.reduce<number[]>((prices, r) => [...prices, (prices.at(-1) as number) * Math.exp(r)], [100])

describe('correlation', () => {
  const returns = Array.from(
    { length: 200 },
    (_, k) => 0.001 * Math.sin(k * 1.7) + 0.0005 * Math.cos(k * 0.9),
  )

  test('is 1 of a market with itself, and −1 with its mirror', () => {
    const one = seriesOf(walk(returns))
    expect(correlation(one, seriesOf(walk(returns)))).toBeCloseTo(1, 9)
    expect(correlation(one, seriesOf(walk(returns.map(r => -r))))).toBeCloseTo(-1, 9)
  })

  test('agrees with the textbook', () => {
    const others = returns.map((r, k) => 0.4 * r + 0.001 * Math.sin(k * 2.3))
    const mean = (all: readonly number[]) => all.reduce((sum, x) => sum + x, 0) / all.length
    const [mx, my] = [mean(returns), mean(others)]
    const sxy = returns.reduce((sum, x, k) => sum + (x - mx) * ((others[k] as number) - my), 0)
    const sxx = returns.reduce((sum, x) => sum + (x - mx) ** 2, 0)
    const syy = others.reduce((sum, y) => sum + (y - my) ** 2, 0)
    const measured = correlation(seriesOf(walk(returns)), seriesOf(walk(others)))
    expect(measured).toBeCloseTo(sxy / Math.sqrt(sxx * syy), 6)
  })

  test('matches bars by their time, over the holes of either', () => {
    const prices = walk(returns)
    const whole = seriesOf(prices)
    const holed = new BarSeries(1_024)
    prices.forEach((close, k) => {
      if (k % 50 === 7) return
      holed.push({ openMs: k * QUARTER, open: close, high: close, low: close, close, ticks: 1, spread: 1 })
    })
    expect(correlation(whole, holed)).toBeCloseTo(1, 9)
    expect(correlation(whole, seriesOf(prices, 10_000))).toBeNull()
  })

  test('is unknown with less than a day of common bars, or where a market stands still', () => {
    expect(correlation(seriesOf(walk(returns.slice(0, 95))), seriesOf(walk(returns.slice(0, 95))))).toBeNull()
    expect(correlation(seriesOf(walk(returns)), seriesOf(walk(returns.map(() => 0))))).toBeNull()
  })

  test('is symmetric and within −1 and 1', () => {
    const small = fc.array(fc.double({ min: -0.01, max: 0.01, noNaN: true }), {
      minLength: 120,
      maxLength: 160,
    })
    fc.assert(
      fc.property(small, small, (a, b) => {
        const [one, other] = [seriesOf(walk(a)), seriesOf(walk(b))]
        const value = correlation(one, other)
        expect(correlation(other, one)).toBe(value)
        if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-6)
      }),
      { numRuns: 40 },
    )
  })
})
