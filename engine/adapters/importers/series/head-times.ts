import type { Format, ParseContext } from '../formats/format.ts'
import { timeParser } from '../formats/time-parser.ts'
import { Unusable } from '../refusal.ts'
import { RowReader } from '../rows/row-reader.ts'

const MINUTE_MS = 60_000
/** Fewer bars than this may well lie more than a minute apart. */
const ENOUGH_BARS = 10

/** Times of the good rows among a file's first lines; throws when there is none. */
export function headTimes(
  lines: readonly string[],
  label: string,
  format: Format,
  context: ParseContext,
): readonly [number, ...number[]] {
  const reader = new RowReader()
  reader.load(Buffer.from(lines.join('\n'), 'latin1'))
  const parse = timeParser(format, context)
  const row = { timeMs: 0 }
  const times: number[] = []
  let bad = ''
  while (reader.nextRow()) {
    if (reader.row <= format.headerRows) continue
    if (parse(reader, row) === null) times.push(row.timeMs)
    else bad ||= `: row ${reader.row} is "${reader.rowText()}"`
  }
  const [first, ...rest] = times
  if (first !== undefined) return [first, ...rest]
  throw new Unusable(
    bad === '' ? 'EMPTY_FILE' : 'UNKNOWN_FORMAT',
    `${label} has no row that can be used${bad}. Expected ${format.shape}`,
  )
}

/** Throws when bars lie further apart than a minute: nothing smaller can be made of them. */
export function assertOneMinute(times: readonly number[], label: string): void {
  if (times.length < ENOUGH_BARS) return
  const steps = times.slice(1).map((timeMs, index) => timeMs - (times[index] ?? timeMs))
  const smallest = Math.min(...steps.filter(step => step > 0))
  if (smallest <= MINUTE_MS) return
  throw new Unusable(
    'NOT_ONE_MINUTE',
    `${label} holds bars of ${smallest / MINUTE_MS} minutes. Export one-minute bars (M1)`,
  )
}
