import { describe, expect, test } from 'vitest'
import { barEndMs, TIMEFRAME_BIT } from '../../market/timeframe.ts'
import { isMarketOpen } from '../../market/session-clock.ts'
import { SymbolMarket } from '../../market/symbol-market.ts'
import type { Proposal, Setup } from '../setup.ts'
import { bigBarFade } from './bigbar-fade.ts'
import { hourSqueezeContinuation } from './hour-squeeze-continuation.ts'
import { middayContinuation } from './midday-continuation.ts'
import { rangeFade } from './range-fade.ts'
import { squeezeFade } from './squeeze-fade.ts'
import { zFade } from './z5-fade.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A Sunday, 17:00 in New York, in winter and in summer. Wednesday noon in London is 62 h on, in summer 62 h too. */
const WINTER = Date.UTC(2026, 0, 4, 22)
const SUMMER = Date.UTC(2026, 6, 5, 21)
/** New York's midnight of that week's Wednesday and Friday, and London's of Wednesday, after the Sunday's opening. */
const NY_WEDNESDAY = 2 * DAY + 7 * HOUR
const NY_FRIDAY = NY_WEDNESDAY + 2 * DAY
const LONDON_WEDNESDAY = NY_WEDNESDAY - 5 * HOUR

type Shape = Readonly<{
  /** Close of a minute, points above 1.10000, by ms since the start. */
  close: (ms: number) => number
  /** Half the height of a minute, points. */
  half?: number
  missing?: (ms: number) => boolean
}>
type Found = Proposal & Readonly<{ atMs: number }>

/** Everything that a setup proposes on hand-made minutes, with its time after the start. */
function found(setup: Setup, startMs: number, lengthMs: number, shape: Shape): Found[] {
  const { close, half = 1, missing = () => false } = shape
  const all: Found[] = []
  const market: SymbolMarket = new SymbolMarket('EURUSD', 5, closed => {
    if ((closed & TIMEFRAME_BIT[setup.timeframe]) === 0) return
    const closeMs = barEndMs(setup.timeframe, market.bars.series[setup.timeframe].openMs(0))
    const proposal = setup.propose(market, closeMs)
    if (proposal) all.push({ ...proposal, atMs: closeMs - startMs })
  })
  let before = 110_000
  for (let ms = 0; ms < lengthMs; ms += MINUTE) {
    if (!isMarketOpen(startMs + ms) || missing(ms)) continue
    const at = 110_000 + Math.round(close(ms))
    const [high, low] = [Math.max(before, at) + half, Math.min(before, at) - half]
    market.closedMinute({ openMs: startMs + ms, open: before, high, low, close: at, ticks: 1, spread: 6 })
    before = at
  }
  return all
}

const times = (all: readonly Found[]) => all.map(({ atMs }) => atMs)
/** A small wave that no setup takes for anything. */
const ripple = (ms: number, size = 3) => size * Math.sin(ms / MINUTE / 4)
/** The ripple, and from a moment on `jump` points higher. */
const jumpAt = (fromMs: number, jump: number) => (ms: number) => ripple(ms) + (ms >= fromMs ? jump : 0)

/** Wide waves that go on getting wider, so that no stretch of them is narrow beside those before. */
const waves = (ms: number, period: number) => (60 + (30 * ms) / DAY) * Math.sin(ms / period)

