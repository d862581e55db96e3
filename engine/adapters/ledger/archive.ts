import type { Database } from 'better-sqlite3'
import { unreachable } from '../../contracts/primitives.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { Answers, LedgerSummary, Query, TradesPage } from '../../contracts/queries.ts'
import type { MissionSource } from '../../domain/missions-log/missions-page.ts'
import { LedgerFault } from '../../ports/ledger.ts'
import { faulting, openReadOnly, type DatabaseFile } from '../sqlite/index.ts'
import { COLUMNS, readHead, toRow, toStoredEvent, type RowInFile } from './event-rows.ts'
import { LEDGER_SCHEMA } from './ledger-schema.ts'
import { ghostRows, type GhostRow } from './ghost-rows.ts'
import { missionRows } from './mission-rows.ts'
import { OF_A_STORY } from './migrations/0006-order-stories.ts'
import { OF_THE_RECORD } from './migrations/0007-record.ts'
import { OF_ALERTS } from './migrations/0009-alerts.ts'

/** What is read off the table. What is worked out from the events is not asked here. */
export type TableQuery = Extract<Query, { kind: 'tradesPage' | 'ledgerSummary' }>

/** Answers questions about the ledger over a connection that cannot write. */
export interface Archive extends MissionSource {
  /** At most `most` of the ghosts that ended after event `after`, oldest first. */
  ghostRows(after: number, most: number): readonly GhostRow[]
  answer(query: TableQuery): Answers[TableQuery['kind']]
  /** At most `most` of the events that tell what became of orders, after event `after`, oldest first. */
  orderEvents(after: number, most: number): readonly StoredEvent[]
  /** The same of the events that campaign, debrief, notebook and squad are folds over. */
  recordEvents(after: number, most: number): readonly StoredEvent[]
  /** The same of the events that alerts and their chats are a fold over. */
  alertEvents(after: number, most: number): readonly StoredEvent[]
  /** Of the newest event, whatever it is; 0 when there is none. */
  headSeq(): number
  close(): void
}

/** Opens `ledger.db` for reading. The engine must have opened it before. Throws `LedgerFault`. */
export function openArchive({ file, binding }: DatabaseFile): Archive {
  const database = openReadOnly({ file, binding, schema: LEDGER_SCHEMA, Fault: LedgerFault })
  const place = { file, what: LEDGER_SCHEMA.what, Fault: LedgerFault }
  const orderEvents = faulting(place, () => preparePages(database, file, 'order_story', OF_A_STORY))
  const recordEvents = faulting(place, () => preparePages(database, file, 'record', OF_THE_RECORD))
  const alertEvents = faulting(place, () => preparePages(database, file, 'alert', OF_ALERTS))
  const ghosts = faulting(place, () => ghostRows(database))
  const { missionsBefore, storyEvents } = faulting(place, () => missionRows(database, file))
  return {
    answer: query => faulting(place, () => answer(database, file, query)),
    orderEvents: (after, most) => faulting(place, () => orderEvents(after, most)),
    recordEvents: (after, most) => faulting(place, () => recordEvents(after, most)),
    alertEvents: (after, most) => faulting(place, () => alertEvents(after, most)),
    headSeq: () => faulting(place, () => readHead(database).events),
    ghostRows: (after, most) => faulting(place, () => ghosts(after, most)),
    missionsBefore: (kind, before, most) => faulting(place, () => missionsBefore(kind, before, most)),
    storyEvents: (mission, after) => faulting(place, () => storyEvents(mission, after)),
    close: () => database.close(),
  }
}

function answer(database: Database, file: string, query: TableQuery): Answers[TableQuery['kind']] {
  switch (query.kind) {
    case 'tradesPage':
      return tradesPage(database, file, query)
    case 'ledgerSummary':
      return ledgerSummary(database)
    default:
      return unreachable(query)
  }
}

type Pages = (after: number, most: number) => readonly StoredEvent[]

function preparePages(database: Database, file: string, index: string, which: string): Pages {
  const page = database.prepare<[number, number], RowInFile>(
    `SELECT ${COLUMNS} FROM event INDEXED BY ${index} WHERE seq > ? AND ${which} ORDER BY seq LIMIT ?`,
  )
  return (after, most) => page.all(after, most).map(row => toStoredEvent(toRow(row, file), file))
}

/** The page is of trades; a test fire is none, and only the statement counts it. */
const OF_TRADES = `kind = 'tradeClosed' AND trade_account = ? AND body ->> '$.trade.test' IS NULL`

type Asked<K extends Query['kind']> = Extract<Query, { kind: K }>

function tradesPage(database: Database, file: string, query: Asked<'tradesPage'>): TradesPage {
  const before = query.beforeSeq ?? Number.MAX_SAFE_INTEGER
  const rows = database
    .prepare<[AccountKind, number, number], RowInFile>(
      `SELECT ${COLUMNS} FROM event
       WHERE ${OF_TRADES} AND seq < ? ORDER BY seq DESC LIMIT ?`,
    )
    .all(query.account, before, query.limit + 1)
  const trades = rows.slice(0, query.limit).map(row => toTrade(row, file))
  const more = rows.length > query.limit
  return {
    trades,
    nextBeforeSeq: more ? (trades.at(-1)?.seq ?? null) : null,
    total: countTrades(database, query.account),
  }
}

function toTrade(row: RowInFile, file: string): TradesPage['trades'][number] {
  const { seq, event } = toStoredEvent(toRow(row, file), file)
  if (event.kind !== 'tradeClosed')
    throw new Error(`event ${seq} is ${event.kind}, its index says tradeClosed`)
  return { ...event.trade, seq }
}

function countTrades(database: Database, account: AccountKind): number {
  const count = database
    .prepare<[AccountKind], number>(`SELECT count(*) FROM event WHERE ${OF_TRADES}`)
    .pluck()
    .get(account)
  return count ?? 0
}

type Ends = Readonly<{
  trades: number
  hasOrders: 0 | 1
  firstMs: LedgerSummary['firstMs']
  lastMs: LedgerSummary['lastMs']
}>

function ledgerSummary(database: Database): LedgerSummary {
  const head = readHead(database)
  const ends = database
    .prepare<[], Ends>(
      `SELECT (SELECT count(*) FROM event WHERE kind = 'tradeClosed') AS trades,
              EXISTS (SELECT 1 FROM event INDEXED BY order_story WHERE ${OF_A_STORY} AND kind = 'orderRecorded') AS hasOrders,
              (SELECT wall_ms FROM event ORDER BY seq LIMIT 1) AS firstMs,
              (SELECT wall_ms FROM event ORDER BY seq DESC LIMIT 1) AS lastMs`,
    )
    .get()
  return {
    events: head.events,
    headHash: head.hash,
    trades: ends?.trades ?? 0,
    hasOrders: ends?.hasOrders === 1,
    firstMs: ends?.firstMs ?? null,
    lastMs: ends?.lastMs ?? null,
  }
}
