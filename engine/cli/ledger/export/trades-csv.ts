import type { ClosedTrade } from '../../../contracts/mission.ts'
import { csvRow } from './cells.ts'

export const TRADES_HEADER = csvRow([
  'account', 'terminal', 'pair', 'side', 'lots', 'opened_utc', 'open', 'stop', 'target', 'closed_utc', 'close', 'reason', 'pips', 'net',
  'risk', 'r', 'order', 'deal_in', 'deal_out',
]) // prettier-ignore

/** One closed trade; money in the account's currency, prices as the terminal has them. */
export function tradeRow(trade: ClosedTrade): string {
  const price = (points: number) => Number((points / 10 ** trade.digits).toFixed(trade.digits))
  const { kind, terminal, pair, side, lots, open, stop, target, close, reason, pips, r } = trade
  return csvRow([
    kind, terminal, pair, side, lots, utc(trade.openMs), price(open), price(stop), price(target), utc(trade.closeMs), price(close), reason,
    pips, trade.netCents / 100, trade.riskCents / 100, Number(r.toFixed(4)), trade.order, trade.dealIn, trade.dealOut,
  ]) // prettier-ignore
}

/** 2026-11-22 17:50:01, which every spreadsheet reads as a time. */
export const utc = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
