import type { Pair } from '../../../contracts/pairs.ts'
import { GapWatch } from '../checks/gap-watch.ts'
import type { BarRow, RowFault, TickRow } from '../formats/format.ts'
import { MinuteColumns } from './minute-columns.ts'
import { ToldMinutes } from './told-minutes.ts'

const MINUTE_MS = 60_000

/** What a tape's rows were like, besides their prices. */
export type Told = Readonly<{
  rows: number
  repeated: number
  contradicted: number
  gaps: GapWatch['gaps']
}>

/** Takes the rows of one pair across all its files, and keeps out what is out of order, doubled or crossed. */
export class TapeTaker {
  readonly #pair: Pair
  /** The minutes that were taken. */
  readonly columns = new MinuteColumns()
  readonly #told = new ToldMinutes()
  readonly #gaps = new GapWatch()
  readonly #lastTick: TickRow = { timeMs: Number.NEGATIVE_INFINITY, bid: 0, ask: 0 }
  #rows = 0
  #repeated = 0
  #contradicted = 0

  constructor(pair: Pair) {
    this.#pair = pair
  }

  bar(bar: BarRow): RowFault | null {
    if (bar.openMs % MINUTE_MS !== 0) return 'BAD_TIME'
    const { lastMs } = this.columns
    if (bar.openMs <= lastMs) return this.#again(bar)
    this.#gaps.between(this.#pair, lastMs + MINUTE_MS, bar.openMs)
    this.columns.addBar(bar)
    this.#told.add(bar.openMs, bar.close)
    this.#rows += 1
    return null
  }

  tick(tick: TickRow): RowFault | null {
    const last = this.#lastTick
    if (tick.bid > tick.ask) return 'CROSSED'
    if (tick.timeMs < last.timeMs) return 'OUT_OF_ORDER'
    if (tick.timeMs === last.timeMs && tick.bid === last.bid && tick.ask === last.ask) return 'DUPLICATE'
    this.#gaps.between(this.#pair, last.timeMs, tick.timeMs)
    Object.assign(last, tick)
    this.columns.addTick(tick)
    this.#rows += 1
    return null
  }

  get told(): Told {
    return {
      rows: this.#rows,
      repeated: this.#repeated,
      contradicted: this.#contradicted,
      gaps: this.#gaps.gaps,
    }
  }

  /** A minute that is here already is no harm when it is the same; told otherwise, it is somebody else's. */
  #again({ openMs, close }: BarRow): RowFault {
    const before = this.#told.before(openMs, close)
    if (before !== 'no') this.#repeated += 1
    if (before === 'other') this.#contradicted += 1
    return openMs === this.columns.lastMs ? 'DUPLICATE' : 'OUT_OF_ORDER'
  }
}
