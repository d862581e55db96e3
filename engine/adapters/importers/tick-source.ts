import type { Pair } from '../../contracts/pairs.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import type { DataFault, SourceReport, TickColumns, TickSource } from '../../ports/tick-source.ts'
import { barOrder, type BarOrder } from './bars/bar-order.ts'
import { FaultTally } from './checks/fault-tally.ts'
import { GapWatch } from './checks/gap-watch.ts'
import { emptyBar, emptyTick } from './formats/format.ts'
import { orRefusal, Unusable, type ImportRefusal } from './refusal.ts'
import { readRows } from './rows/read-rows.ts'
import { openSeries } from './series/open-series.ts'
import { contextOf, type Series, type SeriesFile } from './series/series.ts'
import { mergeTicks } from './ticks/merge-ticks.ts'
import { playBar, type SpreadModel } from './bars/play-bar.ts'
import { TickTape, type PairTicks } from './ticks/tick-tape.ts'

export type TickSourceOptions = Readonly<{
  /** Paths and patterns with `*` and `?`. Ticks and bars may be mixed. */
  files: readonly string[]
  /** Only these pairs; without it all that the files hold. */
  pairs?: readonly Pair[]
  /** Clock of files in a broker's server time; without it, inferred from when their weeks begin. */
  serverTime?: ServerTime
  /** What bars are given an ask with. Without it files of bars are refused. */
  spread?: SpreadModel
  /** Told the first faults of each kind as they are met. */
  onFault?: (fault: DataFault) => void
}>

/** Opens files as one stream of ticks. Formats are told by content; what is of no use as a whole is refused here. */
export function openTickSource(
  options: TickSourceOptions,
): Promise<{ is: 'open'; source: TickSource } | ImportRefusal> {
  return orRefusal(async () => {
    const { files, pairs = null, serverTime = null, spread = null } = options
    const onFault = options.onFault ?? (() => undefined)
    const opening = new FaultTally(onFault)
    const series = await openSeries({ files, pairs, serverTime }, opening)
    if (spread === null) assertTicksOnly(series)
    return { is: 'open', source: new FileTickSource(series, spread, opening, onFault) }
  })
}

function assertTicksOnly(series: readonly Series[]): void {
  for (const { part, format } of series.flatMap(({ files }) => files))
    if (format.kind === 'bars')
      throw new Unusable(
        'NO_SPREAD',
        `${part.label} holds bid bars, and no spread to make an ask of. Use ticks here`,
      )
}

/** Every reading of the files counts anew; faults are told during the first one only. */
class FileTickSource implements TickSource {
  readonly pairs: readonly Pair[]
  readonly digits: readonly number[]
  readonly #series: readonly Series[]
  readonly #spread: SpreadModel | null
  readonly #opening: FaultTally
  #onFault: (fault: DataFault) => void
  #tally: FaultTally
  #gaps = new GapWatch()
  #ticks = 0

  constructor(
    series: readonly Series[],
    spread: SpreadModel | null,
    opening: FaultTally,
    onFault: (fault: DataFault) => void,
  ) {
    this.pairs = series.map(({ pair }) => pair)
    this.digits = series.map(({ digits }) => digits)
    this.#series = series
    this.#spread = spread
    this.#opening = opening
    this.#onFault = onFault
    this.#tally = opening
  }

  async *batches(): AsyncGenerator<TickColumns> {
    this.#tally = new FaultTally(this.#onFault)
    this.#onFault = () => undefined
    this.#gaps = new GapWatch()
    this.#ticks = 0
    for await (const batch of mergeTicks(this.#series.map(series => this.#ticksOf(series)))) {
      this.#ticks += batch.length
      yield batch
    }
  }

  report(): SourceReport {
    return {
      ticks: this.#ticks,
      dropped: this.#tally.dropped,
      gaps: this.#gaps.gaps,
      samples: [...new Set([...this.#opening.samples, ...this.#tally.samples])],
    }
  }

  async *#ticksOf(series: Series): AsyncGenerator<PairTicks> {
    const tape = new TickTape(series.pair, this.#gaps)
    const order = barOrder()
    for (const file of series.files) yield* this.#ticksIn(file, series, tape, order)
  }

  #ticksIn(
    file: SeriesFile,
    { pair, digits }: Series,
    tape: TickTape,
    order: BarOrder,
  ): AsyncGenerator<PairTicks> {
    const { part, format } = file
    const context = contextOf(file, digits)
    const rows = { part, headerRows: format.headerRows, tally: this.#tally, cut: () => tape.cut() }
    if (format.kind === 'ticks')
      return readRows({
        ...rows,
        parse: format.parser(context),
        row: emptyTick(),
        take: tick => tape.take(tick),
      })
    const spreadAt = (timeMs: number) => this.#spread?.(pair, digits, timeMs) ?? 0
    return readRows({
      ...rows,
      parse: format.parser(context),
      row: emptyBar(),
      take: bar => order(bar) ?? playBar(bar, spreadAt, tick => tape.take(tick)),
    })
  }
}
