import { NO_NUMBER } from '../rows/row-reader.ts'
import { SEMICOLON, SPACE } from './bytes.ts'
import { readBarPrices } from './bar-prices.ts'
import { compactDays, compactTime } from './date-time.ts'
import type { BarFormat } from './format.ts'

/** One-minute bid bars of HistData ("Generic ASCII"), in the time of the American east coast. The volume is always 0. */
export const histdataBars: BarFormat = {
  kind: 'bars',
  name: 'HistData one-minute bars',
  shape: 'YYYYMMDD HHMMSS;open;high;low;close;volume',
  headerRows: 0,
  isRow: line => /^\d{8} \d{6}(;\d+(\.\d+)?){4};\d+$/.test(line),
  separator: ';',
  priceColumns: [1, 2, 3, 4],
  clock: 'eastern',

  parser: ({ digits, toUtc }) => {
    const readDay = compactDays()
    return (reader, row) => {
      const dayMs = readDay(reader)
      if (dayMs === NO_NUMBER || !reader.take(SPACE)) return 'BAD_TIME'
      const timeMs = compactTime(reader)
      if (timeMs === NO_NUMBER) return 'BAD_TIME'
      row.openMs = toUtc(dayMs + timeMs)
      const fault = readBarPrices(reader, row, digits, SEMICOLON)
      if (fault !== null) return fault
      if (!reader.take(SEMICOLON)) return 'BAD_ROW'
      row.ticks = reader.integer()
      row.spread = 0
      return row.ticks === NO_NUMBER || !reader.endRow() ? 'BAD_ROW' : null
    }
  },
}
