import { describe, expect, test } from 'vitest'
import { SETTINGS } from '../../../testkit/a-shot.ts'
import { aDrawdown, drawdownBy, someFigures, TUESDAY_MS } from '../../../testkit/account-figures.ts'
import { DAY_MS, HOUR_MS } from '../../market/civil.ts'
import { propLimits } from '../prop-limits.ts'
import { nextTradingDayMs } from './daily.ts'
import { floorCents, isNewPeak } from './drawdown.ts'
import type { AccountFigures } from './figures.ts'
import { standing } from './standing.ts'

const names = (over: Partial<AccountFigures>): string[] =>
  standing(someFigures(over), []).map(({ guard, code }) => code ?? guard)
describe('tilt', () => {
  const after = (lossesInARow: number, hours = 0) =>
    names({ lossesInARow, lastLossMs: TUESDAY_MS - hours * HOUR_MS })

  test('warns at the third loss in a row, and locks from the fourth on for an hour after each', () => {
    expect([after(2), after(3), after(4), after(7)]).toEqual([
      [],
      ['TILT_WARNING'],
      ['TILT_WARNING', 'TILT_LOCKOUT'],
      ['TILT_WARNING', 'TILT_LOCKOUT'],
    ])
    expect(after(4, 0.999)).toContain('TILT_LOCKOUT')
    expect(after(4, 1)).toEqual(['TILT_WARNING'])
  })

  test('an hour that was raised is served, although a win has ended the count', () => {
    const [, lockout] = standing(someFigures({ lossesInARow: 4, lastLossMs: TUESDAY_MS }), [])
    const later = standing(someFigures(), lockout ? [lockout] : [])
    expect(later).toMatchObject([
      { guard: 'TILT_LOCKOUT', code: 'TILT_LOCKOUT', untilMs: TUESDAY_MS + HOUR_MS },
    ])
  })
})

describe('the daily stop', () => {
  test('halves from half of it on, and ends the day at it, by what was closed', () => {
    expect(names({ netTodayCents: -14_999 })).toEqual([])
    expect(names({ netTodayCents: -15_000 })).toEqual(['MEDIC'])
    expect(names({ netTodayCents: -29_999 })).toEqual(['MEDIC'])
    expect(names({ netTodayCents: -30_000 })).toEqual(['MEDIC', 'DAILY_LOSS'])
  })

  test('counts open losses, from the higher of balance and equity when the day began', () => {
    expect(names({ equityCents: 970_000 })).toEqual(['MEDIC', 'DAILY_EQUITY'])
    const overnight = { dayBegan: { balanceCents: 1_000_000, equityCents: 980_000 } }
    expect(names({ ...overnight, equityCents: 970_600 })).toEqual(['MEDIC', 'DAILY_EQUITY'])
    expect(names({ ...overnight, equityCents: 970_601 })).toEqual(['MEDIC'])
    expect(names({ dayBegan: { balanceCents: 1_000_000, equityCents: 1_020_000 }, equityCents: 990_000 })).toEqual(['MEDIC', 'DAILY_EQUITY']) // prettier-ignore
  })

  test("a firm's tighter limit ends the day before the rank's", () => {
    const prop = propLimits({ ...SETTINGS.prop, dailyLossPct: 2 })
    expect(names({ prop, equityCents: 980_000 })).toEqual(['MEDIC', 'PROP_DAILY_LOSS'])
    expect(names({ prop, equityCents: 990_000 })).toEqual(['MEDIC'])
  })

  test('stands until the next trading day, and says what was lost and when it ends', () => {
    const [, stop] = standing(someFigures({ netTodayCents: -31_000 }), [])
    expect(stop).toEqual({
      guard: 'DAILY_STOP',
      code: 'DAILY_LOSS',
      text: 'Closed trades have lost 310.00 today; the daily stop is 300.00.',
      value: 31_000,
      limit: 30_000,
      untilMs: Date.UTC(2026, 0, 6, 22),
    })
    expect(standing(someFigures(), stop ? [stop] : [])).toMatchObject([{ code: 'DAILY_STOP' }])
  })

  test('a trading day of 23 or 25 hours ends at 17:00 in New York too', () => {
    expect(nextTradingDayMs(Date.UTC(2026, 2, 7, 23))).toBe(Date.UTC(2026, 2, 8, 21))
    expect(nextTradingDayMs(Date.UTC(2026, 9, 31, 23))).toBe(Date.UTC(2026, 10, 1, 22))
    expect(nextTradingDayMs(TUESDAY_MS + DAY_MS)).toBe(Date.UTC(2026, 0, 7, 22))
  })
})

describe('the drawdown of a prop firm', () => {
  test('static counts from the start balance, trailing from the highest equity, each to the cent', () => {
    expect(names({ ...aDrawdown('static'), equityCents: 950_001 })).not.toContain('PROP_DRAWDOWN')
    expect(names({ ...aDrawdown('static'), equityCents: 950_000 })).toContain('PROP_DRAWDOWN')
    const peak = { peakCents: 1_100_000 }
    const floor = Math.ceil(1_100_000 * 1.0005 * 0.95)
    expect(names({ ...aDrawdown('trailing'), ...peak, equityCents: floor + 1 })).not.toContain(
      'PROP_DRAWDOWN',
    )
    expect(names({ ...aDrawdown('trailing'), ...peak, equityCents: floor })).toContain('PROP_DRAWDOWN')
  })

  test('is never looser than the highest equity that may have been seen between two records', () => {
    const maxDrawdown = drawdownBy('trailing')
    for (let equity = 1_000_000; !isNewPeak(equity, 1_000_000); equity += 7)
      expect(floorCents(maxDrawdown, 1_000_000, 990_000)).toBeGreaterThanOrEqual(Math.floor(equity * 0.95))
    expect(isNewPeak(1, null)).toBe(true)
  })

  test('a trailing limit never counts from less than the start balance', () => {
    expect(names({ ...aDrawdown('trailing'), peakCents: 940_000, equityCents: 950_000 })).toContain('PROP_DRAWDOWN') // prettier-ignore
  })
})

test('an account whose equity or whose day is not known has no figures to stand by: the gate denies it by itself', () => {
  expect(names({ equityCents: null, netTodayCents: -50_000 })).toEqual([])
  expect(names({ dayBegan: null, netTodayCents: -50_000 })).toEqual([])
})
