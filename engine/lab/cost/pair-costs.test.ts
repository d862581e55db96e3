import { describe, expect, test } from 'vitest'
import { EpochMs, Ticket } from '../../contracts/primitives.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { aTape, still } from '../../testkit/minute-tapes.ts'
import { nightsHeld } from './nights.ts'
import { pairCosts } from './pair-costs.ts'

const FIVE = Array.from({ length: 5 }, () => still(120_000))
const utc = (text: string): number => Date.parse(`${text}:00Z`)

describe('the costs of a pair', () => {
  test("have the data's own spread where it tells one", () => {
    const { spread, spreadFrom } = pairCosts(aTape(FIVE, { spread: 13 }))
    expect([spreadFrom, [...spread]]).toEqual(['bars', [13, 13, 13, 13, 13]])
  })

  test("have the usual spread by New York's clock where the data holds bids only", () => {
    const bids = { spread: 0, spreadSource: 'none' } as const
    const spreadAt = (time: string, pair: 'EURUSD' | 'USDJPY' = 'EURUSD') =>
      pairCosts(aTape(FIVE, { ...bids, pair, digits: pair === 'USDJPY' ? 3 : 5, startMs: utc(time) }))
        .spread[4]
    expect(pairCosts(aTape(FIVE, bids)).spreadFrom).toBe('model')
    expect(spreadAt('2018-01-09T12:00')).toBe(3)
    expect(spreadAt('2018-01-09T12:00', 'USDJPY')).toBe(4)
    expect(spreadAt('2018-01-09T21:51')).toBe(30)
    expect(spreadAt('2018-07-10T20:51')).toBe(30)
    expect(spreadAt('2018-01-07T22:10')).toBe(36)
  })

  test('are in points: commission and slippage of the study, or what was told', () => {
    expect(pairCosts(aTape(FIVE))).toMatchObject({ commission: 7, entrySlip: 0.5, exitSlip: 2, swap: null })
    expect(pairCosts(aTape(FIVE, { pair: 'USDCAD' }))).toMatchObject({ commission: 9 })
    expect(pairCosts(aTape(FIVE), { commissionPips: 0.35 })).toMatchObject({ commission: 3.5 })
  })
})

describe('a modelled spread around an announcement of high importance', () => {
  const startMs = utc('2018-01-09T13:20')
  const tape = aTape(
    Array.from({ length: 40 }, () => still(120_000)),
    { startMs, spread: 0, spreadSource: 'none' },
  )
  const about = (currency: string, importance: 'high' | 'moderate') => {
    const timeMs = EpochMs.parse(utc('2018-01-09T13:30'))
    const event = { id: Ticket.parse('1'), timeMs, exact: true, currency, importance, name: 'Payrolls' }
    const calendar = { fromMs: 0, toMs: 2e12, events: [event], source: 'file' } as const
    return [...pairCosts(tape, { calendar }).spread]
  }

  test('is four times as wide from a minute before to the third after, and then twice to the eleventh', () => {
    const times = about('USD', 'high').map(points => points / 3)
    expect(times.slice(8, 22)).toEqual([1, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 1])
    expect(new Set([...times.slice(0, 9), ...times.slice(21)])).toEqual(new Set([1]))
  })

  test('is as usual for another currency, and for less importance', () => {
    expect(new Set([...about('JPY', 'high'), ...about('USD', 'moderate')])).toEqual(new Set([3]))
  })
})

describe('nights held', () => {
  test.each([
    ['2018-01-09T12:00', '2018-01-09T21:59', 0],
    ['2018-01-09T12:00', '2018-01-09T22:00', 1],
    ['2018-01-09T22:00', '2018-01-10T21:59', 0],
    ['2018-01-10T21:00', '2018-01-10T23:00', 3],
    ['2018-01-09T12:00', '2018-01-11T12:00', 4],
    ['2018-07-10T12:00', '2018-07-10T21:00', 1],
    ['2018-01-12T12:00', '2018-01-14T23:00', 1],
  ])('from %s to %s are %i', (from, to, nights) => {
    expect(nightsHeld(utc(from), utc(to))).toBe(nights)
  })

  test('come once a trading day, whatever the clocks do', () => {
    const fromMs = utc('2018-03-05T12:00')
    for (let days = 1; days < 30; days++)
      expect(nightsHeld(fromMs, fromMs + days * 1_440 * MINUTE_MS)).toBeGreaterThanOrEqual(
        nightsHeld(fromMs, fromMs + (days - 1) * 1_440 * MINUTE_MS),
      )
  })
})
