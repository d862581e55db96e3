import { NO_KEY, type DebriefTrades, type DebriefTradesQuery } from '../../contracts/debrief.ts'
import { csvRow } from '../spreadsheet/csv-row.ts'
import { utcTime } from '../spreadsheet/utc-time.ts'
import type { DebriefBook } from './debrief-book.ts'
import { tradeLines, type TradeLine } from './trade-table.ts'

/** `_r` is in R, after all costs; `worst_against` and `best_for` are the excursions before the end; what nobody knows is empty. */
const HEADER = csvRow([
  'account', 'opened_utc', 'closed_utc', 'pair', 'side', 'setup', 'session', 'regime', 'shield', 'closed_by', 'lots',
  'net_account_currency', 'result_r', 'risk_pct_of_equity', 'probability_of_target', 'promised_r', 'worst_against_r', 'best_for_r',
]) // prettier-ignore

/** The trades of some debriefs as the rows of a CSV file (RFC 4180), header first. */
export function tradesCsv(
  book: DebriefBook,
  chosen: readonly Omit<DebriefTradesQuery, 'kind'>[],
): readonly string[] {
  const rows = chosen.flatMap(each => Array.from(tradeLines(book, each), line => rowOf(each.account, line)))
  return [HEADER, ...rows]
}

/** The same as one file. */
export function tradesOf(book: DebriefBook, query: DebriefTradesQuery): DebriefTrades {
  const rows = tradesCsv(book, [query])
  return { csv: rows.join(''), trades: rows.length - 1 }
}

function rowOf(account: string, { keys, openMs, closeMs, netCents, lots, ...line }: TradeLine): string {
  const time = (atMs: number | null) => (atMs === null ? null : utcTime(atMs))
  const word = (key: string) => (key === NO_KEY ? null : key)
  const short = (value: number | null) => (value === null ? null : Number(value.toFixed(4)))
  return csvRow([
    account, time(openMs), time(closeMs), keys.pair, keys.side, word(keys.setup), word(keys.session), word(keys.regime),
    word(keys.shield), word(keys.reason), lots, netCents === null ? null : netCents / 100, short(line.r), short(line.riskPct),
    short(line.p), short(line.promisedR), short(line.maeR), short(line.mfeR),
  ]) // prettier-ignore
}
