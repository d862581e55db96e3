import { describe, expect, test } from 'vitest'
import type { Bar } from '../../market/bar-series.ts'
import { isMarketOpen } from '../../market/session-clock.ts'
import { SymbolMarket } from '../../market/symbol-market.ts'
import { TIMEFRAME_BIT, TIMEFRAMES, type Timeframe } from '../../market/timeframe.ts'

const SUNDAY = Date.UTC(2026, 2, 1, 22)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Bars = Record<Timeframe, Bar[]>

/** Bars of four weeks with holes, over a change of clocks; `check` is asked at every close of M15. */
function play(seed: number, count: number, check?: (market: SymbolMarket, bars: Bars) => void) {
  let state = seed
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const bars: Bars = { M1: [], M5: [], M15: [], H1: [], H4: [], D1: [] }
  const market: SymbolMarket = new SymbolMarket('EURUSD', 5, closed => {
    for (const timeframe of TIMEFRAMES) {
      if (closed & TIMEFRAME_BIT[timeframe]) bars[timeframe].push(market.bars.series[timeframe].bar(0))
    }
    if (closed & TIMEFRAME_BIT.M15) check?.(market, bars)
  })
  let price = 110_000
  for (let minute = 0; bars.M1.length < count; minute++) {
    const openMs = SUNDAY + minute * MINUTE
    if (!isMarketOpen(openMs) || random() < 0.02) continue
    const open = price
    price += Math.round((random() - 0.5) * (4 + 10 * Math.abs(Math.sin(minute / 900))))
    const [high, low] = [Math.max(open, price) + 2, Math.min(open, price) - 3]
    market.closedMinute({ openMs, open, high, low, close: price, ticks: 1, spread: 6 })
  }
  return { market, bars }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const deviation = (values: readonly number[]) =>
  Math.sqrt(mean(values.map(value => (value - mean(values)) ** 2)))
const closes = (bars: readonly Bar[]) => bars.map(({ close }) => close)
const z = (values: readonly number[]) => ((values.at(-1) as number) - mean(values)) / deviation(values)
const trueRanges = (bars: readonly Bar[]) =>
  bars.slice(1).map(({ high, low }, k) => {
    const before = (bars[k] as Bar).close
    return Math.max(high, before) - Math.min(low, before)
  })
const ema = (values: readonly number[], length: number) =>
  values.reduce((last, value) => last + (2 / (length + 1)) * (value - last))

const widths = (bars: readonly Bar[]) =>
  bars.slice(19).map((bar, k) => deviation(closes(bars.slice(k, k + 20))) / bar.close)
function rank(values: readonly number[]): number {
  const window = values.slice(-500)
  const last = window.at(-1) as number
  const below = window.filter(value => value < last).length
  const equal = window.filter(value => value === last).length
  return (below + (equal + 1) / 2) / window.length
}

describe('readings', () => {
  const { market, bars } = play(11, 24_000)
  const { m1, m5, m15, h1, h4 } = market.readings

  test('of M1 are those one would work out on paper', () => {
    const sizes = bars.M1.map(({ high, low }) => high - low)
    const usualBefore = (k: number) => {
      const weights = sizes.slice(0, k).map((_, at) => (1 - 2 / 61) ** (k - 1 - at))
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      return weights.reduce((sum, weight, at) => sum + weight * (sizes[at] as number), 0) / total
    }
    const last = bars.M1.length - 1
    expect(m1.rangeEwma60).toBeCloseTo(usualBefore(last), 8)
    const { open, close } = bars.M1[last] as Bar
    expect(m1.lastBody).toBe(close - open)
    const bodies = bars.M1.slice(-30).map((bar, k) => (bar.close - bar.open) / usualBefore(last - 29 + k))
    const greatest = bodies.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0] as number
    expect(m1.bigBody30).toBeCloseTo(greatest, 8)
  })

  test('of M5 and M15 are those one would work out on paper', () => {
    expect(m5.z36).toBeCloseTo(z(closes(bars.M5).slice(-36)), 8)
    expect(m5.z36Before).toBeCloseTo(z(closes(bars.M5).slice(-37, -1)), 8)
    expect(m5.mean36).toBeCloseTo(mean(closes(bars.M5).slice(-36)), 6)
    expect(m15.z48).toBeCloseTo(z(closes(bars.M15).slice(-48)), 8)
  })

  test.each([
    ['M15', m15],
    ['H1', h1],
  ] as const)('of %s tell squeeze, break and trend as one would on paper', (timeframe, told) => {
    const all = bars[timeframe]
    const last = all.at(-1) as Bar
    expect(told.ema20).toBeCloseTo(ema(closes(all), 20), 6)
    expect(told.ema50).toBeCloseTo(ema(closes(all), 50), 6)
    expect(told.atr14).toBeCloseTo(mean(trueRanges(all).slice(-14)), 8)
    expect(told.widthRank).toBeCloseTo(rank(widths(all)), 10)
    expect(told.widthRankBefore).toBeCloseTo(rank(widths(all.slice(0, -1))), 10)
    expect(told.high20Before).toBe(Math.max(...all.slice(-21, -1).map(({ high }) => high)))
    expect(told.low20Before).toBe(Math.min(...all.slice(-21, -1).map(({ low }) => low)))
    expect(told.wick).toBeCloseTo((last.high + last.low - 2 * last.close) / (last.high - last.low), 12)
  })

  test('of H1 and H4 tell the trend', () => {
    const day = closes(bars.H1).slice(-25)
    const path = day.slice(1).reduce((sum, close, k) => sum + Math.abs(close - (day[k] as number)), 0)
    expect(h1.move24).toBe((day[24] as number) - (day[0] as number))
    expect(h1.efficiency24).toBeCloseTo(Math.abs(h1.move24) / path, 10)
    expect(h4.ema20).toBeCloseTo(ema(closes(bars.H4), 20), 6)
    expect(h4.atr14).toBeCloseTo(mean(trueRanges(bars.H4).slice(-14)), 8)
  })

  test('of volatility are the model’s, from the last M15 close on', () => {
    const { close, openMs } = bars.M15.at(-1) as Bar
    expect(market.readings.sigma60).toBe(market.volatility.sigma(close, openMs + 15 * MINUTE, 60))
    expect(market.readings.sigma240).toBe(market.volatility.sigma(close, openMs + 15 * MINUTE, 240))
  })
})

