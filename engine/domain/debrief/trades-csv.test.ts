import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../../contracts/events.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { aTradeClosed } from '../../testkit/events.ts'
import { tradeHistory } from '../../testkit/trade-history.ts'
import { DebriefBook } from './debrief-book.ts'
import { tradesCsv, tradesOf } from './trades-csv.ts'

const bookOf = (events: Iterable<StoredEvent>) => {
  const book = new DebriefBook()
  for (const stored of events) book.take(stored)
  return book
}
const filter = { fromMs: null, toMs: null, keys: {} }
const choice = { account: 'demo', scope: null, filter } as const
const cellsOf = (row = '') => row.trimEnd().split(',')

describe('the trades of a debrief as a spreadsheet', () => {
  it('begin with a header that names each unit, and have a row a trade of those that are chosen', () => {
    const book = bookOf(tradeHistory({ trades: 60 }))
    const [header, ...rows] = tradesCsv(book, [choice])

    expect(header).toBe(
      'account,opened_utc,closed_utc,pair,side,setup,session,regime,shield,closed_by,lots,net_account_currency,' +
        'result_r,risk_pct_of_equity,probability_of_target,promised_r,worst_against_r,best_for_r\r\n',
    )
    expect(rows).toHaveLength(60)
    expect(rows[0]).toMatch(/^demo,2014-05-05 \d\d:\d\d:\d\d,2014-05-\d\d \d\d:\d\d:\d\d,/)
    expect(rows.every(row => cellsOf(row).length === 18)).toBe(true)
    const pair = cellsOf(rows[0])[3] ?? ''
    const ofPair = tradesOf(book, { kind: 'debriefTrades', ...choice, filter: { ...filter, keys: { pair: [pair] } } }) // prettier-ignore
    expect(ofPair.trades).toBe(rows.filter(row => cellsOf(row)[3] === pair).length)
    expect(ofPair.csv.split('\r\n')).toHaveLength(ofPair.trades + 2)
  })

  it('leave empty what nobody recorded', () => {
    const event = aTradeClosed({ account: 'demo' })
    const [, row] = tradesCsv(bookOf([{ seq: 1, wallMs: EpochMs.parse(0), event, hash: '' }]), [choice])

    // The session is that of the entry's time.
    expect(cellsOf(row).slice(5, 9)).toEqual(['', 'ASIAN', '', ''])
    expect(cellsOf(row).slice(13)).toEqual(['', '', '', '', ''])
    expect(row).not.toContain('NONE')
  })
})
