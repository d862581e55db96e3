import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pair } from '../../contracts/pairs.ts'
import type { Side } from '../../contracts/primitives.ts'
import { activity } from './activity.ts'
import { costRules } from './cost.ts'
import { exposure, type OpenExposure } from './exposure.ts'
import { flood, type Standing } from './flood-guard.ts'
import { hours, spread, stale } from './overlay.ts'
import type { Quote } from './quote.ts'

const NOON = Date.UTC(2026, 6, 7, 12)

const quote = (over: Partial<Quote> = {}): Quote => ({
  bid: 110_000,
  ask: 110_006,
  atMs: NOON,
  staleAfterMs: 10_000,
  usualSpread: 6,
  ...over,
})
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

test('silence becomes stale after what is usual here, and so does the close of the bar', () => {
  expect(stale(quote(), NOON + 10_000, NOON)).toEqual([])
  expect(codes(stale(quote(), NOON + 10_001, NOON))).toEqual(['STALE_DATA'])
  const late = stale(quote(), NOON, NOON - 10_001)
  expect(late).toMatchObject([{ code: 'STALE_DATA', value: 10_001, limit: 10_000 }])
})

test('bars know no silence', () => {
  expect(stale(quote({ staleAfterMs: null }), NOON + 60_000, NOON)).toEqual([])
})

test('a spread over twice its norm and over 15 % of the stop is refused for both, with figures', () => {
  const reasons = spread(quote({ ask: 110_020 }), 100, 5)
  expect(codes(reasons)).toEqual(['SPREAD_ABOVE_NORM', 'SPREAD_OF_STOP'])
  expect(reasons[1]).toMatchObject({ value: 0.2, limit: 0.15 })
  expect(spread(quote({ ask: 110_012 }), 100, 5)).toEqual([])
})

test('an unknown norm is a refusal, not a guess', () => {
  expect(codes(spread(quote({ usualSpread: null }), 100, 5))).toEqual(['SPREAD_NORM_UNKNOWN'])
})

test('dead hours and the end of the week are refused', () => {
  expect(codes(hours(NOON))).toEqual([])
  expect(codes(hours(Date.UTC(2026, 6, 7, 21)))).toEqual(['DEAD_HOURS'])
  expect(codes(hours(Date.UTC(2026, 6, 10, 19, 30)))).toEqual(['WEEKEND_NEAR'])
})

describe('the stop against its cost', () => {
  test('is refused under fifteen times spread and commission, whatever its length', () => {
    expect(costRules(195, 6, 7, 5)).toEqual([])
    expect(costRules(194, 6, 7, 5)).toMatchObject([{ code: 'STOP_OF_COST', limit: 15 }])
    expect(costRules(194, 6, 7, 5)[0]?.text).toBe(
      'The 19.4-pip stop is 14.9 times the 1.3 pips of spread and commission; at least 15 times.',
    )
  })

  test('is refused under six pips, also where trading costs nothing', () => {
    expect(costRules(59, 0, 0, 5)).toMatchObject([{ code: 'STOP_TOO_SHORT', value: 5.9, limit: 6 }])
    expect(costRules(60, 0, 0, 5)).toEqual([])
  })

  test('is not known where the commission is not', () => {
    expect(codes(costRules(195, 6, null, 5))).toEqual(['COST_UNKNOWN'])
  })
})

test('a market that sleeps or is beside itself is refused, and so is one without ticks', () => {
  expect(activity(0.4, 0.5)).toEqual([])
  expect(activity(3, 2)).toEqual([])
  expect(activity(0.39, 1)).toMatchObject([{ code: 'VOLATILITY_UNUSUAL', value: 0.39, limit: 0.4 }])
  expect(activity(3.01, 1)).toMatchObject([{ code: 'VOLATILITY_UNUSUAL', value: 3.01, limit: 3 }])
  expect(activity(1, 0.49)).toMatchObject([{ code: 'VOLUME_THIN', value: 0.49, limit: 0.5 }])
})