describe('SQZ-FADE', () => {
  /** Wide waves, six hours of ripple, and a quarter hour that leaves them. */
  const squeezed = (breakMs: number, jump: number) => (ms: number) =>
    ms < breakMs - 6 * HOUR ? waves(ms, 20 * MINUTE) : jumpAt(breakMs, jump)(ms)
  const at = (closeMs: number, jump: number, startMs = WINTER) =>
    found(squeezeFade, startMs, closeMs + 4 * HOUR, { close: squeezed(closeMs - 15 * MINUTE, jump) })

  test('fades the first close out of a squeeze in London’s morning, at that close and no other', () => {
    for (const startMs of [WINTER, SUMMER]) {
      const closeMs = NY_WEDNESDAY + 5 * HOUR
      const [up, ...more] = at(closeMs, 40, startMs)
      expect(more).toEqual([])
      expect(up).toMatchObject({ atMs: closeMs, side: 'sell', rewardRatio: 2 })
      expect(up?.timeExitMs).toBe(startMs + closeMs + 480 * MINUTE)
      expect(at(closeMs, -40, startMs)).toMatchObject([{ atMs: closeMs, side: 'buy' }])
    }
  })

  test('keeps to 02:00–08:00 in New York', () => {
    const firesAt = (minute: number) => at(NY_WEDNESDAY + minute * MINUTE, 40).length
    expect([105, 120, 465, 480].map(firesAt)).toEqual([0, 1, 1, 0])
  })

  test('wants the squeeze: the same jump out of wide waves is nothing', () => {
    const closeMs = NY_WEDNESDAY + 5 * HOUR
    const wide = (ms: number) => waves(ms, 20 * MINUTE) + (ms >= closeMs - 15 * MINUTE ? 400 : 0)
    expect(found(squeezeFade, WINTER, closeMs + HOUR, { close: wide })).toEqual([])
  })

  test('wants 200 widths to compare with', () => {
    const closeMs = NY_WEDNESDAY - DAY + 5 * HOUR
    expect(at(closeMs, 40)).toEqual([])
  })

  test('draws the squeeze, and is cancelled half a stop beyond the break', () => {
    const closeMs = NY_WEDNESDAY + 5 * HOUR
    const [{ structure, stopPoints, invalidBeyond }] = at(closeMs, 40) as [Found]
    expect(structure[0]).toMatchObject({
      kind: 'zone',
      toMs: WINTER + closeMs,
      fromMs: WINTER + closeMs - 315 * MINUTE,
    })
    const close = structure[1]?.low as number
    expect(invalidBeyond).toBe(close + Math.round(stopPoints / 2))
    expect(stopPoints).toBeGreaterThanOrEqual(60)
  })
})

describe('RANGE-FADE', () => {
  const broken = (fromMs: number, jump = 30, missing: Shape['missing'] = () => false, startMs = WINTER) =>
    found(rangeFade, startMs, LONDON_WEDNESDAY + 20 * HOUR, { close: jumpAt(fromMs, jump), missing }).filter(
      ({ atMs }) => atMs > LONDON_WEDNESDAY,
    )

  test('fades the first M5 close outside the Asian range, once', () => {
    for (const startMs of [WINTER, SUMMER]) {
      const fromMs = LONDON_WEDNESDAY + 7.5 * HOUR
      const all = broken(fromMs, 30, () => false, startMs)
      expect(all).toMatchObject([
        { atMs: fromMs + 5 * MINUTE, side: 'sell', structure: [{ label: 'Asian range' }] },
      ])
      expect(broken(fromMs, -30, () => false, startMs)).toMatchObject([{ side: 'buy' }])
    }
  })

  test('takes a close that breaks both ranges for one trade', () => {
    const [both, ...more] = broken(LONDON_WEDNESDAY + 9 * HOUR)
    expect(more).toEqual([])
    expect(both?.structure.map(({ label }) => label)).toEqual(['Asian range', 'opening range'])
  })

  test('ends before 11:00 in London', () => {
    const last = LONDON_WEDNESDAY + 10 * HOUR + 50 * MINUTE
    expect(times(broken(last))).toEqual([last + 5 * MINUTE])
    expect(broken(last + 5 * MINUTE)).toEqual([])
  })

  test('wants 60 % of the minutes of the range', () => {
    const fromMs = LONDON_WEDNESDAY + 7.5 * HOUR
    const without = (minutes: number) => (ms: number) =>
      ms >= LONDON_WEDNESDAY && ms < LONDON_WEDNESDAY + minutes * MINUTE
    expect(broken(fromMs, 30, without(168))).toHaveLength(1)
    expect(broken(fromMs, 30, without(169))).toEqual([])
  })
})

/** Jumps of one bar that end at the given times; how many of them a setup took. */
const HOURS_OF_ENTRY = [
  ['just before 16:15', NY_WEDNESDAY + 16 * HOUR + 10 * MINUTE, 1],
  ['at 16:15', NY_WEDNESDAY + 16 * HOUR + 15 * MINUTE, 0],
  ['just before 19:00', NY_WEDNESDAY + 18 * HOUR + 55 * MINUTE, 0],
  ['at 19:00', NY_WEDNESDAY + 19 * HOUR, 1],
  ['on Friday before 15:00', NY_FRIDAY + 14 * HOUR + 55 * MINUTE, 1],
  ['on Friday at 15:00', NY_FRIDAY + 15 * HOUR, 0],
] as const

