import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bar } from '../../market/bar-series.ts'
import { DAY_MS, MINUTE_MS } from '../../market/civil.ts'
import { GhostWatch, type Ghost, type GhostEnd } from './ghost-watch.ts'

const FROM = 1_000 * MINUTE_MS
const SPREAD = 10

/** Bought at the ask 1,000 when the bid was 990: stop 100 away, target 200. */
const aLong: Ghost = {
  side: 'buy',
  entry: 1_000,
  stop: 900,
  target: 1_200,
  stopPoints: 100,
  spread: SPREAD,
  costR: 0.1,
  fromMs: FROM,
  timeExitMs: FROM + 60 * MINUTE_MS,
}
/** Sold at the bid 1,000 when the ask was 1,010. */
const aShort: Ghost = { ...aLong, side: 'sell', stop: 1_100, target: 800 }

/** Sums of hundredths, without what binary fractions leave over. */
function rounded(watch: GhostWatch<string>): GhostEnd | undefined {
  const end = watch.takeEnded()[0]?.end
  return end && { ...end, r: Math.round(end.r * 1e6) / 1e6 }
}

type Tick = readonly [afterMs: number, bid: number]

function endOf(ghost: Ghost, ticks: readonly Tick[]): GhostEnd | undefined {
  const watch = new GhostWatch<string>()
  watch.follow(ghost, 'one')
  for (const [afterMs, bid] of ticks) watch.onTick(FROM + afterMs, bid, bid + SPREAD)
  return rounded(watch)
}

const aBar = (minute: number, open: number, high: number, low: number, close = open): Bar => ({
  openMs: FROM + minute * MINUTE_MS,
  open,
  high,
  low,
  close,
  ticks: 4,
  spread: SPREAD,
})

function endByBars(ghost: Ghost, bars: readonly Bar[]): GhostEnd | undefined {
  const watch = new GhostWatch<string>()
  watch.follow(ghost, 'one')
  for (const bar of bars) watch.onMinute(bar)
  return rounded(watch)
}

describe('a ghost on ticks', () => {
  test('that was long ends on the bid, that was short on the ask', () => {
    expect(endOf(aLong, [[1, 901], [2, 1_190], [3, 1_199]])).toBeUndefined() // prettier-ignore
    expect(endOf(aLong, [[1, 1_200]])).toMatchObject({ outcome: 'target', r: 1.9, by: 'ticks' })
    expect(endOf(aShort, [[1, 791]])).toBeUndefined()
    expect(endOf(aShort, [[1, 790]])).toMatchObject({ outcome: 'target', r: 1.9 })
    expect(endOf(aShort, [[1, 1_090]])).toMatchObject({ outcome: 'stop', r: -1.1 })
  })

  test('is stopped at the price that was there, and reaches its target at the target', () => {
    expect(endOf(aLong, [[5, 870]])).toMatchObject({ outcome: 'stop', r: -1.4, endedMs: FROM + 5 })
    expect(endOf(aLong, [[5, 1_400]])).toMatchObject({ outcome: 'target', r: 1.9, mfeR: 2 })
  })

  test('is closed at its time exit, but what the same price meets at the broker comes first', () => {
    const late = 60 * MINUTE_MS
    expect(endOf(aLong, [[late - 1, 1_050]])).toBeUndefined()
    expect(endOf(aLong, [[late, 1_050]])).toMatchObject({ outcome: 'time', r: 0.4 })
    expect(endOf(aLong, [[late, 850]])).toMatchObject({ outcome: 'stop', r: -1.6 })
  })

  test('without a time exit is closed a day after its entry', () => {
    const endless = { ...aLong, timeExitMs: null }
    expect(endOf(endless, [[DAY_MS - 1, 1_010]])).toBeUndefined()
    expect(endOf(endless, [[DAY_MS, 1_010]])).toMatchObject({ outcome: 'time', endedMs: FROM + DAY_MS })
  })

  test('is closed by the first price after a week-end, and has no end where none came for longer', () => {
    const afterMs = 60 * MINUTE_MS + 3 * DAY_MS
    expect(endOf(aLong, [[afterMs, 1_050]])).toMatchObject({ outcome: 'time', endedMs: FROM + afterMs })
    expect(endOf(aLong, [[afterMs + 2 * DAY_MS, 1_050]])).toBeUndefined()
    expect(endByBars(aLong, [aBar(60 + 5 * 1_440, 5_000, 5_000, 5_000)])).toBeUndefined()
  })

  test('has paid the spread against it from its first moment, and keeps its worst and best price', () => {
    expect(endOf(aLong, [[1, 940], [2, 1_150], [3, 1_200]])).toMatchObject({ maeR: 0.6, mfeR: 2 }) // prettier-ignore
    expect(endOf(aLong, [[1, 1_200]])).toMatchObject({ maeR: 0.1 })
    expect(endOf(aShort, [[1, 1_040], [2, 790]])).toMatchObject({ maeR: 0.5, mfeR: 2 }) // prettier-ignore
  })

  test('is not moved by prices of before its entry, and ends once', () => {
    const watch = new GhostWatch<string>()
    watch.follow(aLong, 'one')
    watch.onTick(FROM - 1, 800, 810)
    expect(watch.open).toBe(1)
    watch.onTick(FROM + 1, 800, 810)
    watch.onTick(FROM + 2, 700, 710)
    expect(watch.takeEnded()).toHaveLength(1)
    expect(watch.takeEnded()).toHaveLength(0)
    expect(watch.open).toBe(0)
  })
})

