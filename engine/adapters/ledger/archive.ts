import type { Database } from 'better-sqlite3'
import { unreachable } from '../../contracts/primitives.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import type { EventKind, StoredEvent } from '../../contracts/events.ts'
import type { Answers, EquityCurve, LedgerSummary, Query, TradesPage } from '../../contracts/queries.ts'
import { LedgerFault } from '../../ports/ledger.ts'
import { faulting, openReadOnly, type DatabaseFile, type Place } from '../sqlite/index.ts'
import { equityCurveOf, type TradeResult } from './equity-curve.ts'
import { COLUMNS, readHead, toRow, toStoredEvent, type RowInFile } from './event-rows.ts'
import { LEDGER_SCHEMA } from './ledger-schema.ts'

/** What is read off the table. What is worked out from the events is not asked here. */
export type TableQuery = Exclude<Query, { kind: 'executionCosts' }>

/** Answers questions about the ledger over a connection that cannot write. */
export interface Archive {
  answer(query: TableQuery): Answers[TableQuery['kind']]
  /** The stored events of these kinds, oldest first, one at a time. */
  events(kinds: readonly EventKind[]): Iterable<StoredEvent>
  close(): void
}

/** Opens `ledger.db` for reading. The engine must have opened it before. Throws `LedgerFault`. */
export function openArchive({ file, binding }: DatabaseFile): Archive {
  const database = openReadOnly({ file, binding, schema: LEDGER_SCHEMA, Fault: LedgerFault })
  const place = { file, what: LEDGER_SCHEMA.what, Fault: LedgerFault }
  return {
    answer: query => faulting(place, () => answer(database, file, query)),
    events: kinds => eventsOf(database, place, kinds),
    close: () => database.close(),
  }
}

function answer(database: Database, file: string, query: TableQuery): Answers[TableQuery['kind']] {
  switch (query.kind) {
    case 'tradesPage':
      return tradesPage(database, file, query)
    case 'equityCurve':
      return equityCurve(database, query)
    case 'ledgerSummary':
      return ledgerSummary(database)
    default:
      return unreachable(query)
  }
}

/** Pages, so that the memory it takes does not grow with the ledger. */
const PAGE = 1_000

function* eventsOf(database: Database, place: Place, kinds: readonly EventKind[]): Generator<StoredEvent> {
  const page = faulting(place, () =>
    database.prepare<[number, ...EventKind[]], RowInFile>(
      `SELECT ${COLUMNS} FROM event
       WHERE seq > ? AND kind IN (${kinds.map(() => '?').join(', ')}) ORDER BY seq LIMIT ${PAGE}`,
    ),
  )
  for (let after = 0; ;) {
    const rows = faulting(place, () => page.all(after, ...kinds))
    for (const row of rows) yield toStoredEvent(toRow(row, place.file), place.file)
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last.seq
  }
}

type Asked<K extends Query['kind']> = Extract<Query, { kind: K }>

function tradesPage(database: Database, file: string, query: Asked<'tradesPage'>): TradesPage {
  const before = query.beforeSeq ?? Number.MAX_SAFE_INTEGER
  const rows = database
    .prepare<[AccountKind, number, number], RowInFile>(
      `SELECT ${COLUMNS} FROM event
       WHERE kind = 'tradeClosed' AND trade_account = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
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
    .prepare<[AccountKind], number>(
      `SELECT count(*) FROM event WHERE kind = 'tradeClosed' AND trade_account = ?`,
    )
    .pluck()
    .get(account)
  return count ?? 0
}

function equityCurve(database: Database, query: Asked<'equityCurve'>): EquityCurve {
  const trades = database
    .prepare<[AccountKind], TradeResult>(
      `SELECT trade_close_ms AS closeMs, trade_net_cents AS netCents, trade_r AS r FROM event
       WHERE kind = 'tradeClosed' AND trade_account = ? ORDER BY seq`,
    )
    .all(query.account)
  return equityCurveOf(trades, query.points)
}

type Ends = Readonly<{ trades: number; firstMs: LedgerSummary['firstMs']; lastMs: LedgerSummary['lastMs'] }>

function ledgerSummary(database: Database): LedgerSummary {
  const head = readHead(database)
  const ends = database
    .prepare<[], Ends>(
      `SELECT (SELECT count(*) FROM event WHERE kind = 'tradeClosed') AS trades,
              (SELECT wall_ms FROM event ORDER BY seq LIMIT 1) AS firstMs,
              (SELECT wall_ms FROM event ORDER BY seq DESC LIMIT 1) AS lastMs`,
    )
    .get()
  return {
    events: head.events,
    headHash: head.hash,
    trades: ends?.trades ?? 0,
    firstMs: ends?.firstMs ?? null,
    lastMs: ends?.lastMs ?? null,
  }
}
