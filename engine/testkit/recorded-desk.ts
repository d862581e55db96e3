import type { StoredEvent } from '../contracts/events.ts'
import { newBooks, recordAnswer, type Book } from '../domain/record/record-books.ts'
import type { ScriptedDesk } from './scripted-desk.ts'

/** Lets a scripted desk answer out of the books of a record, as the archive does. */
export function keepRecord(desk: ScriptedDesk, stored: Iterable<StoredEvent>): void {
  const books = newBooks()
  const trades: { seq: number; event: StoredEvent['event'] }[] = []
  for (const each of stored) {
    for (const book of Object.values<Book>(books)) book.take(each)
    trades.unshift(each)
  }
  desk.answers.debrief = query => recordAnswer(books, query)
  desk.answers.periods = query => recordAnswer(books, query)
  desk.answers.campaign = query => recordAnswer(books, query)
  desk.answers.journalPage = query => recordAnswer(books, query)
  desk.answers.drillReport = query => recordAnswer(books, query)
  desk.answers.sitrep = query => recordAnswer(books, query)
  desk.answers.squad = query => recordAnswer(books, query)
  desk.answers.tradesPage = ({ account, limit }) => {
    const closed = trades.flatMap(({ seq, event }) =>
      event.kind === 'tradeClosed' && event.trade.kind === account ? [{ ...event.trade, seq }] : [],
    )
    return { trades: closed.slice(0, limit), nextBeforeSeq: null, total: closed.length }
  }
}
