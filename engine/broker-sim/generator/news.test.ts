import { expect, test } from 'vitest'
import { DAY_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import { isMarketOpen } from '../../domain/market/session-clock.ts'
import { newYorkTime } from './day-shape.ts'
import { News, newsSpread, newsVolatility, type Release } from './news.ts'

const MAY = Date.UTC(2024, 4, 1, 12)
const releases = (seed: number): Release[] => {
  const news = new News(seed)
  return Array.from({ length: 100 }, (_, day) => MAY + day * DAY_MS).flatMap(ms =>
    news.on(ms, newYorkTime(ms)),
  )
}

test('releases follow from the seed and the date alone', () => {
  const news = new News(5)
  const [one, two] = [MAY, MAY + 3 * DAY_MS].map(ms => news.on(ms, newYorkTime(ms)))
  expect(news.on(MAY, newYorkTime(MAY))).toEqual(one)
  expect(new News(5).on(MAY + 3 * DAY_MS, newYorkTime(MAY + 3 * DAY_MS))).toEqual(two)
  expect(releases(5)).not.toEqual(releases(6))
})

test('there are some releases most days, none while the market is closed, at New York hours', () => {
  const all = releases(5)
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter(({ atMs }) => !isMarketOpen(atMs))).toEqual([])
  const payrollTime = all
    .filter(({ currency }) => currency === 'USD')
    .map(({ atMs }) => newYorkTime(atMs).timeMs / MINUTE_MS)
  expect(payrollTime).toContain(8 * 60 + 30)
})

test('spreads widen a minute before a release and volatility dies down after it, for its currency only', () => {
  const release: Release = { currency: 'CAD', atMs: MAY, shock: 3 }
  const spread = (minute: number) => newsSpread([release], 'USDCAD', MAY + minute * MINUTE_MS)
  expect([-2, -1, 0, 2, 3, 10, 11].map(spread)).toEqual([1, 4, 4, 4, 2, 2, 1])
  expect(newsSpread([release], 'EURUSD', MAY)).toBe(1)
  const wild = (minute: number) => newsVolatility([release], 'USDCAD', MAY + minute * MINUTE_MS)
  expect([wild(-1), wild(0), wild(10), wild(20)]).toEqual([1, 2.5, 1.75, 1])
  expect(newsVolatility([release], 'EURUSD', MAY)).toBe(1)
})
