import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SymbolMarket } from '../market/symbol-market.ts'
import { TIMEFRAME_BIT } from '../market/timeframe.ts'
import { nextRegime, type RegimeInputs } from './regime.ts'
import { RegimeWatch } from './regime-watch.ts'
import { costInR, driftlessOutlook, driftlessP, expectedValue, qualityOf } from './value.ts'

const MONDAY = Date.UTC(2026, 0, 5)
const MINUTE = 60_000

/** A market of `minutes` minutes whose close follows `priceAt`, one tick a quarter minute. */
function marketOf(
  minutes: number,
  priceAt: (minute: number) => number,
): { market: SymbolMarket; watch: RegimeWatch } {
  const watch = new RegimeWatch()
  const market: SymbolMarket = new SymbolMarket('EURUSD', 5, closed => {
    if (closed & TIMEFRAME_BIT.M15) watch.onQuarterHour(market)
  })
  for (let minute = 0; minute < minutes; minute++) {
    const price = Math.round(priceAt(minute))
    for (let k = 0; k < 4; k++) market.tick(MONDAY + minute * MINUTE + k * 15_000, price, price + 6)
  }
  return { market, watch }
}

const wave = (minute: number) => 110_000 + 40 * Math.sin(minute / 7) + 25 * Math.sin(minute / 3.1)

describe('regimes', () => {
  const inputs = (over: Partial<RegimeInputs>): RegimeInputs => ({
    volatilityRatio: 1,
    efficiency: 0.1,
    dayMove: 10,
    ...over,
  })

  test('are told apart by volatility, efficiency and direction', () => {
    expect(nextRegime(null, inputs({}))).toBe('CALM_RANGE')
    expect(nextRegime(null, inputs({ volatilityRatio: 1.2 }))).toBe('VOLATILE_RANGE')
    expect(nextRegime(null, inputs({ efficiency: 0.4 }))).toBe('TRENDING_BULL')
    expect(nextRegime(null, inputs({ efficiency: 0.4, dayMove: -10 }))).toBe('TRENDING_BEAR')
    expect(nextRegime(null, inputs({ volatilityRatio: 1.6, efficiency: 0.9 }))).toBe('BREAKOUT')
  })

  test('are left later than they are entered, so that they do not flicker', () => {
    expect(nextRegime('BREAKOUT', inputs({ volatilityRatio: 1.4 }))).toBe('BREAKOUT')
    expect(nextRegime('CALM_RANGE', inputs({ volatilityRatio: 1.4 }))).toBe('VOLATILE_RANGE')
    expect(nextRegime('TRENDING_BULL', inputs({ efficiency: 0.3 }))).toBe('TRENDING_BULL')
    expect(nextRegime('CALM_RANGE', inputs({ efficiency: 0.3 }))).toBe('CALM_RANGE')
  })

  test('say what they wait for until a day has been seen', () => {
    const { watch } = marketOf(60 * 20, wave)
    expect(watch.regime).toBeNull()
    expect(watch.missing).toMatch(/a day of/)
    expect(watch.probability).toBeNull()
  })

  test('a climbing day is a bull trend, with the share of times that it lasted an hour', () => {
    const { watch } = marketOf(60 * 60, minute => 110_000 + minute + 30 * Math.sin(minute / 9))
    expect(watch.regime).toBe('TRENDING_BULL')
    expect(watch.probability).toBeGreaterThan(0.9)
    expect(watch.probability).toBeLessThan(1)
  })
})

describe('value', () => {
  test('a driftless shot loses exactly its spread and its cost on average', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 60, max: 900 }),
        fc.constantFrom(1, 2, 3),
        (spread, stop, ratio) => {
          const outlook = driftlessOutlook(driftlessP(spread, stop, ratio), 'no model')
          const costR = costInR(stop, 7, 10)
          expect(expectedValue(outlook, ratio, costR)).toBeCloseTo(-spread / stop - 9.5 / stop, 10)
        },
      ),
    )
  })

  test('a spread as wide as the stop leaves no chance', () => {
    expect(driftlessP(100, 100, 2)).toBe(0)
  })

  test('a time-out is a third outcome, worth what such trades were worth', () => {
    const outlook = { p: 0.3, timeout: 0.5, timeoutR: 0.2 }
    expect(expectedValue(outlook, 2, 0.04)).toBeCloseTo(0.6 - 0.2 + 0.1 - 0.04, 12)
  })

  test('names its quality from the gate up, and none at the gate', () => {
    expect([0.05, 0.051, 0.11, 0.21, 0.31].map(qualityOf)).toEqual([
      null,
      'BRONZE',
      'SILVER',
      'GOLD',
      'PLATINUM',
    ])
  })
})
