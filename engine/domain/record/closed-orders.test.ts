import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredEvent } from '../../contracts/events.ts'
import type { ClosedTrade } from '../../contracts/mission.ts'
import { Cents, type AccountKind } from '../../contracts/primitives.ts'
import { aTradeClosed, aUlid } from '../../testkit/events.ts'
import { aTrade, ofR, stored } from '../../testkit/notebook.ts'
import { tradeHistory } from '../../testkit/trade-history.ts'
import { emptySquad } from '../squad/squad-state.ts'
import { foldSquad } from '../squad/fold-squad.ts'
import { addedBy, type ClosedOrders } from './closed-orders.ts'
import { newBooks, recordAnswer, type Book } from './record-books.ts'

const part = (r: number, riskCents: number, dealOut: string): Partial<ClosedTrade> => ({
  r,
  riskCents: Cents.parse(riskCents),
  netCents: Cents.parse(Math.round(r * riskCents)),
  dealOut,
})

/** What every book that counts trades says of them. */
function countedIn(events: Iterable<StoredEvent>) {
  const books = newBooks()
  const squad = emptySquad()
  for (const each of events) {
    for (const book of Object.values<Book>(books)) book.take(each)
    foldSquad(squad, each.event, each.wallMs)
  }
  const account: AccountKind = 'demo'
  const asked = { account, scope: null, filter: { fromMs: null, toMs: null, keys: {} }, trials: null }
  return {
    debrief: recordAnswer(books, { kind: 'debrief', ...asked }),
    drill: recordAnswer(books, { kind: 'drillReport', account, dayMs: null }),
    sitrep: recordAnswer(books, { kind: 'sitrep', account, weekMs: null }),
    lessons: recordAnswer(books, { kind: 'lessons', account }),
    weeks: squad.weeks,
  }
}

test('a trade that is told again counts once in every book, whenever it is told', () => {
  const history = [...tradeHistory({ trades: 40 })]
  const closed = history.filter(({ event }) => event.kind === 'tradeClosed')
  const once = countedIn(history)
  fc.assert(
    fc.property(fc.array(fc.nat(closed.length - 1), { maxLength: 30 }), again => {
      const repeated = again.flatMap(at => closed.slice(at, at + 1))
      expect(countedIn([...history, ...repeated])).toEqual(once)
      expect(countedIn(history.flatMap(each => [each, each]).filter(isNoRepeat))).toEqual(once)
    }),
    { numRuns: 20 },
  )
})

/** Of two neighbours that are alike the first, but for closed trades, of which both are kept. */
const isNoRepeat = (each: StoredEvent, at: number): boolean =>
  at % 2 === 0 || each.event.kind === 'tradeClosed'

test('a part that is filled late adds its money to the trade of its order, and is no second one', () => {
  const [issued, recorded, first] = aTrade(1, part(-1, 100, '7'))
  const [, , late] = aTrade(1, part(2, 200, '9'))
  const { debrief, drill, lessons, weeks } = countedIn(
    stored([issued, recorded, first, late].flatMap(each => each ?? [])),
  )
  expect(debrief.all).toMatchObject({ n: 1, sumR: 1, netCents: 300 })
  expect(debrief.by.pair).toMatchObject([{ n: 1 }])
  expect(drill.facts).toMatchObject({ trades: 1, won: 0, lost: 1, netCents: 300, r: 1 })
  expect([...weeks.values()].flatMap(week => [...week.values()])).toMatchObject([{ trades: 1, netCents: 300, r: 1 }]) // prettier-ignore
  expect(lessons.lessons.length).toBeGreaterThan(0)
})

test('years of orders take no more room, and the newest are known again', () => {
  const known: ClosedOrders = new Map()
  const { trade } = aTradeClosed()
  const told = (number: number) => addedBy(known, { ...trade, order: aUlid(number) })?.isFirst ?? null
  for (let number = 1; number <= 25_000; number++) expect(told(number)).toBe(true)
  expect(known.size).toBeLessThanOrEqual(10_000)
  for (let number = 20_001; number <= 25_000; number++) expect(told(number)).toBeNull()
})

test('the last trades of a lesson hold an order once, with all that it came to', () => {
  const trades = Array.from({ length: 10 }, (_, k) => aTrade(k + 1, ofR(1))).flat()
  const [, , late] = aTrade(3, part(-5, 300, '99'))
  const asked = (events: typeof trades) =>
    countedIn(stored(events)).lessons.lessons.find(({ lesson }) => lesson === 'expectancy')?.question.asked
  expect(asked([...trades, ...trades.filter(({ kind }) => kind === 'tradeClosed')])).toBe(asked(trades))
  expect(asked([...trades, ...(late ? [late] : [])])).toContain(
    'Your last 10 trades came to +5.50 R together',
  )
})
