import type { Answers, Query, QueryKind } from '../../contracts/queries.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import { debriefOf } from '../debrief/debrief.ts'
import { DebriefBook } from '../debrief/debrief-book.ts'
import { equityCurve } from '../debrief/equity-curve.ts'
import { periodsOf } from '../debrief/periods.ts'
import { tradesOf } from '../debrief/trades-csv.ts'
import { CampaignRecord } from '../campaign/campaign-record.ts'
import { CardBook } from '../cards/card-book.ts'
import { LessonBook } from '../lessons/lesson-book.ts'
import { NotebookBook } from '../notebook/notebook-book.ts'
import { ReportBook } from '../reports/report-book.ts'
import { SquadBook } from '../squad/squad-book.ts'
import { isOfTest, type KnownTests } from './test-fires.ts'

/** A fold over the record that can be asked what it knows. Takes each event once, in order. */
export interface Book {
  take(stored: StoredEvent): void
}

/** Every book of the record, empty: one line a book. */
export const newBooks = () =>
  ({
    campaign: new CampaignRecord(),
    debrief: new DebriefBook(),
    notebook: new NotebookBook(),
    lessons: new LessonBook(),
    reports: new ReportBook(),
    squad: new SquadBook(),
    cards: new CardBook(),
  }) satisfies Record<string, Book>
export type Books = ReturnType<typeof newBooks>

/** The one door to the books: a test fire stays outside. */
export function feederOf(books: Books): (stored: StoredEvent) => void {
  const all = Object.values<Book>(books)
  const tests: KnownTests = new Set()
  return stored => {
    if (isOfTest(tests, stored.event)) return
    for (const book of all) book.take(stored)
  }
}

/** Questions that are answered out of the books; the others are read off a table or worked out elsewhere. */
export type RecordQueryKind = Exclude<
  QueryKind,
  | 'tradesPage'
  | 'ledgerSummary'
  | 'executionCosts'
  | 'killCard'
  | 'sitrepCard'
  | 'verifyCard'
  | 'tradePicture'
  | 'chartPicture'
  | 'equityPicture'
  | 'marketBars'
  | 'missionsPage'
  | 'missionStory'
  | 'ghosts'
  | 'telegramRecord'
  | 'labMarket'
  | 'labRuns'
  | 'labRun'
  | 'labCompare'
  | 'replayDay'
>
export type RecordQuery = Extract<Query, { kind: RecordQueryKind }>

type Asked<K extends RecordQueryKind> = RecordQuery & { kind: K }

/** One line a question. */
export const RECORD_ANSWERS: Readonly<{
  [K in RecordQueryKind]: (books: Books, query: Asked<K>) => Answers[K]
}> = {
  campaign: (books, query) => books.campaign.answer(query),
  debrief: (books, query) => debriefOf(books.debrief, query),
  debriefTrades: (books, query) => tradesOf(books.debrief, query),
  equityCurve: (books, { account, points }) => equityCurve(books.debrief.account(account).trades, points),
  tradesTable: (books, query) => books.debrief.account(query.account).table.piece(query),
  periods: (books, query) => periodsOf(books.debrief, query),
  squad: books => books.squad.board(),
  journalPage: (books, query) => books.notebook.page(query),
  lessonsBefore: (books, { mission }) => books.notebook.lessonsBefore(mission),
  debriefsDue: (books, { account }) => books.notebook.debriefsDue(account),
  drillReport: (books, { account, dayMs }) => books.reports.report('drill', account, dayMs),
  sitrep: (books, { account, weekMs }) => books.reports.report('sitrep', account, weekMs),
  lessons: (books, { account }) => books.lessons.lessons(account),
}

export const isRecordQuery = (query: Query): query is RecordQuery => Object.hasOwn(RECORD_ANSWERS, query.kind)

export function recordAnswer<K extends RecordQueryKind>(books: Books, query: Asked<K>): Answers[K] {
  const answer: (books: Books, query: Asked<K>) => Answers[K] = RECORD_ANSWERS[query.kind]
  return answer(books, query)
}
