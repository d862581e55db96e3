import type { RowFault, RowParser } from '../formats/format.ts'
import type { FaultTally } from '../checks/fault-tally.ts'
import type { FilePart } from '../files/file-part.ts'
import { RowReader } from './row-reader.ts'
import { wholeLines } from './whole-lines.ts'

export type RowsToRead<Row, Out> = Readonly<{
  part: FilePart
  headerRows: number
  parse: RowParser<Row>
  /** Filled again for every row. */
  row: Row
  /** Takes a row that was read well; what it says instead of null is why the row is left out after all. */
  take: (row: Row) => RowFault | null
  /** Hands over what was made of the rows taken so far. */
  cut: () => Iterable<Out>
  tally: FaultTally
}>

/**
 * Reads a part row by row, and passes on what was made of them after every block. A bad row is tallied with its number;
 * a part that turns out to be damaged is tallied and ends there.
 */
export async function* readRows<Row, Out>(rows: RowsToRead<Row, Out>): AsyncGenerator<Out> {
  const reader = new RowReader()
  try {
    for await (const block of wholeLines(rows.part.chunks())) {
      reader.load(block)
      readBlock(reader, rows)
      yield* rows.cut()
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const where = `${rows.part.label}:${reader.row}`
    rows.tally.drop('DAMAGED_FILE', where, `the rest of the file cannot be read: ${why}. Fetch it again`)
  }
}

function readBlock<Row>(
  reader: RowReader,
  { part, headerRows, parse, row, take, tally }: RowsToRead<Row, unknown>,
): void {
  while (reader.nextRow()) {
    if (reader.row <= headerRows) continue
    const fault = parse(reader, row) ?? take(row)
    if (fault !== null)
      tally.drop(fault, `${part.label}:${reader.row}`, `${MEANING[fault]}: "${reader.rowText()}"`)
  }
}

const MEANING: Readonly<Record<RowFault, string>> = {
  BAD_ROW: 'the columns are not the ones of the file',
  BAD_TIME: 'the time is none',
  BAD_PRICE: 'a price is no number above zero',
  BAD_BAR: 'high and low do not hold open and close',
  CROSSED: 'the bid is above the ask',
  OUT_OF_ORDER: 'the time is before the row above',
  DUPLICATE: 'the same as the row above',
  INCOMPLETE: 'one side has had no price yet',
}