test('a return goes back by the clock, over holes and week-ends', () => {
  let checked = 0
  play(5, 9_000, ({ readings }, { M1 }) => {
    const last = M1.at(-1) as Bar
    for (const minutes of [5, 15, 60, 240, 1_440]) {
      const then = M1.findLast(({ openMs }) => openMs <= last.openMs - minutes * MINUTE)
      expect(readings.ret(minutes)).toBe(then ? last.close - then.close : Number.NaN)
      checked++
    }
  })
  expect(checked).toBeGreaterThan(2_000)
})

test('the day and the day before it turn at 17:00 in New York, and the first day is not told', () => {
  let days = 0
  play(6, 9_000, ({ readings: { day } }, { M1 }) => {
    const dayOf = (openMs: number) => {
      // The clocks of New York change on Sunday 8 March 2026 at 07:00 UTC.
      const turnsAt = openMs < Date.UTC(2026, 2, 8, 7) ? 22 : 21
      return Math.floor((openMs - turnsAt * HOUR) / (24 * HOUR))
    }
    const last = M1.at(-1) as Bar
    const present = M1.filter(({ openMs }) => dayOf(openMs) === dayOf(last.openMs))
    const before = M1.findLast(({ openMs }) => dayOf(openMs) < dayOf(last.openMs))
    const first = dayOf((M1[0] as Bar).openMs)
    if (!before) return expect(day.dayOpen).toBeNaN()
    expect(day).toMatchObject({
      dayOpen: present[0]?.open,
      dayHigh: Math.max(...present.map(({ high }) => high)),
      dayLow: Math.min(...present.map(({ low }) => low)),
    })
    const previous = M1.filter(({ openMs }) => dayOf(openMs) === dayOf(before.openMs))
    if (dayOf(before.openMs) === first) return expect(day.previousDayHigh).toBeNaN()
    expect(day.previousDayHigh).toBe(Math.max(...previous.map(({ high }) => high)))
    expect(day.previousDayLow).toBe(Math.min(...previous.map(({ low }) => low)))
    days++
  })
  expect(days).toBeGreaterThan(300)
})

test('the ranges of London’s day are those of its minutes, broken at the first M5 close outside', () => {
  let broken = 0
  play(9, 12_000, ({ readings: { asianRange, openingRange } }, { M1, M5 }) => {
    // London keeps winter time until 29 March 2026: its clock is UTC.
    const midnight = Math.floor((M1.at(-1) as Bar).openMs / (24 * HOUR)) * 24 * HOUR
    for (const [range, from, to] of [
      [asianRange, 0, 7],
      [openingRange, 7, 8],
    ] as const) {
      const [fromMs, toMs] = [midnight + from * HOUR, midnight + to * HOUR]
      const within = M1.filter(({ openMs }) => openMs >= fromMs && openMs < toMs)
      expect(range.bars).toBe(within.length)
      if (within.length === 0) continue
      const [high, low] = [Math.max(...within.map(bar => bar.high)), Math.min(...within.map(bar => bar.low))]
      expect([range.high, range.low]).toEqual([high, low])
      const out = M5.find(({ openMs, close }) => openMs >= toMs && (close > high || close < low))
      expect(range.brokenMs).toBe(out ? out.openMs + 5 * MINUTE : Number.NaN)
      if (out) broken++
    }
  })
  expect(broken).toBeGreaterThan(50)
})

test('nothing is told before there are bars enough', () => {
  const { readings } = play(3, 30).market
  expect(readings.m5.z36).toBeNaN()
  expect(readings.m15.widthRank).toBeNaN()
  expect(readings.h1.atr14).toBeNaN()
  expect(readings.sigma240).toBeNaN()
  expect(readings.ret(60)).toBeNaN()
})
