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

test('days turn at 17:00 in New York, and the Friday lasts until the week opens again', () => {
  const [winter, summer] = [Date.UTC(2026, 0, 5), Date.UTC(2026, 6, 6)]
  for (const [monday, turnsAt] of [
    [winter, 22],
    [summer, 21],
  ] as const) {
    const at = (day: number, hour: number) => monday + (day * 24 + hour) * 3_600_000
    expect(barOpenMs('D1', at(1, turnsAt) - 1)).toBe(at(0, turnsAt))
    expect(barOpenMs('D1', at(1, turnsAt))).toBe(at(1, turnsAt))
    expect(barEndMs('D1', at(1, turnsAt))).toBe(at(2, turnsAt))
    const friday = at(3, turnsAt)
    for (const quotedMs of [at(4, 12), at(5, 12), at(6, turnsAt) - 1]) {
      expect(barOpenMs('D1', quotedMs)).toBe(friday)
    }
    expect(barEndMs('D1', friday)).toBe(at(6, turnsAt))
    expect(barOpenMs('D1', at(6, turnsAt))).toBe(at(6, turnsAt))
  }
})

test('a day over a change of clocks ends when the next one begins', () => {
  const friday = Date.UTC(2026, 2, 5, 22)
  expect(barOpenMs('D1', Date.UTC(2026, 2, 6, 12))).toBe(friday)
  expect(barEndMs('D1', friday)).toBe(Date.UTC(2026, 2, 8, 21))
})

test('what has not closed yet can be looked at, and is nothing once it has', () => {
  const bars = new SymbolBars(() => {})
  bars.tick(MONDAY, 100, 1)
  bars.tick(MONDAY + 10_000, 104, 1)
  expect(bars.forming.M1).toMatchObject({ open: 100, high: 104, low: 100, close: 104, ticks: 2, live: true })
  bars.tick(MONDAY + 60_000, 103, 1)
  expect(bars.forming.D1).toMatchObject({ open: 100, high: 104, close: 104, ticks: 2, live: true })
  const closed = new SymbolBars(() => {})
  closed.closedMinute({ openMs: MONDAY + 240_000, open: 1, high: 2, low: 1, close: 2, ticks: 1, spread: 1 })
  expect(closed.forming.M1.live).toBe(false)
  expect(closed.forming.M5.live).toBe(false)
  expect(closed.forming.M15.live).toBe(true)
})

test('all bars of one instant are told of before it is said that they are all there', () => {
  const told: string[] = []
  const bars = new SymbolBars(
    timeframe => told.push(timeframe),
    () => told.push('settled'),
  )
  const minute = { open: 1, high: 2, low: 1, close: 2, ticks: 1, spread: 1 }
  bars.closedMinute({ openMs: MONDAY + 12 * 60_000, ...minute })
  bars.closedMinute({ openMs: MONDAY + 19 * 60_000, ...minute })
  const turns = told
    .join(' ')
    .split('settled')
    .map(turn => turn.trim())
  expect(turns.filter(turn => turn !== '')).toEqual(['M1', 'M5 M15', 'M1 M5'])
})
