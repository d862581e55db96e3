import { describe, expect, it } from 'vitest'
import { EngineEvent, TradesTableQuery, type StoredEvent, type TradeOrder } from '../../contracts/index.ts'
import { tradeHistory } from '../../testkit/trade-history.ts'
import { DebriefBook } from './debrief-book.ts'

const PAIRS_OF_ALL = { fromMs: null, toMs: null, keys: {} }
const asked = (change: Partial<TradesTableQuery> = {}): TradesTableQuery =>
  TradesTableQuery.parse({ kind: 'tradesTable', account: 'demo', scope: null, filter: PAIRS_OF_ALL, order: 'closed', descending: true, skip: 0, limit: 100, ...change }) // prettier-ignore

function bookOf(...histories: Iterable<StoredEvent>[]): DebriefBook {
  const book = new DebriefBook()
  for (const history of histories) for (const stored of history) book.take(stored)
  return book
}
const pieceOf = (book: DebriefBook, change: Partial<TradesTableQuery> = {}) =>
  book.account('demo').table.piece(asked(change))

describe('the table of trades', () => {
  it('tells each trade once, whatever the size of the pieces, newest first', () => {
    const book = bookOf(tradeHistory({ trades: 120 }))
    const whole = pieceOf(book, { limit: 500 })
    expect(whole).toMatchObject({ scope: 'trades', ofScope: { trades: 120, drills: 0 }, total: 120, skip: 0 })
    const closed = whole.rows.map(({ closeMs }) => closeMs)
    expect(closed).toEqual(closed.toSorted((a, b) => b - a))

    const pieces = [0, 50, 100, 150].map(skip => pieceOf(book, { skip, limit: 50 }))
    expect(pieces.map(({ rows }) => rows.length)).toEqual([50, 50, 20, 0])
    expect(pieces.flatMap(({ rows }) => rows)).toEqual(whole.rows)
    expect(new Set(whole.rows.map(({ order }) => order)).size).toBe(120)
  })

  it.each(['r', 'money', 'held', 'worst', 'best', 'pair', 'closed'] satisfies TradeOrder[])(
    'is ordered by %s, both ways, and what nobody knows comes last',
    order => {
      // Half of them are of a ledger that had no missions and no excursions.
      const book = bookOf(tradeHistory({ trades: 40 }), tradeHistory({ trades: 80, seed: 7, isOld: true }))
      for (const descending of [true, false]) {
        const { rows } = pieceOf(book, { order, descending, limit: 500 })
        const values = rows.map(row =>
          order === 'closed' ? row.closeMs
          : order === 'pair' ? row.keys.pair
          : order === 'money' ? row.netCents
          : order === 'held' ? row.closeMs - row.openMs
          : row[({ r: 'r', worst: 'maeR', best: 'mfeR' } as const)[order]],
        ) // prettier-ignore
        const known = values.filter(value => value !== null)
        expect(known).toHaveLength(order === 'worst' || order === 'best' ? 40 : 120)
        expect(values.slice(known.length).every(value => value === null)).toBe(true)
        const inOrder = known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        expect(known).toEqual(descending ? inOrder.reverse() : inOrder)
      }
    },
  )

  it('is of the filter’s trades only', () => {
    const book = bookOf(tradeHistory({ trades: 200 }))
    const all = pieceOf(book, { limit: 500 }).rows
    const shorts = pieceOf(book, { limit: 500, filter: { ...PAIRS_OF_ALL, keys: { side: ['sell'] } } })
    expect(shorts.rows).toEqual(all.filter(({ side }) => side === 'sell'))
    expect(shorts.total).toBe(shorts.rows.length)
    expect(shorts.ofScope.trades).toBe(200)
  })

  it('knows at once of a trade that is closed, and of what is told of one later', () => {
    const history = [...tradeHistory({ trades: 30 })]
    const book = bookOf(history.slice(0, -4))
    const before = pieceOf(book)
    for (const stored of history.slice(-4)) book.take(stored)
    expect(pieceOf(book).total).toBeGreaterThan(before.total - 1)

    const { order } = pieceOf(book).rows[0] as { order: string }
    const measured = EngineEvent.parse({ kind: 'excursionMeasured', atMs: 1, order, terminal: 'terminal-1', account: 'demo', maeR: 0.77, mfeR: 9.5, by: 'bars' }) // prettier-ignore
    book.take({ seq: 1e6, wallMs: 0, event: measured, hash: '' } as unknown as StoredEvent)
    expect(pieceOf(book).rows[0]).toMatchObject({ order, maeR: 0.77, mfeR: 9.5 })
    expect(pieceOf(book, { order: 'best' }).rows[0]?.order).toBe(order)
  })

  it('leads to the mission of a trade, where there was one', () => {
    const { rows } = pieceOf(bookOf(tradeHistory({ trades: 12 })))
    expect(rows.every(({ mission }) => mission !== null)).toBe(true)
    expect(pieceOf(bookOf()).rows).toEqual([])
  })
})
