import type { Pair } from '../../../contracts/pairs.ts'
import { EpochMs } from '../../../contracts/primitives.ts'
import type { StoredBar } from '../../../ports/bar-store.ts'
import type { GapWatch } from '../checks/gap-watch.ts'
import type { BarRow, RowFault } from '../formats/format.ts'
import { barOrder } from './bar-order.ts'

const MINUTE_MS = 60_000

/** Gathers the bars of one pair across all its files, and keeps out what is out of order or doubled. */
export class BarTape {
  readonly pair: Pair
  /** Bars taken so far. */
  count = 0
  readonly #gaps: GapWatch
  readonly #order = barOrder()
  #gathered: StoredBar[] = []
  #closedMs = Number.NEGATIVE_INFINITY

  constructor(pair: Pair, gaps: GapWatch) {
    this.pair = pair
    this.#gaps = gaps
  }

  take(bar: BarRow): RowFault | null {
    const fault = this.#order(bar)
    if (fault !== null) return fault
    this.#gaps.between(this.pair, this.#closedMs, bar.openMs)
    this.#closedMs = bar.openMs + MINUTE_MS
    this.#gathered.push({ ...bar, openMs: EpochMs.parse(bar.openMs) })
    this.count += 1
    return null
  }

  /** Everything gathered since the last time. */
  cut(): readonly StoredBar[] {
    const gathered = this.#gathered
    this.#gathered = []
    return gathered
  }
}
