import { emptyBar, emptyTick, type Format, type ParseContext, type RowParser } from './format.ts'

export type TimeRow = { timeMs: number }

/** Reads the time of a row of any format, and judges the row as its own parser does. */
export function timeParser(format: Format, context: ParseContext): RowParser<TimeRow> {
  if (format.kind === 'ticks') {
    const parse = format.parser(context)
    const tick = emptyTick()
    return (reader, row) => {
      const fault = parse(reader, tick)
      row.timeMs = tick.timeMs
      return fault
    }
  }
  const parse = format.parser(context)
  const bar = emptyBar()
  return (reader, row) => {
    const fault = parse(reader, bar)
    row.timeMs = bar.openMs
    return fault
  }
}
