import type { Format } from './format.ts'
import { histdataBars } from './histdata-bars.ts'
import { leanQuotes } from './lean-quotes.ts'
import { mt5Bars } from './mt5-bars.ts'
import { mt5Ticks } from './mt5-ticks.ts'

export const FORMATS: readonly Format[] = [leanQuotes, mt5Ticks, mt5Bars, histdataBars]

/** A stray line at the top does not hide the format of the rest. */
const LINES_LOOKED_AT = 20

/** The format that most of the first lines are in, told by content alone; null when no line is in any. */
export function sniff(lines: readonly string[]): Format | null {
  const counted = FORMATS.map(format => ({ format, fits: fitsOf(format, lines) }))
  const best = counted.reduce((a, b) => (b.fits > a.fits ? b : a))
  return best.fits > 0 ? best.format : null
}

function fitsOf({ headerRows, isRow }: Format, lines: readonly string[]): number {
  if (headerRows > 0) return isRow(lines[0] ?? '') ? LINES_LOOKED_AT : 0
  return lines.slice(0, LINES_LOOKED_AT).filter(isRow).length
}

/** What was found instead of a known format, in words that come after a file's name. */
export function describeUnknown(lines: readonly string[]): string {
  const first = lines[0] ?? ''
  const separator = ['\t', ';', ','].find(mark => first.includes(mark))
  const columns = separator === undefined ? 1 : first.split(separator).length
  const shown = first.slice(0, 60).replace(/[^\x20-\x7e]/g, ' ')
  const known = FORMATS.map(({ name, shape }) => `${name} (${shape})`).join('; ')
  return `is in no format that is known here: row 1 has ${columns} column${columns === 1 ? '' : 's'}, "${shown}". Known are ${known}`
}
