import type { Pair } from '../../../contracts/pairs.ts'
import type { ServerClock } from '../clock/server-clock.ts'
import type { FilePart } from '../files/file-part.ts'
import type { Format, ParseContext } from '../formats/format.ts'

/** One file that was recognised. */
export type SeriesFile = Readonly<{
  part: FilePart
  format: Format
  printedDigits: number
  /** Decimals without the zeros at the end. */
  meantDigits: number
  dayMs: number
  toUtc: ServerClock
  /** Time of the first good row, by which the files of one pair are put in order. */
  firstMs: number
}>

/** All files of one pair, oldest first. */
export type Series = Readonly<{ pair: Pair; digits: number; files: readonly SeriesFile[] }>

export function contextOf({ printedDigits, dayMs, toUtc }: SeriesFile, digits: number): ParseContext {
  return { digits, printedDigits, dayMs, toUtc }
}
