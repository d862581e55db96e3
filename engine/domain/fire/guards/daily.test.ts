import { describe, expect, test } from 'vitest'
import { SETTINGS } from '../../../testkit/a-shot.ts'
import { NOTHING_PAID, someFigures, TUESDAY_MS } from '../../../testkit/account-figures.ts'
import { DAY_MS } from '../../market/civil.ts'
import { propLimits } from '../prop-limits.ts'
import { daily, dailyLimitCents, nextTradingDayMs } from './daily.ts'
import type { AccountFigures } from './figures.ts'

const of = (over: Partial<AccountFigures>) => daily(someFigures({ paidIn: NOTHING_PAID, ...over }))
const textsOf = (over: Partial<AccountFigures>) => of(over).map(({ text }) => text)
const firm = (dailyLossPct: number) => ({ prop: propLimits({ ...SETTINGS.prop, dailyLossPct }) })

describe('the limit of a day', () => {
  test('is a share of balance or equity, whichever was less, in whole cents and at least one', () => {
    expect(dailyLimitCents(1_000_000, 980_000, 3)).toBe(29_400)
    expect(dailyLimitCents(980_000, 1_000_000, 3)).toBe(29_400)
    expect(dailyLimitCents(1_000_050, 1_000_050, 3)).toBe(30_001)
    expect([dailyLimitCents(10, 10, 3), dailyLimitCents(0, 0, 3)]).toEqual([1, 1])
  })

  test('ends no day in which nothing was lost, of an empty account neither', () => {
    expect(of({})).toEqual([])
    const empty = { balanceCents: 0, equityCents: 0 }
    expect(of({ dayBegan: empty, equityCents: 0 })).toEqual([])
  })
})

describe('the daily stop', () => {
  test('says of each loss which limit it has reached', () => {
    expect(textsOf({ equityCents: 960_000, netTodayCents: -30_000, ...firm(4) }).slice(1)).toEqual([
      'Closed trades have lost 300.00 today; the daily stop is 300.00.',
      "Equity is 400.00 below the day's begin; the daily stop, open trades included, is 300.00.",
      "Equity is 400.00 below the day's begin; the prop firm's daily limit is 400.00.",
    ])
  })

  test('carries the loss, its limit and the end of the trading day', () => {
    const untilMs = Date.UTC(2026, 0, 6, 22)
    expect(of({ equityCents: 969_000 })[1]).toMatchObject({ guard: 'DAILY_STOP', code: 'DAILY_EQUITY', value: 31_000, limit: 30_000, untilMs }) // prettier-ignore
    expect(nextTradingDayMs(TUESDAY_MS + DAY_MS)).toBe(untilMs + DAY_MS)
  })

  test("knows no firm's limit where there is no firm", () => {
    expect(of({ equityCents: 900_000 }).map(({ code }) => code)).toEqual([null, 'DAILY_EQUITY'])
  })
})

describe('half of the daily stop', () => {
  test('is told by the loss that is nearest to its limit', () => {
    expect(of({ equityCents: 990_000, ...firm(2) })).toEqual([
      {
        guard: 'MEDIC',
        code: null,
        text: "Equity is 100.00 below the day's begin, half of the 200.00 that end it: half the risk, one open trade.",
        value: 10_000,
        limit: 10_000,
        untilMs: Date.UTC(2026, 0, 6, 22),
      },
    ])
    expect(of({ equityCents: 980_000, netTodayCents: -25_000 })[0]).toMatchObject({ value: 25_000, limit: 15_000 }) // prettier-ignore
    expect(of({ equityCents: 975_000, netTodayCents: -20_000 })[0]).toMatchObject({ value: 25_000 })
    expect(textsOf({ equityCents: 985_000, netTodayCents: -20_000 })[0]).toMatch(/^Closed trades have lost 200\.00 today, half of the 300\.00/) // prettier-ignore
    expect(of({ equityCents: 982_000, netTodayCents: -17_000, ...firm(2) })[0]).toMatchObject({ value: 18_000, limit: 10_000 }) // prettier-ignore
  })
})

describe('what was paid in or out today', () => {
  const paid = (sinceDay: number | null) => ({ paidIn: { ...NOTHING_PAID, sinceDay } })

  test('is left out of the loss by equity, and told', () => {
    expect(of({ equityCents: 1_470_001, ...paid(500_000) }).map(({ guard }) => guard)).toEqual(['MEDIC'])
    expect(textsOf({ equityCents: 1_470_000, ...paid(500_000) })[1]).toBe(
      "Equity is 300.00 below the day's begin, the 5000.00 paid in since left out; the daily stop, open trades included, is 300.00.",
    )
    expect(of({ equityCents: 800_000, ...paid(-200_000) })).toEqual([])
    expect(textsOf({ equityCents: 770_000, ...paid(-200_000) })[0]).toContain('the 2000.00 paid out since left out, half of') // prettier-ignore
  })

  test('makes no difference to what closed trades have lost', () => {
    expect(textsOf({ netTodayCents: -30_000, ...paid(500_000), equityCents: 1_500_000 })).toEqual([
      'Closed trades have lost 300.00 today, half of the 300.00 that end it: half the risk, one open trade.',
      'Closed trades have lost 300.00 today; the daily stop is 300.00.',
    ])
  })

  test('is not known where the terminal does not tell it, and the sentence says so', () => {
    const unknown = ' The terminal does not tell what is paid in or out: a deposit would count as a gain.'
    for (const silence of [paid(null), {}])
      expect(daily(someFigures({ equityCents: 970_000, ...silence })).map(({ text }) => text)).toEqual([
        `Equity is 300.00 below the day's begin, half of the 300.00 that end it: half the risk, one open trade.${unknown}`,
        `Equity is 300.00 below the day's begin; the daily stop, open trades included, is 300.00.${unknown}`,
      ])
    expect(textsOf({ netTodayCents: -30_000, ...paid(null) }).join()).not.toContain('does not tell')
  })
})
