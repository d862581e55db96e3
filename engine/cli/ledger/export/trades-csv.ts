import type { ClosedTrade } from '../../../contracts/mission.ts'
import { csvRow } from '../../../domain/spreadsheet/csv-row.ts'
import { utcTime } from '../../../domain/spreadsheet/utc-time.ts'

export const TRADES_HEADER = csvRow([
  'account', 'terminal', 'pair', 'side', 'lots', 'opened_utc', 'open', 'stop', 'target', 'closed_utc', 'close', 'reason', 'pips', 'net',
  'risk', 'r', 'order', 'deal_in', 'deal_out',
]) // prettier-ignore

/** One closed trade; money in the account's currency, prices as the terminal has them. */
export function tradeRow(trade: ClosedTrade): string {
  const price = (points: number) => Number((points / 10 ** trade.digits).toFixed(trade.digits))
  const { kind, terminal, pair, side, lots, open, stop, target, close, reason, pips, r } = trade
  return csvRow([
    kind, terminal, pair, side, lots, utcTime(trade.openMs), price(open), price(stop), price(target), utcTime(trade.closeMs), price(close), reason,
    pips, trade.netCents / 100, trade.riskCents / 100, Number(r.toFixed(4)), trade.order, trade.dealIn, trade.dealOut,
  ]) // prettier-ignore
}
