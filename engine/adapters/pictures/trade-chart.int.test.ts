import { expect, it } from 'vitest'
import type { ChartLevels } from '../../contracts/card.ts'
import { EpochMs, Points } from '../../contracts/primitives.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import { pictureFile } from './code/picture-file.ts'
import { priceScale } from './chart/price-scale.ts'
import { tradeChart } from './index.ts'

const points = (value: number) => Points.parse(value)
const levels: ChartLevels = {
  pair: 'EURUSD',
  account: 'simulated',
  side: 'buy',
  digits: 5,
  entry: points(110_000),
  stop: points(109_900),
  target: points(110_200),
  entryMs: EpochMs.parse(120_000),
  exit: { price: points(110_150), atMs: EpochMs.parse(480_000) },
}
const bars: readonly Bar[] = Array.from({ length: 10 }, (_, index) => ({
  openMs: index * 60_000,
  open: 110_000,
  high: 110_250,
  low: 109_950,
  close: 110_010,
  ticks: 3,
  spread: 8,
}))
const field = { left: 100, right: 200, top: 10, bottom: 90 }

it.each([
  ['with bars', bars, levels],
  ['of one bar', bars.slice(0, 1), levels],
  ['without any bar', [], levels],
  ['of a trade that is still open', bars, { ...levels, exit: null }],
  ['whose levels are all one price', [], { ...levels, stop: levels.entry, target: levels.entry, exit: null }],
] as const)('a chart %s is a PNG of 1200 by 675', async (_what, told, at) => {
  expect(pictureFile(await tradeChart(told, at, { theme: 'ember' }))).toEqual({
    is: 'picture',
    width: 1_200,
    height: 675,
  })
})

it('every bar and level lies inside of the field, the higher price above', () => {
  const { y } = priceScale(bars, levels, field)

  expect(y(110_250)).toBeGreaterThan(field.top)
  expect(y(109_900)).toBeLessThan(field.bottom)
  expect(y(110_200)).toBeLessThan(y(110_000))
})

it('a moment lies in the middle of the bar that holds it, and of the nearest one beyond the ends', () => {
  const { x } = priceScale(bars, levels, field)

  expect(x(125_000)).toBe(125)
  expect(x(-1)).toBe(105)
  expect(x(9_999_999)).toBe(195)
})
