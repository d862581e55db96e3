import type { RowReader } from '../rows/row-reader.ts'
import type { ServerClock } from '../clock/server-clock.ts'

/** Why one row is left out. */
export type RowFault =
  'BAD_ROW' | 'BAD_TIME' | 'BAD_PRICE' | 'BAD_BAR' | 'CROSSED' | 'OUT_OF_ORDER' | 'DUPLICATE' | 'INCOMPLETE'

/** Filled again for every row, so that millions of rows make no garbage. Times are UTC ms, prices points. */
export type TickRow = { timeMs: number; bid: number; ask: number }
export type BarRow = {
  openMs: number
  open: number
  high: number
  low: number
  close: number
  ticks: number
  spread: number
}

/** Fills `row` from the row that the reader stands on. */
export type RowParser<Row> = (reader: RowReader, row: Row) => RowFault | null

/** What a parser has to know about its file. */
export type ParseContext = Readonly<{
  /** Digits of the points to make. */
  digits: number
  /** Decimals that the file's own prices are written with. */
  printedDigits: number
  /** Start of the UTC day in the file's name, for formats that write the time of day only. */
  dayMs: number
  toUtc: ServerClock
}>

type AnyFormat = Readonly<{
  name: string
  /** The columns, as a person would write them. */
  shape: string
  /** Rows before the first one with data. */
  headerRows: number
  /** Whether a line of text is data of this format; for a format with a header, whether it is that header. */
  isRow: (line: string) => boolean
  separator: string
  /** Places of the columns that hold prices, counted from 0. */
  priceColumns: readonly number[]
  /** Where its times come from: the day in the name (UTC), the broker's server, or the American east coast. */
  clock: 'dayInName' | 'server' | 'eastern'
}>

export type TickFormat = AnyFormat &
  Readonly<{ kind: 'ticks'; parser: (context: ParseContext) => RowParser<TickRow> }>
export type BarFormat = AnyFormat &
  Readonly<{ kind: 'bars'; parser: (context: ParseContext) => RowParser<BarRow> }>
export type Format = TickFormat | BarFormat

export const emptyTick = (): TickRow => ({ timeMs: 0, bid: 0, ask: 0 })
export const emptyBar = (): BarRow => ({ openMs: 0, open: 0, high: 0, low: 0, close: 0, ticks: 0, spread: 0 })
