import { NO_NUMBER } from '../rows/row-reader.ts'
import { COMMA } from './bytes.ts'
import type { TickFormat } from './format.ts'

const DAY_MS = 86_400_000

/** Forex quotes as LEAN keeps them: one file a UTC day. https://www.quantconnect.com/docs */
export const leanQuotes: TickFormat = {
  kind: 'ticks',
  name: 'LEAN quotes',
  shape: 'ms since midnight,bid,ask',
  headerRows: 0,
  isRow: line => /^\d{1,8},\d+(\.\d+)?,\d+(\.\d+)?$/.test(line),
  separator: ',',
  priceColumns: [1, 2],
  clock: 'dayInName',

  parser:
    ({ digits, dayMs }) =>
    (reader, row) => {
      const ms = reader.integer()
      if (ms === NO_NUMBER || !reader.take(COMMA)) return 'BAD_ROW'
      row.bid = reader.price(digits)
      if (row.bid === NO_NUMBER) return 'BAD_PRICE'
      if (!reader.take(COMMA)) return 'BAD_ROW'
      row.ask = reader.price(digits)
      if (row.ask === NO_NUMBER) return 'BAD_PRICE'
      row.timeMs = dayMs + ms
      if (!reader.endRow()) return 'BAD_ROW'
      return ms < DAY_MS ? null : 'BAD_TIME'
    },
}
