import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../../contracts/events.ts'
import { Periods, PeriodUnit, type PeriodsQuery } from '../../contracts/periods.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { aTradeClosed, aUlid } from '../../testkit/events.ts'
import { tradeHistory } from '../../testkit/trade-history.ts'
import { DebriefBook } from './debrief-book.ts'
import { debriefOf } from './debrief.ts'
import { periodsOf } from './periods.ts'

const bookOf = (events: Iterable<StoredEvent>) => {
  const book = new DebriefBook()
  for (const stored of events) book.take(stored)
  return book
}

type Result = readonly [closed: string, r: number]

/** Closed at these times, UTC. */
const closedAt = (...results: readonly Result[]) =>
  bookOf(
    results.map(([closed, r], k) => {
      const closeMs = Date.parse(closed)
      const { trade, ...event } = aTradeClosed({
        account: 'demo',
        r,
        netCents: Math.round(r * 1_000),
        closeMs,
      })
      return {
        seq: k + 1,
        wallMs: EpochMs.parse(0),
        event: { ...event, trade: { ...trade, mission: null, order: aUlid(k + 1) } },
        hash: '',
      }
    }),
  )

const asked = (change: Partial<PeriodsQuery> = {}): PeriodsQuery => ({
  kind: 'periods',
  account: 'demo',
  scope: null,
  unit: 'day',
  throughMs: null,
  most: 400,
  ...change,
})
const names = (book: DebriefBook, change: Partial<PeriodsQuery> = {}) =>
  periodsOf(book, asked(change)).periods.map(({ name }) => name)

describe('results by period', () => {
  it('are none where nothing was closed', () => {
    const book = bookOf([])
    expect(periodsOf(book, asked({ throughMs: EpochMs.parse(Date.UTC(2026, 10, 23)) }))).toEqual({
      account: 'demo',
      scope: 'trades',
      ofScope: { trades: 0, drills: 0 },
      accounts: 0,
      unit: 'day',
      periods: [],
    })
  })

  it('count a trade for the trading day that ends at 17:00 in New York', () => {
    const book = closedAt(
      ['2026-11-23T21:59:00Z', 1],
      ['2026-11-23T22:00:00Z', -0.5],
      ['2026-11-24T12:00:00Z', 2],
    )
    expect(periodsOf(book, asked()).periods).toEqual([
      { name: '2026-11-24', fromMs: Date.parse('2026-11-23T22:00:00Z'), n: 2, wins: 1, losses: 1, sumR: 1.5, netCents: 1_500 },
      { name: '2026-11-23', fromMs: Date.parse('2026-11-22T22:00:00Z'), n: 1, wins: 1, losses: 0, sumR: 1, netCents: 1_000 },
    ]) // prettier-ignore
  })

  it('say that nothing was closed on a day of the week, and leave week-ends out', () => {
    const book = closedAt(['2026-11-19T12:00:00Z', 1], ['2026-11-23T12:00:00Z', 0])
    expect(names(book)).toEqual(['2026-11-23', '2026-11-20', '2026-11-19'])
    expect(periodsOf(book, asked()).periods[0]).toMatchObject({ n: 1, wins: 0, losses: 0 })
    expect(periodsOf(book, asked()).periods[1]).toMatchObject({ n: 0, sumR: 0 })
  })

  it('go on to the day that is asked for, and never stop before the last exit', () => {
    const book = closedAt(['2026-11-19T12:00:00Z', 1])
    expect(names(book, { throughMs: EpochMs.parse(Date.parse('2026-11-22T23:00:00Z')) })).toEqual([
      '2026-11-23',
      '2026-11-20',
      '2026-11-19',
    ])
    expect(names(book, { throughMs: EpochMs.parse(0) })).toEqual(['2026-11-19'])
  })

  it('of weeks are named by their Monday, of months by year and month', () => {
    const book = closedAt(['2026-10-31T20:00:00Z', 1], ['2026-11-22T23:00:00Z', 1])
    expect(names(book, { unit: 'week' })).toEqual(['2026-11-23', '2026-11-16', '2026-11-09', '2026-11-02', '2026-10-26'])
    expect(names(book, { unit: 'month' })).toEqual(['2026-11', '2026-10'])
    expect(names(closedAt(['2025-12-31T12:00:00Z', 1], ['2026-01-02T12:00:00Z', 1]), { unit: 'month' })).toEqual(['2026-01', '2025-12'])
  }) // prettier-ignore

  it('are at most as many as are asked for, the newest, whatever the moment', () => {
    const book = closedAt(['2026-11-19T12:00:00Z', 1])
    expect(names(book, { most: 3, throughMs: EpochMs.parse(8e15) })).toHaveLength(3)
  })

  it('never add drills to trades', () => {
    const drills = bookOf(tradeHistory({ trades: 12, drill: true }))
    expect(periodsOf(drills, asked())).toMatchObject({ scope: 'drills', ofScope: { trades: 0, drills: 12 } })
    expect(periodsOf(drills, asked({ scope: 'trades' })).periods).toEqual([])
  })

  test.prop([fc.integer({ min: 1, max: 300 }), fc.constantFrom(...PeriodUnit.options)], { numRuns: 15 })(
    'add up to the debrief of the same trades, in order and without a hole',
    (trades, unit) => {
      const book = bookOf(tradeHistory({ trades, seed: trades }))
      const answer = periodsOf(book, asked({ unit }))
      expect(Periods.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
      const { n, all } = debriefOf(book, { kind: 'debrief', account: 'demo', scope: null, filter: { fromMs: null, toMs: null, keys: {} }, trials: null }) // prettier-ignore
      const sum = (of: 'n' | 'sumR' | 'netCents') =>
        answer.periods.reduce((total, period) => total + period[of], 0)
      expect([sum('n'), sum('netCents')]).toEqual([n, all.netCents])
      expect(sum('sumR')).toBeCloseTo(all.sumR, 6)
      const starts = answer.periods.map(({ fromMs }) => fromMs)
      expect(starts).toEqual(starts.toSorted((a, b) => b - a))
      expect(answer.periods.at(-1)?.n).toBeGreaterThan(0)
    },
  )
})
