import type { DebriefQuery } from '../../contracts/debrief.ts'
import type { DebriefBook } from '../../domain/debrief/debrief-book.ts'
import { tradeLines, type TradeLine } from '../../domain/debrief/trade-table.ts'
import { csvRow } from '../ledger/export/cells.ts'
import { utc } from '../ledger/export/trades-csv.ts'

const HEADER = csvRow([
  'account', 'opened_utc', 'closed_utc', 'pair', 'side', 'setup', 'session', 'regime', 'shield', 'reason', 'lots', 'net', 'r', 'risk_pct',
  'said_p', 'promised_r', 'against_r', 'for_r',
]) // prettier-ignore

/** The trades of some debriefs, header first; money in the account's currency. */
export function tradesTable(book: DebriefBook, queries: readonly DebriefQuery[]): string[] {
  const rows = queries.flatMap(query => [...tradeLines(book, query)].map(line => rowOf(query.account, line)))
  return [HEADER, ...rows]
}

function rowOf(account: string, { keys, openMs, closeMs, netCents, lots, ...line }: TradeLine): string {
  const short = (value: number | null) => (value === null ? null : Number(value.toFixed(4)))
  return csvRow([
    account, utc(openMs ?? 0), utc(closeMs ?? 0), keys.pair, keys.side, keys.setup, keys.session, keys.regime, keys.shield, keys.reason,
    lots, (netCents ?? 0) / 100, short(line.r), short(line.riskPct), short(line.p), short(line.promisedR), short(line.maeR), short(line.mfeR),
  ]) // prettier-ignore
}
