import type { Database } from 'better-sqlite3'
import { EngineEvent, type StoredEvent } from '../../contracts/events.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { LedgerFault } from '../../ports/ledger.ts'
import { breakOf, EMPTY_HEAD, type Head, type Row } from './chain.ts'
import { unpacked, type Packing } from './packing/pack.ts'

/** Rows read at once. Between two pages the connection is free, so a reader may append while it reads. */
const PAGE = 1_000

/** An event as it lies in the file. */
export type RowInFile = Omit<Row, 'body'> & Packing

/** The columns of a `RowInFile`. */
export const COLUMNS = 'seq, wall_ms AS wallMs, body, packed, hash'

export type PageOfRows = (afterSeq: number, limit: number) => readonly Row[]

export function preparePage(database: Database, file: string): PageOfRows {
  const page = database.prepare<[number, number], RowInFile>(
    `SELECT ${COLUMNS} FROM event WHERE seq > ? ORDER BY seq LIMIT ?`,
  )
  return (afterSeq, limit) => page.all(afterSeq, limit).map(row => toRow(row, file))
}

/** The row with its text, which is what the chain is over. */
export function toRow({ seq, wallMs, hash, ...packing }: RowInFile, file: string): Row {
  const body = unpacked(packing)
  if (body === null) throw brokenChain(seq, 'cannot be unpacked: it was changed after it was stored', file)
  return { seq, wallMs, body, hash }
}

/** Number and hash of the last event. Numbers have no holes, so the last one's is the count. */
export function readHead(database: Database): Head {
  const last = database
    .prepare<[], Head>('SELECT seq AS events, hash FROM event ORDER BY seq DESC LIMIT 1')
    .get()
  return last ?? EMPTY_HEAD
}

/** Number and hash of event `seq`; null when there is none. */
export function readHeadAt(database: Database, seq: number): Head | null {
  const row = database.prepare<[number], Head>('SELECT seq AS events, hash FROM event WHERE seq = ?').get(seq)
  return row ?? null
}

/** The rows after `from`, in order, each checked against the one before it. */
export function* chainedRows(page: PageOfRows, from: Head, file: string): Generator<Row> {
  let head = from
  for (;;) {
    const rows = chainedPage(page, head, PAGE, file)
    yield* rows
    head = headOfRows(rows, head)
    if (rows.length < PAGE) return
  }
}

/** At most `most` rows after `from`, each checked against the one before it. */
export function chainedPage(page: PageOfRows, from: Head, most: number, file: string): readonly Row[] {
  const rows = page(from.events, most)
  let head = from
  for (const row of rows) {
    const broken = breakOf(row, head)
    if (broken !== null) throw brokenChain(row.seq, broken, file)
    head = { events: row.seq, hash: row.hash }
  }
  return rows
}

/** Where a chain stands after `rows`, which follow `from`. */
export function headOfRows(rows: readonly Row[], from: Head): Head {
  const last = rows.at(-1)
  return last === undefined ? from : { events: last.seq, hash: last.hash }
}

/** Reads a stored event back through its contract: what a disk returns is not trusted. */
export function toStoredEvent(row: Row, file: string): StoredEvent {
  const event = EngineEvent.safeParse(jsonOf(row, file))
  if (event.success)
    return { seq: row.seq, wallMs: EpochMs.parse(row.wallMs), event: event.data, hash: row.hash }
  const issue = event.error.issues[0]
  throw unreadable(row, file, `${issue?.path.join('.')}: ${issue?.message}`, event.error)
}

function jsonOf(row: Row, file: string): unknown {
  try {
    return JSON.parse(row.body)
  } catch (cause) {
    throw unreadable(row, file, 'not JSON', cause)
  }
}

function unreadable(row: Row, file: string, what: string, cause: unknown): LedgerFault {
  const text = `Event ${row.seq} of ${file} is not what a ledger holds (${what}). Put back a backup of the file`
  return new LedgerFault('CORRUPT', text, { cause })
}

function brokenChain(seq: number, broken: string, file: string): LedgerFault {
  return new LedgerFault(
    'CHAIN_BROKEN',
    `Event ${seq} of ${file} ${broken}. Put back a backup of the file, or move it away to begin a new ledger`,
  )
}
