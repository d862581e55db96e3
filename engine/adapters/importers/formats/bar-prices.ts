import { NO_NUMBER, type RowReader } from '../rows/row-reader.ts'
import type { BarRow, RowFault } from './format.ts'

/** Reads open, high, low and close, each after a separator, and checks that the extremes hold the others. */
export function readBarPrices(
  reader: RowReader,
  row: BarRow,
  digits: number,
  separator: number,
): RowFault | null {
  for (const name of ['open', 'high', 'low', 'close'] as const) {
    if (!reader.take(separator)) return 'BAD_ROW'
    row[name] = reader.price(digits)
    if (row[name] === NO_NUMBER) return 'BAD_PRICE'
  }
  const { open, high, low, close } = row
  return low <= Math.min(open, close) && high >= Math.max(open, close) ? null : 'BAD_BAR'
}
