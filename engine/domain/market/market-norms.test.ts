import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BarSeries } from './bar-series.ts'
import { pointsFromText, stepDigits, textFromPoints } from './price.ts'
import { SpreadNorm } from './spread-norm.ts'
import { TickGaps } from './tick-gaps.ts'
import { VolatilityModel, VOLATILITY_WARM_UP } from './volatility.ts'

const MONDAY = Date.UTC(2026, 0, 5)
const QUARTER = 900_000

const seriesOf = (closes: readonly number[], capacity = 64) => {
  const series = new BarSeries(capacity)
  closes.forEach((close, k) =>
    series.push({
      openMs: k * 60_000,
      open: close,
      high: close + 3,
      low: close - 2,
      close,
      ticks: 1,
      spread: 1,
    }),
  )
  return series
}

test('a price survives the way to text and back, whatever its digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000 }), fc.constantFrom(0, 2, 3, 4, 5), (points, digits) => {
      expect(pointsFromText(textFromPoints(points, digits), digits)).toBe(points)
    }),
  )
  expect(textFromPoints(-5, 5)).toBe('-0.00005')
})

test('a lot step knows its decimals', () => {
  expect([1, 0.1, 0.01, 0.001, 0.25].map(stepDigits)).toEqual([0, 1, 2, 3, 2])
})

test('a full series forgets its oldest bar and counts on', () => {
  const series = seriesOf([1, 2, 3, 4, 5], 3)
  expect([series.length, series.total, series.close(0), series.close(2)]).toEqual([3, 5, 5, 3])
  expect(() => series.close(3)).toThrow(RangeError)
})

test('a constant daily shape is learnt: the loud hour is forecast louder than the quiet one', () => {
  const model = new VolatilityModel()
  let price = 100_000
  for (let k = 0; k < 96 * 60; k++) {
    const atMs = MONDAY + k * QUARTER
    const loud = k % 96 >= 48 && k % 96 < 64
    price *= 1 + (k % 2 === 0 ? 1 : -1) * (loud ? 0.001 : 0.0002)
    model.addQuarterHour(atMs, price)
  }
  const quiet = model.sigma(100_000, MONDAY + 20 * QUARTER, 60)
  const loud = model.sigma(100_000, MONDAY + 48 * QUARTER, 60)
  expect(loud / quiet).toBeCloseTo(5, 0)
})

test('the forecast is not ready before a full day of quarter hours, nor on a market that stands still', () => {
  const model = new VolatilityModel()
  for (let k = 0; k <= VOLATILITY_WARM_UP; k++) {
    expect(model.ready).toBe(false)
    model.addQuarterHour(MONDAY + k * QUARTER, 100 + (k % 2))
  }
  expect(model.ready).toBe(true)
  const still = new VolatilityModel()
  for (let k = 0; k <= VOLATILITY_WARM_UP; k++) still.addQuarterHour(MONDAY + k * QUARTER, 100)
  expect(still.ready).toBe(false)
})

test('a week-end gap is not taken for volatility', () => {
  const model = new VolatilityModel()
  model.addQuarterHour(MONDAY, 100)
  model.addQuarterHour(MONDAY + 48 * 3_600_000, 105)
  expect(model.ratio).toBe(1)
})

test('the norm of a spread answers by hour of week, then by hour of day, then by all, then not at all', () => {
  const norm = new SpreadNorm()
  const fill = (atMs: number, spread: number) => {
    for (let k = 0; k < 120; k++) norm.add(atMs + k * 1_000, spread)
  }
  expect(norm.at(MONDAY)).toBeNull()
  fill(MONDAY, 10)
  expect(norm.at(MONDAY)).toBe(10)
  expect(norm.at(MONDAY + 86_400_000)).toBe(10)
  fill(MONDAY + 5 * 3_600_000, 20)
  expect(norm.at(MONDAY + 5 * 3_600_000)).toBe(20)
  expect(norm.at(MONDAY + 9 * 3_600_000)).toBe(15)
})

test('stale means unusual for this hour, and never under ten seconds', () => {
  const gaps = new TickGaps()
  expect(gaps.staleAfterMs(MONDAY)).toBe(10_000)
  for (let k = 0; k < 300; k++) gaps.add(MONDAY + k * 500)
  expect(gaps.staleAfterMs(MONDAY)).toBe(10_000)
  for (let k = 0; k < 119; k++) gaps.add(MONDAY + 5 * 3_600_000 + k * 30_000)
  for (let k = 0; k < 119; k++) gaps.add(MONDAY + 29 * 3_600_000 + k * 30_000)
  const stale = gaps.staleAfterMs(MONDAY + 5 * 3_600_000)
  expect(stale).toBeGreaterThanOrEqual(30_000)
  expect(stale).toBeLessThan(40_000)
})
