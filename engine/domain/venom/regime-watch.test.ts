import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Regime } from '../../contracts/vocabulary.ts'
import { CalendarEvent } from '../../contracts/wire/index.ts'
import { SymbolMarket } from '../market/symbol-market.ts'
import { TIMEFRAME_BIT } from '../market/timeframe.ts'
import { nextRegime, type PriceRegime } from './regime.ts'
import { LoudNews, type Announcements } from './regime-news.ts'
import { RegimeOdds } from './regime-odds.ts'
import { RegimeWatch } from './regime-watch.ts'

const MONDAY = Date.UTC(2026, 0, 5)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOON = MONDAY + 36 * HOUR

const payrolls = (over: object = {}) =>
  CalendarEvent.parse({
    id: '1',
    timeMs: NOON,
    exact: true,
    currency: 'USD',
    importance: 'high',
    name: 'Payrolls',
    ...over,
  })
const known = (...events: CalendarEvent[]): Announcements => ({
  fromMs: MONDAY,
  toMs: MONDAY + 120 * HOUR,
  events,
})

/** What a watch said at each close of M15, and what the thresholds alone would have said there. */
function followed(reaches: readonly number[]): { told: PriceRegime[]; alone: PriceRegime[] } {
  const watch = new RegimeWatch()
  const told: PriceRegime[] = []
  const alone: PriceRegime[] = []
  const market: SymbolMarket = new SymbolMarket('EURUSD', 5, closed => {
    if (!(closed & TIMEFRAME_BIT.M15)) return
    watch.onQuarterHour(market)
    if (!watch.inputs) return
    alone.push(nextRegime(told.at(-1) ?? null, watch.inputs))
    told.push(watch.regime as PriceRegime)
  })
  reaches.forEach((reach, quarter) => {
    for (let minute = 0; minute < 15; minute++) {
      const openMs = MONDAY + (quarter * 15 + minute) * MINUTE
      const close = 110_000 + (minute % 2 === 0 ? reach : -reach)
      market.closedMinute({
        openMs,
        open: close,
        high: close + 1,
        low: close - 1,
        close,
        ticks: 1,
        spread: 6,
      })
    }
  })
  return { told, alone }
}

/** A watch that has followed `minutes` of a market with a slow and a fast wave. */
function watched(minutes: number): { watch: RegimeWatch; market: SymbolMarket } {
  const watch = new RegimeWatch()
  const market: SymbolMarket = new SymbolMarket('EURUSD', 5, closed => {
    if (closed & TIMEFRAME_BIT.M15) watch.onQuarterHour(market)
  })
  for (let minute = 0; minute < minutes; minute++) {
    const close = Math.round(110_000 + 300 * Math.sin(minute / 400) + 30 * Math.sin(minute / 5))
    const openMs = MONDAY + minute * MINUTE
    market.closedMinute({ openMs, open: close, high: close + 5, low: close - 5, close, ticks: 1, spread: 6 })
  }
  return { watch, market }
}

const regimeAt = (watch: RegimeWatch, calendar: Announcements | null, nowMs: number) => {
  watch.heed(calendar, 'EURUSD', nowMs)
  return watch.regime
}

test('the regime of the price changes when two closes in a row have said so, and only then', () => {
  const days = fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 110, maxLength: 160 })
  let changes = 0
  fc.assert(
    fc.property(days, reaches => {
      const { told, alone } = followed(reaches)
      for (let k = 1; k < told.length; k++) {
        const mayChange = alone[k] !== told[k - 1] && alone[k] === alone[k - 1]
        expect(told[k]).toBe(mayChange ? alone[k] : told[k - 1])
        if (mayChange) changes++
      }
    }),
    { numRuns: 25 },
  )
  expect(changes).toBeGreaterThan(10)
})

