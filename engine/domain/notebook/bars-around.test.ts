import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Bar } from '../market/bar-series.ts'
import { HOUR_MS, MINUTE_MS } from '../market/civil.ts'
import { candlesOf, spanAround } from './bars-around.ts'

const START = Date.UTC(2026, 0, 6, 9, 7)
const minute = (at: number, price: number): Bar => ({
  openMs: START + at * MINUTE_MS,
  open: price,
  high: price + 3,
  low: price - 2,
  close: price + 1,
  ticks: 4,
  spread: 6,
})

describe('the bars around a trade', () => {
  it('begin an hour before a short one and end half an hour after it, in minutes or a little longer', () => {
    const span = spanAround(START, START + 10 * MINUTE_MS)

    expect(span.frameMs).toBe(MINUTE_MS)
    expect([span.fromMs, span.untilMs]).toEqual([START - HOUR_MS, START + 40 * MINUTE_MS])
  })

  test.prop([fc.integer({ min: 0, max: 40 * 24 * 60 })])(
    'are never more than fit on a chart, and hold the trade',
    held => {
      const closeMs = START + held * MINUTE_MS
      const { fromMs, untilMs, frameMs } = spanAround(START, closeMs)

      expect(fromMs % frameMs).toBe(0)
      expect(fromMs).toBeLessThanOrEqual(START - HOUR_MS)
      expect(untilMs).toBeGreaterThan(closeMs)
      expect((untilMs - fromMs) / frameMs).toBeLessThanOrEqual(121)
    },
  )

  it('are joined as candles that open on the clock', () => {
    const candles = candlesOf([minute(0, 100), minute(2, 110), minute(3, 90)], 5 * MINUTE_MS)

    expect(candles).toEqual([
      { openMs: START - 2 * MINUTE_MS, open: 100, high: 113, low: 98, close: 111, ticks: 8, spread: 6 },
      { openMs: START + 3 * MINUTE_MS, open: 90, high: 93, low: 88, close: 91, ticks: 4, spread: 6 },
    ])
  })

  test.prop([fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 200 }), fc.constantFrom(1, 5, 60)])(
    'lose no price and no tick',
    (prices, frame) => {
      const minutes = prices.map((price, at) => minute(at, price))
      const candles = candlesOf(minutes, frame * MINUTE_MS)
      const sum = (bars: readonly Bar[]) => bars.reduce((total, { ticks }) => total + ticks, 0)

      expect(sum(candles)).toBe(sum(minutes))
      expect(Math.max(...candles.map(({ high }) => high))).toBe(Math.max(...minutes.map(({ high }) => high)))
      expect(candles.at(-1)?.close).toBe(minutes.at(-1)?.close)
      expect(candles[0]?.open).toBe(minutes[0]?.open)
    },
  )
})
