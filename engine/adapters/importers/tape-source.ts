import path from 'node:path'
import type { Pair } from '../../contracts/pairs.ts'
import type { MinuteTape, SpreadSource, TapeReport, TapeRequest } from '../../ports/minute-tape.ts'
import type { DataFault } from '../../ports/tick-source.ts'
import { FaultTally } from './checks/fault-tally.ts'
import { emptyBar, emptyTick } from './formats/format.ts'
import { orRefusal, Unusable, type ImportRefusal } from './refusal.ts'
import { readRows } from './rows/read-rows.ts'
import { openSeries, pairsNamed } from './series/open-series.ts'
import { contextOf, type Series, type SeriesFile } from './series/series.ts'
import { hashOfFile } from './tape/file-hashes.ts'
import { TapeTaker } from './tape/tape-taker.ts'

export type TapeRead = Readonly<{ is: 'read'; tape: MinuteTape; report: TapeReport }>

/** The pairs of the files, in the order of the desk's list. */
export function pairsInFiles(
  files: readonly string[],
): Promise<Readonly<{ is: 'named'; pairs: readonly Pair[] }> | ImportRefusal> {
  return orRefusal(async () => ({ is: 'named', pairs: await pairsNamed(files) }))
}

/**
 * Reads everything that the files hold of one pair into columns: bars as they are, ticks as bars of a minute with the
 * spread of its first quote. Rows that cannot be used are left out and counted.
 */
export function readTape(
  { files, pair, serverTime }: TapeRequest,
  onFault: (fault: DataFault) => void = () => undefined,
): Promise<TapeRead | ImportRefusal> {
  return orRefusal(async () => {
    const tally = new FaultTally(onFault)
    const [series] = await openSeries({ files, pairs: [pair], serverTime }, tally)
    if (series === undefined) throw new Error(`the files of ${pair} were opened and are none`)
    const kind = kindOf(series)
    const taker = new TapeTaker(pair)
    for (const file of series.files) await readFile(file, series, taker, tally)
    const { columns, told } = taker.end()
    const spreadSource = spreadSourceOf(kind, columns.spread)
    const tape = { pair, digits: series.digits, ...columns, spreadSource }
    const report = {
      pair,
      files: await hashesOf(series),
      ...told,
      dropped: tally.dropped,
      faults: tally.samples,
    }
    return { is: 'read', tape, report }
  })
}

function kindOf({ pair, files }: Series): 'ticks' | 'bars' {
  const ticks = files.find(({ format }) => format.kind === 'ticks')
  const bars = files.find(({ format }) => format.kind === 'bars')
  if (ticks === undefined || bars === undefined) return ticks === undefined ? 'bars' : 'ticks'
  throw new Unusable(
    'TICKS_AND_BARS',
    `There are ticks of ${pair} in ${ticks.part.label} and bars in ${bars.part.label}. Give one of the two`,
  )
}

async function readFile(
  file: SeriesFile,
  { digits }: Series,
  taker: TapeTaker,
  tally: FaultTally,
): Promise<void> {
  const { part, format } = file
  const context = contextOf(file, digits)
  const rows = { part, headerRows: format.headerRows, tally, cut: () => [] }
  // Nothing is handed over on the way: the first answer is the end of the file.
  if (format.kind === 'bars')
    await readRows({
      ...rows,
      parse: format.parser(context),
      row: emptyBar(),
      take: bar => taker.bar(bar),
    }).next()
  else
    await readRows({
      ...rows,
      parse: format.parser(context),
      row: emptyTick(),
      take: tick => taker.tick(tick),
    }).next()
}

/** Bars that tell a spread of nothing in every minute tell none. */
function spreadSourceOf(kind: 'ticks' | 'bars', spread: Int32Array): SpreadSource {
  if (kind === 'ticks') return 'ticks'
  return spread.some(points => points > 0) ? 'bars' : 'none'
}

/** Named without their folder: the same file elsewhere is the same data. */
async function hashesOf({ files }: Series): Promise<TapeReport['files']> {
  const whole = [...new Set(files.map(({ part }) => part.file))]
  return Promise.all(whole.map(async file => ({ name: path.basename(file), sha256: await hashOfFile(file) })))
}