describe('a ghost on one-minute bars', () => {
  test('that touch both counts as stopped', () => {
    expect(endByBars(aLong, [aBar(0, 1_000, 1_300, 890)])).toMatchObject({
      outcome: 'stop',
      r: -1.1,
      maeR: 1,
      mfeR: 0,
      by: 'bars',
    })
  })

  test('is stopped at the open that had jumped its stop, and closed at the open of its time exit', () => {
    expect(endByBars(aLong, [aBar(0, 990, 995, 985), aBar(1, 850, 1_300, 840)])).toMatchObject({ r: -1.6 })
    expect(endByBars(aLong, [aBar(60, 1_050, 1_300, 800)])).toMatchObject({ outcome: 'time', r: 0.4 })
  })

  test('a short is closed at the ask of the minute', () => {
    expect(endByBars(aShort, [aBar(0, 1_000, 1_089, 995)])).toBeUndefined()
    expect(endByBars(aShort, [aBar(0, 1_000, 1_090, 995)])).toMatchObject({ outcome: 'stop', r: -1.1 })
    expect(endByBars(aShort, [aBar(0, 1_000, 1_020, 790)])).toMatchObject({ outcome: 'target', maeR: 0.3 })
  })

  test('begins with the minute of its entry', () => {
    const late = { ...aLong, fromMs: FROM + 30_000 }
    expect(endByBars(late, [aBar(-1, 800, 800, 800)])).toBeUndefined()
    expect(endByBars(late, [aBar(0, 800, 800, 800)])).toMatchObject({ outcome: 'stop' })
  })
})

test('bars never tell a better end than the ticks they were made of, and the same worst price until then', () => {
  const path = fc.array(fc.integer({ min: 800, max: 1_300 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(path, fc.constantFrom(aLong, aShort), (bids, ghost) => {
      const ticks = bids.map((bid, k): Tick => [k * 15_000, bid])
      const bars = Array.from({ length: Math.ceil(bids.length / 4) }, (_, minute) => {
        const [open = 0, ...rest] = bids.slice(minute * 4, minute * 4 + 4)
        return aBar(minute, open, Math.max(open, ...rest), Math.min(open, ...rest), rest.at(-1) ?? open)
      })
      const byTicks = endOf(ghost, ticks)
      const byBars = endByBars(ghost, bars)
      expect(byBars === undefined).toBe(byTicks === undefined)
      if (!byBars || !byTicks) return
      if (byBars.outcome !== byTicks.outcome)
        expect([byBars.outcome, byTicks.outcome]).toEqual(['stop', 'target'])
      expect(byBars.endedMs).toBe(byTicks.endedMs - ((byTicks.endedMs - FROM) % MINUTE_MS))
      expect(byTicks.maeR).toBeGreaterThanOrEqual(ghost.spread / ghost.stopPoints)
    }),
  )
})