describe('a news event', () => {
  test('outranks the price from 15 min before it to 45 min after', () => {
    const { watch } = watched(60 * 35)
    const byPrice = watch.regime
    const calendar = known(payrolls())
    expect(byPrice).not.toBeNull()
    const told = [-16, -15, 0, 44, 45].map(minute => regimeAt(watch, calendar, NOON + minute * MINUTE))
    expect(told).toEqual([byPrice, 'NEWS_EVENT', 'NEWS_EVENT', 'NEWS_EVENT', byPrice])
    expect(watch.sinceMs).toBe(NOON + 45 * MINUTE)
  })

  test('is of high importance, of one of the two currencies, and has an hour', () => {
    const sight = (over: object) => new LoudNews(known(payrolls(over)), 'EURUSD').sight(NOON)
    for (const over of [{ importance: 'moderate' }, { currency: 'GBP' }, { exact: false }]) {
      expect(sight(over).event).toBeNull()
    }
    expect(sight({ currency: 'EUR' }).event).not.toBeNull()
  })

  test('is never said without a calendar, and the figures say that there is none', () => {
    const { watch } = watched(60 * 35)
    expect(regimeAt(watch, null, NOON)).not.toBe('NEWS_EVENT')
    expect(watch.figures(NOON)).toContainEqual({ name: 'calendar known', value: 0 })
    watch.heed(known(payrolls()), 'EURUSD', NOON + 4 * MINUTE)
    expect(watch.figures(NOON + 4 * MINUTE)).toContainEqual({
      name: 'minutes since USD Payrolls',
      value: 4,
    })
  })

  test('is known before there is data enough for the price', () => {
    expect(regimeAt(new RegimeWatch(), known(payrolls()), NOON)).toBe('NEWS_EVENT')
    expect(new RegimeWatch().regime).toBeNull()
  })

  test('is told as if the calendar were read anew each minute, though it is read at its turns only', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: -200, max: 200 }), { maxLength: 6 })
    fc.assert(
      fc.property(
        minutes,
        fc.array(fc.integer({ min: -200, max: 200 }), { maxLength: 40 }),
        (times, asked) => {
          const calendar = known(...times.map(at => payrolls({ timeMs: NOON + at * MINUTE })))
          const watch = new RegimeWatch()
          for (const at of asked.toSorted((a, b) => a - b)) {
            const nowMs = NOON + at * MINUTE
            const within = times.some(time => at >= time - 15 && at < time + 45)
            expect(regimeAt(watch, calendar, nowMs) === 'NEWS_EVENT').toBe(within)
          }
        },
      ),
    )
  })
})

describe('the chances of an hour from now', () => {
  test('sum to 1 over the six, with and without news', () => {
    for (const hours of [35, 50, 71]) {
      const { watch } = watched(60 * hours)
      for (const minute of [-90, -70, -20, 0, 30, 50]) {
        watch.heed(known(payrolls()), 'EURUSD', NOON + minute * MINUTE)
        const sum = Regime.options.reduce(
          (total, regime) => total + (watch.chanceOf(regime) ?? Number.NaN),
          0,
        )
        expect(sum).toBeCloseTo(1, 12)
        const isNewsThen = minute + 60 >= -15 && minute + 60 < 45
        expect(watch.chanceOf('NEWS_EVENT')).toBe(isNewsThen ? 1 : 0)
      }
    }
  })

  test('are the share of times that it was so an hour later, one stay and one change imagined', () => {
    const odds = new RegimeOdds()
    expect(odds.chance('CALM_RANGE', 'CALM_RANGE')).toBe(0.5)
    expect(odds.chance('CALM_RANGE', 'BREAKOUT')).toBe(0.125)
    const told = ['CALM_RANGE', 'CALM_RANGE', 'CALM_RANGE', 'CALM_RANGE', 'CALM_RANGE', 'BREAKOUT'] as const
    told.forEach((regime, k) => odds.count(regime, MONDAY + k * 15 * MINUTE))
    expect(odds.chance('CALM_RANGE', 'CALM_RANGE')).toBe(2 / 4)
    expect(odds.chance('CALM_RANGE', 'BREAKOUT')).toBe(1.25 / 4)
  })

  test('count nothing over a hole in the data', () => {
    const odds = new RegimeOdds()
    odds.count('CALM_RANGE', MONDAY)
    for (let k = 1; k <= 4; k++) odds.count('BREAKOUT', MONDAY + 48 * HOUR + k * 15 * MINUTE)
    expect(odds.chance('CALM_RANGE', 'BREAKOUT')).toBe(0.125)
  })
})
