import path from 'node:path'
import type { Pair } from '../../contracts/pairs.ts'
import type {
  MinuteTape,
  SpreadSource,
  TapeReport,
  TapeRequest,
  TapeStretch,
} from '../../ports/minute-tape.ts'
import type { DataFault } from '../../ports/tick-source.ts'
import { FaultTally } from './checks/fault-tally.ts'
import { emptyBar, emptyTick } from './formats/format.ts'
import { orRefusal, Unusable, type ImportRefusal } from './refusal.ts'
import { readRows } from './rows/read-rows.ts'
import { openSeries, pairsNamed } from './series/open-series.ts'
import { contextOf, type Series, type SeriesFile } from './series/series.ts'
import { hashOfFile } from './tape/file-hashes.ts'
import type { Columns } from './tape/minute-columns.ts'
import { Stretches } from './tape/stretches.ts'
import { TapeTaker } from './tape/tape-taker.ts'

export type TapeRead = Readonly<{ is: 'read'; tape: MinuteTape; report: TapeReport }>

/** A pair's files that were recognised, and have not been read yet. */
export type TapeOpened = Readonly<{
  is: 'opened'
  digits: number
  /**
   * The minutes from the oldest on. Each stretch is good until the next one is asked for. A year long each, and one of them begins
   * at `anchorMs` where that is given.
   */
  stretches: (anchorMs: number | null) => AsyncGenerator<TapeStretch>
  /** What was read, once the last stretch has been. */
  report: () => Promise<TapeReport>
}>

/** The pairs of the files, in the order of the desk's list. */
export function pairsInFiles(
  files: readonly string[],
): Promise<Readonly<{ is: 'named'; pairs: readonly Pair[] }> | ImportRefusal> {
  return orRefusal(async () => ({ is: 'named', pairs: await pairsNamed(files) }))
}

/**
 * Opens everything that the files hold of one pair: bars as they are, ticks as bars of a minute with the spread of its first quote.
 * Rows that cannot be used are left out and counted. Of years of minutes no more than a year and a half is held at a time.
 */
export function openTape(
  request: TapeRequest,
  onFault: (fault: DataFault) => void = () => undefined,
): Promise<TapeOpened | ImportRefusal> {
  return orRefusal(async () => {
    const reading = await begin(request, onFault)
    const { series, taker } = reading
    return {
      is: 'opened',
      digits: series.digits,
      async *stretches(anchorMs) {
        const stretches = new Stretches(taker.columns, anchorMs, tapeMaker(series))
        for (const file of series.files) yield* rowsOf(file, reading, () => stretches.complete())
        yield stretches.rest()
      },
      report: () => reportOf(reading),
    }
  })
}

/** The same all at once, for as much as fits into memory. */
export function readTape(
  request: TapeRequest,
  onFault: (fault: DataFault) => void = () => undefined,
): Promise<TapeRead | ImportRefusal> {
  return orRefusal(async () => {
    const reading = await begin(request, onFault)
    const { series, taker } = reading
    // Nothing is handed over on the way: the first answer is the end of the file.
    for (const file of series.files) await rowsOf(file, reading, () => []).next()
    return { is: 'read', tape: tapeMaker(series)(taker.columns.view), report: await reportOf(reading) }
  })
}

type Reading = Readonly<{ series: Series; taker: TapeTaker; tally: FaultTally }>

async function begin(
  { files, pair, serverTime }: TapeRequest,
  onFault: (fault: DataFault) => void,
): Promise<Reading> {
  const tally = new FaultTally(onFault)
  const [series] = await openSeries({ files, pairs: [pair], serverTime }, tally)
  if (series === undefined) throw new Error(`the files of ${pair} were opened and are none`)
  assertOneKind(series)
  return { series, taker: new TapeTaker(pair), tally }
}

function assertOneKind({ pair, files }: Series): void {
  const ticks = files.find(({ format }) => format.kind === 'ticks')
  const bars = files.find(({ format }) => format.kind === 'bars')
  if (ticks === undefined || bars === undefined) return
  throw new Unusable(
    'TICKS_AND_BARS',
    `There are ticks of ${pair} in ${ticks.part.label} and bars in ${bars.part.label}. Give one of the two`,
  )
}

/** Takes the rows of a file, and hands over what `cut` makes of them. */
function rowsOf<Out>(
  file: SeriesFile,
  { series: { digits }, taker, tally }: Reading,
  cut: () => Iterable<Out>,
): AsyncGenerator<Out> {
  const { part, format } = file
  const context = contextOf(file, digits)
  const rows = { part, headerRows: format.headerRows, tally, cut }
  if (format.kind === 'bars')
    return readRows({
      ...rows,
      parse: format.parser(context),
      row: emptyBar(),
      take: bar => taker.bar(bar),
    })
  return readRows({
    ...rows,
    parse: format.parser(context),
    row: emptyTick(),
    take: tick => taker.tick(tick),
  })
}

/** Bars that tell a spread of nothing in every minute of their oldest stretch tell none. */
function tapeMaker({ pair, digits, files }: Series): (columns: Columns) => MinuteTape {
  const isOfTicks = files.some(({ format }) => format.kind === 'ticks')
  let spreadSource: SpreadSource | null = isOfTicks ? 'ticks' : null
  return columns => {
    spreadSource ??= columns.spread.some(points => points > 0) ? 'bars' : 'none'
    return { pair, digits, ...columns, spreadSource }
  }
}

async function reportOf({ series, taker, tally }: Reading): Promise<TapeReport> {
  const files = await hashesOf(series)
  return { pair: series.pair, files, ...taker.told, dropped: tally.dropped, faults: tally.samples }
}

/** Named without their folder: the same file elsewhere is the same data. */
async function hashesOf({ files }: Series): Promise<TapeReport['files']> {
  const whole = [...new Set(files.map(({ part }) => part.file))]
  return Promise.all(whole.map(async file => ({ name: path.basename(file), sha256: await hashOfFile(file) })))
}