test('volatility and volume that are not known refuse nothing', () => {
  expect(activity(null, null)).toEqual([])
})

describe('what else is open', () => {
  const open = (pair: Pair, side: Side, riskPct: number, correlation: number | null): OpenExposure => ({
    pair,
    side,
    riskPct,
    correlation,
  })

  test('is the same trade again where the pairs move together, whichever way each is traded', () => {
    const of = (side: Side, correlation: number | null) =>
      codes(exposure('EURUSD', 'buy', 1, [open('GBPNZD', side, 1, correlation)]))
    expect(of('buy', 0.81)).toEqual(['CORRELATED'])
    expect(of('sell', -0.81)).toEqual(['CORRELATED'])
    expect(of('buy', 0.8)).toEqual([])
    expect(of('sell', 0.95)).toEqual([])
    expect(of('buy', -0.95)).toEqual([])
  })

  test('may be the same trade again where nobody knows how the pairs move, so that it is refused', () => {
    for (const side of ['buy', 'sell'] as const)
      expect(exposure('EURUSD', 'buy', 1, [open('GBPNZD', side, 1, null)])).toMatchObject([
        { code: 'CORRELATED', value: null, text: expect.stringContaining('open GBPNZD') as string },
      ])
  })

  test('may risk at most 3 % on one side of a currency, all trades together', () => {
    const held = [open('GBPUSD', 'buy', 2, 0)]
    expect(exposure('EURUSD', 'buy', 1, held)).toEqual([])
    expect(exposure('EURUSD', 'buy', 1.1, held)).toMatchObject([
      {
        code: 'CURRENCY_EXPOSURE',
        limit: 3,
        text: expect.stringContaining('3.1 % on one side of USD') as string,
      },
    ])
    expect(exposure('USDJPY', 'buy', 1.1, held)).toEqual([])
  })

  test('is never refused for what it takes away', () => {
    const held = [open('GBPUSD', 'buy', 3, 0), open('AUDUSD', 'buy', 3, 0)]
    expect(exposure('USDCAD', 'buy', 1, held)).toEqual([])
  })

  test('never makes a trade possible that it forbids at a smaller risk', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (a, b) => {
          const held = [open('GBPUSD', 'buy', 1.5, 0)]
          const [small, large] = [Math.min(a, b), Math.max(a, b)]
          const refusals = (risk: number) => exposure('EURUSD', 'buy', risk, held).length
          expect(refusals(large)).toBeGreaterThanOrEqual(refusals(small))
        },
      ),
    )
  })
})

describe('the flood guard', () => {
  const ago = (minutes: number, pair: 'EURUSD' | 'GBPUSD' = 'GBPUSD') => ({
    pair,
    atMs: NOON - minutes * 60_000,
  })
  const codesOf = (
    issued: ReturnType<typeof ago>[],
    standing: Standing = { mission: null, position: false },
  ) => codes(flood('EURUSD', 'buy', NOON, issued, standing))

  test('missions stay rare: one a symbol, half an hour apart, four an hour, twenty-five a day', () => {
    expect(codesOf([])).toEqual([])
    expect(codesOf([], { mission: 'buy', position: true })).toEqual(['MISSION_OPEN', 'POSITION_OPEN'])
    expect(codesOf([ago(29, 'EURUSD')])).toEqual(['COOLDOWN'])
    expect(codesOf([ago(30, 'EURUSD')])).toEqual([])
    expect(codesOf([ago(50), ago(40), ago(20), ago(10)])).toEqual(['HOURLY_LIMIT'])
    const today = Array.from({ length: 25 }, (_, k) => ago(900 - k * 30))
    expect(codesOf(today)).toEqual(['DAILY_LIMIT'])
  })

  test('a mission against an open one of its symbol is refused', () => {
    expect(codesOf([], { mission: 'sell', position: false })).toEqual(['MISSION_AGAINST'])
  })
})
