import { expect, test } from 'vitest'
import { SymbolMarket } from '../market/symbol-market.ts'
import { flood } from './flood-guard.ts'
import { friction } from './overlay.ts'

const NOON = Date.UTC(2026, 6, 7, 12)

function quiet(untilMs: number, lastSpread = 6): SymbolMarket {
  const market = new SymbolMarket('EURUSD', 5, () => {})
  for (let k = 400; k > 0; k--) market.tick(untilMs - k * 1_000, 110_000, 110_006)
  market.tick(untilMs, 110_000, 110_000 + lastSpread)
  return market
}
const codes = (market: SymbolMarket, atMs: number, stop = 100) =>
  friction(market, atMs, stop).map(reason => reason.code)

test('a calm market at noon has no friction', () => {
  expect(codes(quiet(NOON), NOON)).toEqual([])
})

test('silence becomes stale after what is usual here', () => {
  expect(codes(quiet(NOON), NOON + 10_000)).toEqual([])
  expect(codes(quiet(NOON), NOON + 10_001)).toEqual(['STALE_DATA'])
})

test('a spread over twice its norm and over 15 % of the stop is refused for both, with figures', () => {
  const reasons = friction(quiet(NOON, 20), NOON, 100)
  expect(reasons.map(reason => reason.code)).toEqual(['SPREAD_ABOVE_NORM', 'SPREAD_OF_STOP'])
  expect(reasons[1]).toMatchObject({ value: 0.2, limit: 0.15 })
})

test('an unknown norm is a refusal, not a guess', () => {
  const market = new SymbolMarket('EURUSD', 5, () => {})
  market.tick(NOON, 110_000, 110_006)
  expect(codes(market, NOON)).toEqual(['SPREAD_NORM_UNKNOWN'])
})

test('dead hours and the end of the week are refused', () => {
  const evening = Date.UTC(2026, 6, 7, 21)
  expect(codes(quiet(evening), evening)).toEqual(['DEAD_HOURS'])
  const friday = Date.UTC(2026, 6, 10, 19, 30)
  expect(codes(quiet(friday), friday)).toEqual(['WEEKEND_NEAR'])
})

test('missions stay rare: one a symbol, half an hour apart, four an hour, twenty-five a day', () => {
  const ago = (minutes: number, pair: 'EURUSD' | 'GBPUSD' = 'GBPUSD') => ({
    pair,
    atMs: NOON - minutes * 60_000,
  })
  const codesOf = (issued: ReturnType<typeof ago>[], mission = false, position = false) =>
    flood('EURUSD', NOON, issued, mission, position).map(reason => reason.code)
  expect(codesOf([])).toEqual([])
  expect(codesOf([], true, true)).toEqual(['MISSION_OPEN', 'POSITION_OPEN'])
  expect(codesOf([ago(29, 'EURUSD')])).toEqual(['COOLDOWN'])
  expect(codesOf([ago(30, 'EURUSD')])).toEqual([])
  expect(codesOf([ago(50), ago(40), ago(20), ago(10)])).toEqual(['HOURLY_LIMIT'])
  const today = Array.from({ length: 25 }, (_, k) => ago(900 - k * 30))
  expect(codesOf(today)).toEqual(['DAILY_LIMIT'])
})
