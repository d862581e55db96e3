import type { EquityCurve } from '../../contracts/queries.ts'
import { Cents, EpochMs } from '../../contracts/primitives.ts'

/** One closed trade as the index keeps it. */
export type TradeResult = Readonly<{ closeMs: number; netCents: number; r: number }>

/** Figures of a trade in `#sums`. */
const WIDTH = 3

/** Results added up, in the order in which trades closed. Years of them are asked for again and again, and read once. */
export class EquitySums {
  #sums = new Float64Array(WIDTH * 1_024)
  #trades = 0

  push({ closeMs, netCents, r }: TradeResult): void {
    const at = WIDTH * this.#trades
    if (at === this.#sums.length) {
      const wider = new Float64Array(2 * at)
      wider.set(this.#sums)
      this.#sums = wider
    }
    const before = this.#trades === 0 ? [0, 0, 0] : this.#sums.subarray(at - WIDTH, at)
    this.#sums.set([closeMs, (before[1] as number) + netCents, (before[2] as number) + r], at)
    this.#trades++
  }

  /** At most `points` of the sums, evenly spaced. The last one is always kept: it is the figure that stands beside the chart. */
  curve(points: number): EquityCurve {
    const trades = this.#trades
    const kept = Math.min(points, trades)
    const step = kept > 1 ? (trades - 1) / (kept - 1) : 0
    const places = Array.from({ length: kept }, (_, place) => Math.round(place * step))
    return { points: places.map(place => this.#at(place)), trades }
  }

  #at(place: number): EquityCurve['points'][number] {
    const [atMs, netCents, r] = this.#sums.subarray(WIDTH * place, WIDTH * (place + 1))
    return { atMs: EpochMs.parse(atMs), netCents: Cents.parse(netCents), r: r as number }
  }
}