describe('Z5-FADE', () => {
  const jumped = (closeMs: number, jump = 60, startMs = WINTER) =>
    found(zFade, startMs, closeMs + HOUR, { close: jumpAt(closeMs - 5 * MINUTE, jump) })

  test('fades the first stretched close towards the mean, and not the next', () => {
    const closeMs = NY_WEDNESDAY + 10 * HOUR
    expect(jumped(closeMs)).toMatchObject([{ atMs: closeMs, side: 'sell', rewardRatio: 2 }])
    expect(jumped(closeMs, -60)).toMatchObject([{ atMs: closeMs, side: 'buy' }])
    expect(jumped(closeMs)[0]?.timeExitMs).toBe(WINTER + closeMs + 1_440 * MINUTE)
  })

  test.each(HOURS_OF_ENTRY)('%s New York', (_, closeMs, count) => {
    expect(jumped(closeMs)).toHaveLength(count)
    expect(jumped(closeMs, 60, SUMMER)).toHaveLength(count)
  })

  test('is silent before a day of quarter hours has been seen', () => {
    expect(jumped(22 * HOUR)).toEqual([])
  })
})

describe('BIGBAR-FADE', () => {
  const closeMs = NY_WEDNESDAY + 10 * HOUR
  /** Minutes 20 points high that stay where they are, but for one; the early wave gives the market its volatility. */
  const stepped = (body: number, half: number, at = closeMs, startMs = WINTER) =>
    found(bigBarFade, startMs, at + HOUR, {
      close: ms => (ms < 30 * HOUR ? 5 * Math.sin(ms / HOUR) : 0) + (ms >= at - MINUTE ? body : 0),
      half,
    })

  test('fades a minute whose body is over four times the usual height', () => {
    expect(stepped(81, 10)).toMatchObject([{ atMs: closeMs, side: 'sell' }])
    expect(stepped(-81, 10)).toMatchObject([{ atMs: closeMs, side: 'buy' }])
    expect(stepped(80, 10)).toEqual([])
  })

  test('wants more than two pips, however quiet it was', () => {
    expect(stepped(21, 1)).toHaveLength(1)
    expect(stepped(20, 1)).toEqual([])
  })

  test.each(HOURS_OF_ENTRY)('%s New York', (_, at, count) => {
    expect(stepped(81, 10, at)).toHaveLength(count)
  })
})

describe('MIDDAY-CONT', () => {
  const quarterPastOne = LONDON_WEDNESDAY + 13.25 * HOUR
  const moved = (jump: number, startMs: number, beforeMs = 30 * MINUTE) =>
    found(middayContinuation, startMs, LONDON_WEDNESDAY + 20 * HOUR, {
      close: jumpAt(quarterPastOne - beforeMs, jump),
      half: 10,
    }).filter(({ atMs }) => atMs > LONDON_WEDNESDAY)

  test('goes with a move of over half an hourly range, at 13:15 in London and at no other time', () => {
    for (const startMs of [WINTER, SUMMER]) {
      expect(moved(40, startMs)).toMatchObject([{ atMs: quarterPastOne, side: 'buy', rewardRatio: 3 }])
      expect(moved(-40, startMs)).toMatchObject([{ atMs: quarterPastOne, side: 'sell' }])
    }
  })

  test('is silent when the move is smaller or older than an hour', () => {
    expect(moved(5, WINTER)).toEqual([])
    expect(moved(40, WINTER, 61 * MINUTE)).toEqual([])
  })
})

describe('H1-SQZ-CONT', () => {
  const THIRD_WEEK = 14 * DAY
  const squeezed = (breakMs: number, jump: number) => (ms: number) =>
    ms < breakMs - 28 * HOUR ? waves(ms, 0.9 * HOUR) : jumpAt(breakMs, jump)(ms)
  const at = (closeMs: number, jump = 60) =>
    found(hourSqueezeContinuation, WINTER, closeMs + 6 * HOUR, { close: squeezed(closeMs - HOUR, jump) })

  test('goes with the first hourly close out of a squeeze: the opposite side of SQZ-FADE', () => {
    const closeMs = THIRD_WEEK + NY_WEDNESDAY + 10 * HOUR
    expect(at(closeMs)).toMatchObject([{ atMs: closeMs, side: 'buy', rewardRatio: 3 }])
    expect(at(closeMs, -60)).toMatchObject([{ atMs: closeMs, side: 'sell' }])
  })

  test.each([
    ['at 16:00', NY_WEDNESDAY + 16 * HOUR, 1],
    ['at 17:00', NY_WEDNESDAY + 17 * HOUR, 0],
    ['at 19:00', NY_WEDNESDAY + 19 * HOUR, 1],
    ['on Friday at 14:00', NY_FRIDAY + 14 * HOUR, 1],
    ['on Friday at 15:00', NY_FRIDAY + 15 * HOUR, 0],
  ])('%s New York', (_, ms, count) => {
    expect(at(THIRD_WEEK + ms)).toHaveLength(count)
  })

  test('wants 200 widths to compare with', () => {
    expect(at(NY_WEDNESDAY + 7 * DAY + 10 * HOUR)).toEqual([])
  })
})
