import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bar } from './bar-series.ts'
import { SymbolBars } from './symbol-bars.ts'
import { barEndMs, barOpenMs, TIMEFRAMES, type Timeframe } from './timeframe.ts'

type Tick = { timeMs: number; bid: number }
const MONDAY = Date.UTC(2026, 0, 5)

const ticks = fc
  .array(
    fc.record({
      waitMs: fc.integer({ min: 0, max: 900_000 }),
      bid: fc.integer({ min: 90_000, max: 110_000 }),
    }),
    {
      minLength: 1,
      maxLength: 300,
    },
  )
  .map(steps => {
    let timeMs = MONDAY
    return steps.map(({ waitMs, bid }): Tick => ({ timeMs: (timeMs += waitMs), bid }))
  })

/** Bars by grouping the ticks, the way one would do it on paper; the last group is still forming. */
function onPaper(timeframe: Timeframe, all: readonly Tick[]): Omit<Bar, 'spread'>[] {
  const groups = new Map<number, number[]>()
  for (const { timeMs, bid } of all) {
    const openMs = barOpenMs(timeframe, timeMs)
    groups.set(openMs, [...(groups.get(openMs) ?? []), bid])
  }
  const lastMs = all.at(-1)?.timeMs ?? 0
  return [...groups]
    .filter(([openMs]) => barEndMs(timeframe, openMs) <= lastMs)
    .map(([openMs, bids]) => ({
      openMs,
      open: bids[0] as number,
      high: Math.max(...bids),
      low: Math.min(...bids),
      close: bids.at(-1) as number,
      ticks: bids.length,
    }))
}

function closedBy(feed: (bars: SymbolBars) => void): Record<Timeframe, Bar[]> {
  const closed: Record<Timeframe, Bar[]> = { M1: [], M5: [], M15: [], H1: [], H4: [], D1: [] }
  const bars: SymbolBars = new SymbolBars(timeframe => closed[timeframe].push(bars.series[timeframe].bar(0)))
  feed(bars)
  return closed
}

const withoutSpread = (bars: readonly Bar[]) =>
  bars.map(({ openMs, open, high, low, close, ticks }) => ({ openMs, open, high, low, close, ticks }))

test('every timeframe equals the bars one would draw from the ticks on paper', () => {
  fc.assert(
    fc.property(ticks, all => {
      const closed = closedBy(bars => all.forEach(tick => bars.tick(tick.timeMs, tick.bid, 1)))
      for (const timeframe of TIMEFRAMES)
        expect(withoutSpread(closed[timeframe])).toEqual(onPaper(timeframe, all))
    }),
  )
})

test('bars from a terminal’s closed minutes equal bars from the ticks that made them', () => {
  fc.assert(
    fc.property(ticks, all => {
      const fromTicks = closedBy(bars => all.forEach(tick => bars.tick(tick.timeMs, tick.bid, 1)))
      const fromMinutes = closedBy(bars => fromTicks.M1.forEach(bar => bars.closedMinute(bar)))
      for (const timeframe of TIMEFRAMES) {
        const known = fromMinutes[timeframe].length
        expect(fromTicks[timeframe].slice(0, known)).toEqual(fromMinutes[timeframe])
        expect(fromTicks[timeframe].length - known).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a minute that is already there is refused and changes nothing', () => {
  const bars = new SymbolBars(() => {})
  const bar: Bar = { openMs: MONDAY, open: 1, high: 2, low: 1, close: 2, ticks: 0, spread: 1 }

  expect(bars.closedMinute(bar)).toBe(true)
  expect(bars.closedMinute(bar)).toBe(false)
  expect(bars.series.M1.total).toBe(1)
})

test('four-hour bars open at 17:00 in New York on both sides of a change of clocks', () => {
  for (const noon of [Date.UTC(2026, 2, 6, 12), Date.UTC(2026, 2, 10, 12)]) {
    const openMs = barOpenMs('H4', noon)
    const hour = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'America/New_York',
      hour: '2-digit',
      hourCycle: 'h23',
    })
    expect((Number(hour.format(openMs)) - 17 + 24) % 4).toBe(0)
  }
})
