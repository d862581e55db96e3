import type { LedgerReader } from '../../../adapters/ledger/index.ts'
import type { AccountKind } from '../../../contracts/primitives.ts'
import type { StoredEvent } from '../../../contracts/events.ts'
import type { LedgerHead } from '../../../ports/ledger.ts'
import type { ExportFlags } from '../ledger-command.ts'
import { StatementBook } from './statement.ts'
import { statementPage } from './statement-page.ts'
import { TRADES_HEADER, tradeRow } from './trades-csv.ts'

const PAGE = 1_000
const START: LedgerHead = { events: 0, hash: '0'.repeat(64) }

/** The parts of an export, in order, each made when it is asked for. */
export function exported(
  format: ExportFlags['format'],
  account: AccountKind | null,
  reader: LedgerReader,
  nowMs: number,
): Iterable<string> {
  switch (format) {
    case 'json':
      return events(reader)
    case 'csv':
      return trades(reader, account)
    case 'statement':
      return statement(reader, account, nowMs)
  }
}

/** Exactly as they are stored, so that anyone can follow the chain. */
function* events(reader: LedgerReader): Generator<string> {
  let head = START
  for (let rows = reader.rows(head, PAGE); rows.length > 0; rows = reader.rows(head, PAGE))
    for (const { seq, wallMs, hash, body } of rows) {
      yield `{"seq":${seq},"wallMs":${wallMs},"hash":"${hash}","event":${body}}\n`
      head = { events: seq, hash }
    }
}

function* trades(reader: LedgerReader, account: AccountKind | null): Generator<string> {
  yield TRADES_HEADER
  for (const { event } of all(reader))
    if (event.kind === 'tradeClosed' && (account === null || event.trade.kind === account))
      yield tradeRow(event.trade)
}

function* statement(reader: LedgerReader, account: AccountKind | null, nowMs: number): Generator<string> {
  const book = new StatementBook(account)
  for (const { event } of all(reader)) book.add(event)
  yield statementPage(book.accounts(), nowMs)
}

function* all(reader: LedgerReader): Generator<StoredEvent> {
  let head = START
  for (let page = reader.after(head, PAGE); page.length > 0; page = reader.after(head, PAGE))
    for (const stored of page) {
      yield stored
      head = { events: stored.seq, hash: stored.hash }
    }
}
