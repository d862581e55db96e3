import { describe, expect, test } from 'vitest'
import type { EpochMs, Points, Ticket } from '../../contracts/index.ts'
import { aMission, aShot, QUIET, SETTINGS } from '../../testkit/a-shot.ts'
import { aQuote, aSale } from '../../testkit/judged-shots.ts'
import type { KnownCalendar } from '../overlay/known-calendar.ts'
import type { Standing } from './guards/figures.ts'
import { REMOVAL_MS, whyWithdraw, type Waiting } from './withdrawal.ts'
import { waitsUntil } from './waiting-end.ts'

const NOON = Date.UTC(2026, 0, 6, 12)
const MINUTE = 60_000
const payrollsIn = (minutes: number, importance: 'high' | 'moderate' | 'low' = 'high'): KnownCalendar => ({
  ...QUIET,
  events: [
    { id: '1' as Ticket, timeMs: (NOON + minutes * MINUTE) as EpochMs, exact: true, currency: 'USD', importance, name: 'Payrolls' },
  ],
}) // prettier-ignore
const aMissionAt = (ms: number) =>
  aMission({ issuedMs: ms as EpochMs, expiresMs: (ms + 60 * MINUTE) as EpochMs })
const guard = (over: Partial<Standing>): Standing => ({ guard: 'DAILY_STOP', code: 'DAILY_STOP', text: 'Lost.', value: 1, limit: 1, untilMs: null, ...over }) // prettier-ignore

/** An order that waits well: 1 % at risk, the price 3 pips above its entry, for another hour. */
const waiting = (over: Partial<Waiting> = {}): Waiting => ({
  ...aShot(aQuote(110_025, 110_030)),
  marketMs: NOON as EpochMs,
  mission: aMissionAt(NOON),
  balanceCents: 1_000_000,
  riskCents: 9_951,
  untilMs: NOON + 60 * MINUTE,
  others: 0,
  ...over,
})
const why = (over: Partial<Waiting>) => whyWithdraw(waiting(over))

describe('an order that waits', () => {
  test('may go on waiting while nothing stands against it', () => {
    expect(why({})).toEqual([])
    expect(why({ quote: null })).toEqual([])
  })

  test('goes for every lock, switch and guard, whatever the clock says', () => {
    for (const marketMs of [NOON, 0] as EpochMs[]) {
      expect(why({ marketMs, paused: true })).toEqual(['New trades are paused.'])
      expect(why({ marketMs, selector: 'SAFE' })).toEqual(['The selector is on SAFE: nothing fires.'])
      expect(why({ marketMs, guards: [guard({})] })).toHaveLength(1)
      expect(why({ marketMs, guards: [guard({ guard: 'TILT_WARNING', code: null })] })).toEqual([])
      expect(why({ marketMs, kind: 'live' })).toHaveLength(2)
      expect(why({ marketMs, kind: 'live', consented: true, settings: { ...SETTINGS, liveUnlocked: true } })).toEqual([]) // prettier-ignore
    }
  })

  test('goes for hours and announcements once the clock is known', () => {
    const dead = Date.UTC(2026, 0, 6, 21, 15) as EpochMs
    expect(why({ marketMs: dead, untilMs: dead + MINUTE })).toEqual([expect.stringMatching(/16:15 to 19:00/)])
    expect(why({ calendar: payrollsIn(14) })).toEqual([expect.stringMatching(/USD Payrolls/)])
    expect(why({ calendar: payrollsIn(16) })).toEqual([])
    expect(why({ calendar: payrollsIn(14), marketMs: 0 as EpochMs })).toEqual([])
    const real = { ...aMissionAt(NOON), drill: false }
    expect(why({ calendar: null, mission: real })).toEqual([
      expect.stringMatching(/news cannot be ruled out/),
    ])
    expect(why({ calendar: null, mission: real, noCalendar: 'warn' })).toEqual([])
    expect(why({ calendar: null, mission: real, marketMs: 0 as EpochMs })).toEqual([])
  })

  test('goes when the target was reached without it', () => {
    expect(why(aQuote(110_194, 110_199))).toEqual([])
    expect(why(aQuote(110_195, 110_200))).toEqual(['The target was reached without it.'])
    const mission = aSale({ issuedMs: NOON as EpochMs })
    expect(why({ mission, ...aQuote(109_801, 109_806) })).toEqual([])
    expect(why({ mission, ...aQuote(109_800, 109_805) })).toEqual(['The target was reached without it.'])
  })

  test('is left to the broker for a moment when its time is over, and then taken back', () => {
    const untilMs = NOON
    expect(why({ untilMs: NOON + 1, paused: true, calendar: payrollsIn(1) })).toHaveLength(2)
    expect(why({ untilMs, calendar: payrollsIn(1) })).toEqual([])
    expect(why({ untilMs, paused: true })).toEqual(['New trades are paused.'])
    expect(why({ untilMs: NOON - REMOVAL_MS + 1 })).toEqual([])
    expect(why({ untilMs: NOON - REMOVAL_MS })).toEqual([
      'Its time is over, and the broker has not removed it.',
    ])
  })

  test('keeps to half the risk and one trade after half of the daily stop', () => {
    const guards = [guard({ guard: 'MEDIC', code: null })]
    expect(why({ guards })).toEqual(['It risks 99.51; after half of the daily stop 50.00 is allowed.'])
    expect(why({ guards, riskCents: 5_250 })).toEqual([])
    expect(why({ guards, riskCents: 5_251 })).toHaveLength(1)
    expect(why({ guards, riskCents: 9_951, balanceCents: null })).toEqual([])
    expect(why({ guards, riskCents: 5_000, others: 1 })).toEqual(['After half of the daily stop there is one open trade at a time.']) // prettier-ignore
    expect(why({ others: 1 })).toEqual([])
  })
})

describe('an order may wait', () => {
  const until = (marketMs: number, over: Partial<Waiting> = {}) =>
    waitsUntil({ ...waiting({ marketMs: marketMs as EpochMs, mission: aMissionAt(marketMs) }), ...over })

  test('for as long as its mission lasts', () => {
    expect(until(NOON)).toBe(NOON + 60 * MINUTE)
    expect(until(NOON, { mission: { ...aMissionAt(NOON), target: 110_300 as Points } })).toBe(
      NOON + 60 * MINUTE,
    )
  })

  test('and no further than the hours without entries, and the two before the week-end', () => {
    const evening = Date.UTC(2026, 0, 6, 21)
    expect(until(evening)).toBe(evening + 15 * MINUTE)
    const friday = Date.UTC(2026, 0, 9, 19, 30)
    expect(until(friday)).toBe(friday + 30 * MINUTE)
  })

  test('and no further than the silence before the next announcement', () => {
    expect(until(NOON, { calendar: payrollsIn(40) })).toBe(NOON + 25 * MINUTE)
    expect(until(NOON, { calendar: payrollsIn(40, 'moderate') })).toBe(NOON + 30 * MINUTE)
    expect(until(NOON, { calendar: payrollsIn(40, 'low') })).toBe(NOON + 60 * MINUTE)
    expect(until(NOON, { calendar: payrollsIn(40), newsMinutes: 30 })).toBe(NOON + 10 * MINUTE)
    expect(until(NOON, { calendar: null })).toBe(NOON + 60 * MINUTE)
  })
})
