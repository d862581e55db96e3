import { NO_NUMBER } from '../rows/row-reader.ts'
import { TAB } from './bytes.ts'
import { readBarPrices } from './bar-prices.ts'
import { colonTime, dottedDays } from './date-time.ts'
import type { BarFormat } from './format.ts'

const COLUMNS = ['DATE', 'TIME', 'OPEN', 'HIGH', 'LOW', 'CLOSE', 'TICKVOL', 'VOL', 'SPREAD']

/** Bars as MetaTrader 5 exports them (Symbols → Bars → Export): bid prices, server time, spread in points. */
export const mt5Bars: BarFormat = {
  kind: 'bars',
  name: 'MetaTrader 5 bars',
  shape: `${COLUMNS.map(name => `<${name}>`).join(' ')}, separated by tabs`,
  headerRows: 1,
  isRow: line => line === COLUMNS.map(name => `<${name}>`).join('\t'),
  separator: '\t',
  priceColumns: [2, 3, 4, 5],
  clock: 'server',

  parser: ({ digits, printedDigits, toUtc }) => {
    const readDay = dottedDays()
    const pointFactor = 10 ** (digits - printedDigits)
    return (reader, row) => {
      const dayMs = readDay(reader)
      if (dayMs === NO_NUMBER || !reader.take(TAB)) return 'BAD_TIME'
      const timeMs = colonTime(reader)
      if (timeMs === NO_NUMBER) return 'BAD_TIME'
      row.openMs = toUtc(dayMs + timeMs)
      const fault = readBarPrices(reader, row, digits, TAB)
      if (fault !== null) return fault
      if (!reader.take(TAB)) return 'BAD_ROW'
      row.ticks = reader.integer()
      if (!reader.take(TAB)) return 'BAD_ROW'
      const volume = reader.integer()
      if (!reader.take(TAB)) return 'BAD_ROW'
      const spread = reader.integer()
      row.spread = spread * pointFactor
      const whole = row.ticks !== NO_NUMBER && volume !== NO_NUMBER && spread !== NO_NUMBER
      return whole && reader.endRow() ? null : 'BAD_ROW'
    }
  },
}
