import { NO_NUMBER } from '../rows/row-reader.ts'
import { TAB } from './bytes.ts'
import { colonTime, dottedDays } from './date-time.ts'
import type { TickFormat } from './format.ts'

/** Until the first price of its side. */
const UNKNOWN = 0

/**
 * Ticks as MetaTrader 5 exports them (Symbols → Ticks → Export). A price that did not change is left blank: the one
 * before still holds. Times are the broker's server time.
 */
export const mt5Ticks: TickFormat = {
  kind: 'ticks',
  name: 'MetaTrader 5 ticks',
  shape: '<DATE> <TIME> <BID> <ASK> …, separated by tabs',
  headerRows: 1,
  isRow: line => /^<DATE>\t<TIME>\t<BID>\t<ASK>(\t|$)/.test(line),
  separator: '\t',
  priceColumns: [2, 3],
  clock: 'server',

  parser: ({ digits, toUtc }) => {
    const readDay = dottedDays()
    let bid = UNKNOWN
    let ask = UNKNOWN
    return (reader, row) => {
      const dayMs = readDay(reader)
      if (dayMs === NO_NUMBER || !reader.take(TAB)) return 'BAD_TIME'
      const timeMs = colonTime(reader)
      if (timeMs === NO_NUMBER || !reader.take(TAB)) return 'BAD_TIME'
      row.timeMs = toUtc(dayMs + timeMs)
      row.bid = reader.atFieldEnd(TAB) ? bid : reader.price(digits)
      if (row.bid === NO_NUMBER) return 'BAD_PRICE'
      if (!reader.take(TAB)) return 'BAD_ROW'
      row.ask = reader.atFieldEnd(TAB) ? ask : reader.price(digits)
      if (row.ask === NO_NUMBER) return 'BAD_PRICE'
      if (!reader.atFieldEnd(TAB)) return 'BAD_ROW'
      bid = row.bid
      ask = row.ask
      return bid === UNKNOWN || ask === UNKNOWN ? 'INCOMPLETE' : null
    }
  },
}
