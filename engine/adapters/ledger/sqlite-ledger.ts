import type { Database } from 'better-sqlite3'
import type { EngineEvent, StoredEvent } from '../../contracts/events.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { LedgerFault, type Ledger, type LedgerHead } from '../../ports/ledger.ts'
import {
  faulting,
  lengthenLog,
  openDatabase,
  sqliteCodeOf,
  type DatabaseFile,
  type Place,
} from '../sqlite/index.ts'
import { EMPTY_HEAD, headAfter, seal, type Head, type Sealed } from './chain.ts'
import {
  chainedRows,
  preparePage,
  readHead,
  readHeadAt,
  toStoredEvent,
  type RowInFile,
} from './event-rows.ts'
import { LEDGER_SCHEMA } from './ledger-schema.ts'
import { packed } from './packing/pack.ts'

/** Events checked against the chain when the file is opened. The rest are checked as `all` reads them. */
const CHECKED_AT_OPEN = 1_000

/** A ledger in a file, where any event's hash can be looked up. */
export interface LedgerFile extends Ledger {
  /** Hash of event number `seq`, as it is stored; null when there is none. */
  hashAt(seq: number): string | null
}

/** Opens `ledger.db`, or creates it. Throws `LedgerFault` when the file is newer, locked, damaged or not ours. */
export function openLedger({ file, binding }: DatabaseFile): LedgerFile {
  const database = openDatabase({
    file,
    binding,
    schema: LEDGER_SCHEMA,
    synchronous: 'FULL',
    Fault: LedgerFault,
  })
  try {
    const place: Place = { file, what: LEDGER_SCHEMA.what, Fault: LedgerFault }
    faulting(place, () => lengthenLog(database, place))
    return ledgerOver(database, file)
  } catch (cause) {
    database.close()
    throw cause
  }
}

/** A ledger over a connection that is open already and has the ledger's schema. */
export function ledgerOver(database: Database, file: string): LedgerFile {
  return new SqliteLedger(database, file)
}

class SqliteLedger implements LedgerFile {
  readonly #database: Database
  readonly #place: Place
  readonly #insertAll: (rows: readonly RowInFile[]) => void
  #head: Head

  constructor(database: Database, file: string) {
    this.#database = database
    this.#place = { file, what: LEDGER_SCHEMA.what, Fault: LedgerFault }
    this.#insertAll = prepareInsert(database)
    this.#head = faulting(this.#place, () => this.#checkTail())
  }

  append(events: readonly EngineEvent[], wallMs: EpochMs): readonly StoredEvent[] {
    const sealed = seal(events, this.#head, wallMs)
    if (sealed.length > 0) this.#store(sealed.map(inFile))
    this.#head = headAfter(this.#head, sealed)
    return sealed.map(({ stored }) => stored)
  }

  *all(from: LedgerHead = EMPTY_HEAD): Iterable<StoredEvent> {
    const { file } = this.#place
    const rows = chainedRows(preparePage(this.#database, file), from, file)
    for (;;) {
      const next = faulting(this.#place, () => rows.next())
      if (next.done === true) return
      yield toStoredEvent(next.value, file)
    }
  }

  head(): LedgerHead {
    return this.#head
  }

  hashAt(seq: number): string | null {
    return faulting(this.#place, () => readHeadAt(this.#database, seq))?.hash ?? null
  }

  close(): void {
    this.#database.close()
  }

  #store(rows: readonly RowInFile[]): void {
    try {
      faulting(this.#place, () => this.#insertAll(rows))
    } catch (cause) {
      throw constraintFaultOf(cause, this.#place.file) ?? cause
    }
  }

  #checkTail(): Head {
    const { file } = this.#place
    const head = readHead(this.#database)
    const before = readHeadAt(this.#database, head.events - CHECKED_AT_OPEN) ?? EMPTY_HEAD
    const rows = chainedRows(preparePage(this.#database, file), before, file)
    while (rows.next().done !== true);
    return head
  }
}

const inFile = ({ row: { body, ...rest }, stored }: Sealed): RowInFile => ({
  ...rest,
  ...packed(stored.event, body),
})

function prepareInsert(database: Database): (rows: readonly RowInFile[]) => void {
  const insert = database.prepare<RowInFile>(
    'INSERT INTO event (seq, wall_ms, body, packed, hash) VALUES (@seq, @wallMs, @body, @packed, @hash)',
  )
  const insertAll = database.transaction((rows: readonly RowInFile[]) => {
    for (const row of rows) insert.run(row)
  })
  return rows => insertAll.immediate(rows)
}

/** What our own constraints caught: a fill told twice, and a second program that writes the same file. */
function constraintFaultOf(cause: unknown, file: string): LedgerFault | null {
  switch (sqliteCodeOf(cause)) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
      return new LedgerFault(
        'DUPLICATE_DEAL',
        `A deal of this batch is in ${file} already: nothing was added`,
        { cause },
      )
    case 'SQLITE_CONSTRAINT_TRIGGER':
      return new LedgerFault(
        'LOCKED',
        `Another program wrote to ${file} since it was opened. Close that one, then start BITTEN again`,
        { cause },
      )
    default:
      return null
  }
}
