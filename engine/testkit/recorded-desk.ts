import type { StoredEvent } from '../contracts/events.ts'
import { missionsPage } from '../domain/missions-log/missions-page.ts'
import { newBooks, recordAnswer, type Book } from '../domain/record/record-books.ts'
import type { ScriptedDesk } from './scripted-desk.ts'

/** Lets a scripted desk answer out of the books of a record, as the archive does. */
export function keepRecord(desk: ScriptedDesk, stored: Iterable<StoredEvent>): void {
  const books = newBooks()
  const trades: { seq: number; event: StoredEvent['event'] }[] = []
  const all = [...stored]
  for (const each of all) {
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
  desk.answers.missionsPage = query =>
    missionsPage(
      {
        missionsBefore: (kind, before, most) =>
          all
            .filter(({ seq, event }) => event.kind === kind && seq < before)
            .slice(-most)
            .reverse(),
        storyEvents: (mission, after = 0) =>
          all.filter(({ seq, event }) => seq > after && JSON.stringify(event).includes(mission)),
      },
      query,
    )
  desk.answers.tradesPage = ({ account, limit }) => {
    const closed = trades.flatMap(({ seq, event }) =>
      event.kind === 'tradeClosed' && event.trade.kind === account ? [{ ...event.trade, seq }] : [],
    )
    return { trades: closed.slice(0, limit), nextBeforeSeq: null, total: closed.length }
  }
}
