import type { StoredEvent } from '../../contracts/events.ts'
import { LedgerFault, type LedgerHead } from '../../ports/ledger.ts'
import { faulting, openReadOnly, type DatabaseFile } from '../sqlite/index.ts'
import type { Row } from './chain.ts'
import { chainedPage, headOfRows, preparePage, readHead, readHeadAt, toStoredEvent } from './event-rows.ts'
import { LEDGER_SCHEMA } from './ledger-schema.ts'

/** Reads the ledger a piece at a time, beside its writer. Throws `LedgerFault` where it cannot be trusted. */
export interface LedgerReader {
  /** At most `most` events after `from`, checked against the chain. */
  after(from: LedgerHead, most: number): readonly StoredEvent[]
  /** The same as they lie on disk. */
  rows(from: LedgerHead, most: number): readonly Row[]
  /** Where the chain stands after at most `most` events after `from`, without reading what they say. */
  checked(from: LedgerHead, most: number): LedgerHead
  head(): LedgerHead
  hashAt(seq: number): string | null
  close(): void
}

/** Opens `ledger.db` for reading. The engine must have opened it before. */
export function openLedgerReader({ file, binding }: DatabaseFile): LedgerReader {
  const database = openReadOnly({ file, binding, schema: LEDGER_SCHEMA, Fault: LedgerFault })
  const place = { file, what: LEDGER_SCHEMA.what, Fault: LedgerFault }
  const page = preparePage(database, file)
  const rows = (from: LedgerHead, most: number) => faulting(place, () => chainedPage(page, from, most, file))
  return {
    rows,
    after: (from, most) => rows(from, most).map(row => toStoredEvent(row, file)),
    checked: (from, most) => headOfRows(rows(from, most), from),
    head: () => faulting(place, () => readHead(database)),
    hashAt: seq => faulting(place, () => readHeadAt(database, seq))?.hash ?? null,
    close: () => database.close(),
  }
}
