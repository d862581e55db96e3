import { describe, expect, test } from 'vitest'
import { aDrawdown, drawdownBy, NOTHING_PAID, someFigures } from '../../../testkit/account-figures.ts'
import { drawdown, floorCents, isNewPeak } from './drawdown.ts'
import type { AccountFigures } from './figures.ts'

const of = (over: Partial<AccountFigures>) => drawdown(someFigures({ paidIn: NOTHING_PAID, ...over }))
const fixed = (over: Partial<AccountFigures>) => of({ ...aDrawdown('static'), ...over })
const trailing = (over: Partial<AccountFigures>) => of({ ...aDrawdown('trailing'), ...over })
const paid = (over: Partial<AccountFigures['paidIn']>) => ({ paidIn: { ...NOTHING_PAID, ...over } })

describe('the floor of a drawdown', () => {
  test('is a share of what it counts from, rounded against the trader', () => {
    const maxDrawdown = drawdownBy('static', 3.33)
    expect(floorCents({ ...maxDrawdown, startBalanceCents: 1_000_001 }, null, 0)).toBe(966_701)
  })

  test('lies half a thousandth above the share of the highest record, or at that of an equity above it', () => {
    const maxDrawdown = drawdownBy('trailing', 10)
    expect(floorCents(maxDrawdown, 2_000_000, 1_900_000)).toBe(1_800_900)
    expect(floorCents(maxDrawdown, 2_000_000, 2_100_000)).toBe(1_890_000)
    expect(floorCents(maxDrawdown, null, 1_500_000)).toBe(1_350_000)
    expect(floorCents(maxDrawdown, null, 900_000)).toBe(900_000)
  })

  test('follows a new highest equity from half a thousandth above the last record on', () => {
    expect([isNewPeak(2_001_000, 2_000_000), isNewPeak(2_001_001, 2_000_000)]).toEqual([false, true])
    expect(isNewPeak(1_999_999, 2_000_000)).toBe(false)
    expect(isNewPeak(0, null)).toBe(true)
  })
})

describe('a drawdown that is overrun', () => {
  test('says from what it counts, and does not end by time', () => {
    expect(fixed({ equityCents: 949_000 })).toEqual([
      {
        guard: 'DRAWDOWN_STOP',
        code: 'PROP_DRAWDOWN',
        text: 'Equity is 9490.00, and 5 % below the balance that the account began with is 9500.00.',
        value: 949_000,
        limit: 950_000,
        untilMs: null,
      },
    ])
    expect(trailing({ equityCents: 1_040_000, peakCents: 1_100_000 })[0]).toMatchObject({
      text: 'Equity is 10400.00, and 5 % below its highest is 10455.23.',
      value: 1_040_000,
      limit: 1_045_523,
    })
  })

  test('is told once, although both the highest and the start were left behind', () => {
    expect(trailing({ equityCents: 900_000 }).map(({ text }) => text)).toEqual([
      'Equity is 9000.00, and 5 % below its highest is 9504.75.',
    ])
  })

  test('needs a limit and an equity', () => {
    expect(of({ equityCents: 1 })).toEqual([])
    expect(fixed({ equityCents: null })).toEqual([])
  })
})

describe('a deposit', () => {
  test('is no cushion under the start balance', () => {
    expect(fixed({ equityCents: 1_450_001, ...paid({ sinceFirst: 500_000 }) })).toEqual([])
    expect(fixed({ equityCents: 1_450_000, ...paid({ sinceFirst: 500_000 }) })[0]).toMatchObject({
      text: 'Equity is 9500.00, the 5000.00 paid in since left out, and 5 % below the balance that the account began with is 9500.00.',
      value: 950_000,
    })
  })

  test('that only undid a withdrawal is not left out twice', () => {
    expect(fixed({ equityCents: 960_000, ...paid({ sincePeak: 50_000, sinceFirst: 0 }) })).toEqual([])
  })

  test('before the highest equity was seen is none under the start of a trailing limit either', () => {
    const since = paid({ sinceFirst: 500_000, sincePeak: 0 })
    const high = { peakCents: 1_000_000, ...since }
    expect(trailing({ equityCents: 1_450_000, ...high })[0]?.text).toContain('the account began with')
    expect(trailing({ equityCents: 1_450_001, ...high })).toEqual([])
  })

  test('since the highest equity is left out of what is compared with it', () => {
    const since = { peakCents: 1_100_000, ...paid({ sincePeak: 300_000, sinceFirst: 300_000 }) }
    expect(trailing({ equityCents: 1_345_524, ...since })).toEqual([])
    expect(trailing({ equityCents: 1_345_523, ...since })[0]?.text).toContain('Equity is 10455.23, the 3000.00 paid in since left out') // prettier-ignore
  })
})

describe('a withdrawal', () => {
  test('is no loss from the highest equity', () => {
    const out = paid({ sincePeak: -100_000, sinceFirst: -100_000 })
    expect(trailing({ equityCents: 1_000_000, peakCents: 1_100_000 })).toHaveLength(1)
    expect(trailing({ equityCents: 1_000_000, peakCents: 1_100_000, ...out })).toEqual([])
  })

  test('does not move the floor under the start balance, which stays where it is', () => {
    const out = paid({ sincePeak: -100_000, sinceFirst: -100_000 })
    expect(fixed({ equityCents: 950_001, ...out })).toEqual([])
    expect(fixed({ equityCents: 950_000, ...out })[0]?.text).toBe('Equity is 9500.00, and 5 % below the balance that the account began with is 9500.00.') // prettier-ignore
    expect(trailing({ equityCents: 950_000, ...out })[0]?.text).toContain('the account began with')
  })
})

test('where the terminal does not tell what was paid in, the whole equity counts and the sentence says so', () => {
  for (const silence of [{ paidIn: { sinceDay: null, sincePeak: null, sinceFirst: null } }, {}]) {
    const at = (by: 'static' | 'trailing', equityCents: number) =>
      drawdown(someFigures({ ...aDrawdown(by), equityCents, ...silence }))
    expect(at('static', 950_000)[0]?.text).toMatch(/is 9500\.00\. The terminal does not tell what is paid/)
    expect(at('static', 950_001)).toEqual([])
    expect(at('trailing', 950_475)[0]?.text).toMatch(/is 9504\.75\. The terminal does not tell what is paid/)
    expect(at('trailing', 950_476)).toEqual([])
  }
})

test('of two limits that hold, the one that is overrun denies, whichever it is', () => {
  const both = { prop: { ...aDrawdown('static', 5).prop, drawdowns: [drawdownBy('static', 5), drawdownBy('trailing', 8)] } } // prettier-ignore
  expect(of({ ...both, equityCents: 951_000 })).toEqual([])
  expect(of({ ...both, equityCents: 950_000 })[0]?.text).toContain('the account began with')
  expect(of({ ...both, equityCents: 1_012_000, peakCents: 1_100_000 })[0]?.text).toContain(
    '8 % below its highest',
  )
})
