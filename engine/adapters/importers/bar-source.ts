import type { Pair } from '../../contracts/pairs.ts'
import type { StoredBar } from '../../ports/bar-store.ts'
import type { SourceReport } from '../../ports/tick-source.ts'
import { BarTape } from './bars/bar-tape.ts'
import { FaultTally } from './checks/fault-tally.ts'
import { GapWatch } from './checks/gap-watch.ts'
import { emptyBar, type BarFormat } from './formats/format.ts'
import { orRefusal, Unusable, type ImportRefusal } from './refusal.ts'
import { readRows } from './rows/read-rows.ts'
import { openSeries } from './series/open-series.ts'
import { contextOf, type Series, type SeriesFile } from './series/series.ts'
import type { TickSourceOptions } from './tick-source.ts'

/** Some bars of one pair, oldest first. `ticks` and `spread` are 0 where the file does not tell them. */
export type BarBatch = Readonly<{ pair: Pair; digits: number; bars: readonly StoredBar[] }>

export type BarReport = Omit<SourceReport, 'ticks'> &
  Readonly<{ bars: readonly Readonly<{ pair: Pair; count: number }>[] }>

/** One-minute bars from files, one pair after the other. Read once. */
export interface BarSource {
  readonly pairs: readonly Pair[]
  batches(): AsyncIterable<BarBatch>
  /** Complete when `batches` has ended. */
  report(): BarReport
}

export type BarSourceOptions = Omit<TickSourceOptions, 'spread'>

type BarFile = SeriesFile & Readonly<{ format: BarFormat }>

/** Opens files of one-minute bars. Formats are told by content; what is of no use as a whole is refused here. */
export function openBarSource(
  options: BarSourceOptions,
): Promise<{ is: 'open'; source: BarSource } | ImportRefusal> {
  return orRefusal(async () => {
    const { files, pairs = null, serverTime = null } = options
    const tally = new FaultTally(options.onFault ?? (() => undefined))
    const series = await openSeries({ files, pairs, serverTime }, tally)
    const barFiles = new Map(series.map(one => [one, one.files.map(barFileOf)]))
    return { is: 'open', source: new FileBarSource(barFiles, tally) }
  })
}

function barFileOf(file: SeriesFile): BarFile {
  const { format, part } = file
  if (format.kind === 'bars') return { ...file, format }
  throw new Unusable(
    'NOT_BARS',
    `${part.label} holds ticks (${format.name}), not bars. Ticks can be replayed`,
  )
}

class FileBarSource implements BarSource {
  readonly pairs: readonly Pair[]
  readonly #files: ReadonlyMap<Series, readonly BarFile[]>
  readonly #tally: FaultTally
  readonly #gaps = new GapWatch()
  #tapes: readonly BarTape[] = []

  constructor(files: ReadonlyMap<Series, readonly BarFile[]>, tally: FaultTally) {
    this.pairs = [...files.keys()].map(({ pair }) => pair)
    this.#files = files
    this.#tally = tally
  }

  async *batches(): AsyncGenerator<BarBatch> {
    for (const [series, files] of this.#files) {
      const tape = new BarTape(series.pair, this.#gaps)
      this.#tapes = [...this.#tapes, tape]
      for (const file of files) yield* this.#barsOf(file, series, tape)
    }
  }

  report(): BarReport {
    const { dropped, samples } = this.#tally
    const bars = this.#tapes.map(({ pair, count }) => ({ pair, count }))
    return { bars, dropped, gaps: this.#gaps.gaps, samples }
  }

  #barsOf(file: BarFile, { pair, digits }: Series, tape: BarTape): AsyncGenerator<BarBatch> {
    return readRows({
      part: file.part,
      headerRows: file.format.headerRows,
      parse: file.format.parser(contextOf(file, digits)),
      row: emptyBar(),
      take: bar => tape.take(bar),
      cut: () => {
        const bars = tape.cut()
        return bars.length === 0 ? [] : [{ pair, digits, bars }]
      },
      tally: this.#tally,
    })
  }
}
