import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bar } from './bar-series.ts'
import type { MarketFault } from './market-fault.ts'
import { SymbolMarket } from './symbol-market.ts'

const MONDAY = Date.UTC(2026, 0, 5)
const MINUTE = 60_000
const GOOD: Bar = {
  openMs: MONDAY,
  open: 110_000,
  high: 110_009,
  low: 109_990,
  close: 110_003,
  ticks: 7,
  spread: 6,
}

const aMarket = () => new SymbolMarket('EURUSD', 5, () => {})

describe('a minute', () => {
  test.each<[MarketFault, Partial<Bar>]>([
    ['BAD_TIME', { openMs: Number.NaN }],
    ['BAD_TIME', { openMs: MONDAY + 1 }],
    ['BAD_PRICE', { low: 0 }],
    ['BAD_PRICE', { high: Number.POSITIVE_INFINITY }],
    ['BAD_RANGE', { open: 110_010 }],
    ['BAD_RANGE', { close: 109_989 }],
    ['BAD_RANGE', { close: Number.NaN }],
    ['BAD_COUNT', { ticks: -1 }],
    ['BAD_COUNT', { spread: Number.NaN }],
  ])('%s: %j is not let in and is counted', (fault, wrong) => {
    const market = aMarket()
    expect(market.closedMinute({ ...GOOD, ...wrong })).toBe(false)
    expect(market.faults[fault]).toBe(1)
    expect(market.bars.series.M1.total).toBe(0)
    expect(market.closedMinute(GOOD)).toBe(true)
  })

  test('that is here already, or older than the newest, is not let in and is counted', () => {
    const market = aMarket()
    market.closedMinute(GOOD)
    market.closedMinute({ ...GOOD, openMs: MONDAY + 5 * MINUTE })
    expect(market.closedMinute({ ...GOOD, openMs: MONDAY + 5 * MINUTE, close: 110_001 })).toBe(false)
    expect(market.closedMinute(GOOD)).toBe(false)
    expect(market.faults).toMatchObject({ REPEATED: 1, OLDER: 1 })
    expect(market.bars.series.M1.close(0)).toBe(GOOD.close)
  })
})

describe('a quote', () => {
  test.each<[MarketFault, [number, number, number]]>([
    ['BAD_TIME', [Number.NaN, 110_000, 110_006]],
    ['BAD_TIME', [Number.POSITIVE_INFINITY, 110_000, 110_006]],
    ['BAD_PRICE', [MONDAY + MINUTE, Number.NaN, 110_006]],
    ['BAD_PRICE', [MONDAY + MINUTE, 110_000, Number.NaN]],
    ['BAD_PRICE', [MONDAY + MINUTE, 0, 110_006]],
    ['CROSSED', [MONDAY + MINUTE, 110_007, 110_006]],
    ['OLDER', [MONDAY - 1, 110_000, 110_006]],
  ])('%s: %j is not let in, is counted, and moves nothing', (fault, quote) => {
    const market = aMarket()
    market.tick(MONDAY, 110_000, 110_006)
    expect(market.tick(...quote)).toBe(false)
    expect(market.faults[fault]).toBe(1)
    expect(market).toMatchObject({ bid: 110_000, ask: 110_006, tickMs: MONDAY, ticks: 1 })
  })

  test('without a spread is a quote', () => {
    expect(aMarket().tick(MONDAY, 110_000, 110_000)).toBe(true)
  })

  test('of a minute that history has closed moves the price and no bar', () => {
    const market = aMarket()
    market.closedMinute(GOOD)
    expect(market.tick(MONDAY + 30_000, 110_050, 110_056)).toBe(true)
    expect(market.bid).toBe(110_050)
    market.tick(MONDAY + MINUTE, 110_004, 110_010)
    expect(market.bars.series.M1.bar(0)).toEqual(GOOD)
    expect(market.bars.forming.M5.high).toBe(GOOD.high)
  })
})

test('a stream with every tenth quote wrong makes the same bars as without them', () => {
  const step = fc.record({
    waitMs: fc.integer({ min: 0, max: 50_000 }),
    bid: fc.integer({ min: 109_000, max: 111_000 }),
    wrong: fc.integer({ min: 0, max: 9 }).map(each => each === 0),
    how: fc.constantFrom('crossed', 'nan', 'zero', 'older'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), steps => {
      const [clean, dirty] = [aMarket(), aMarket()]
      let timeMs = MONDAY
      let wrongs = 0
      for (const { waitMs, bid, wrong, how } of steps) {
        timeMs += waitMs
        if (wrong) {
          wrongs++
          if (how === 'older') dirty.tick(dirty.tickMs - 1, bid, bid + 5)
          else dirty.tick(timeMs, how === 'zero' ? 0 : how === 'nan' ? Number.NaN : bid + 9, bid)
        }
        clean.tick(timeMs, bid, bid + 6)
        dirty.tick(timeMs, bid, bid + 6)
      }
      const bars = ({ bars: { series } }: SymbolMarket) =>
        Array.from({ length: series.M1.length }, (_, ago) => series.M1.bar(ago))
      expect(bars(dirty)).toEqual(bars(clean))
      expect(Object.values(dirty.faults).reduce((sum, count) => sum + count, 0)).toBe(wrongs)
    }),
  )
})
