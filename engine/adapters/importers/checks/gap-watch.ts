import type { Pair } from '../../../contracts/pairs.ts'
import type { SourceReport } from '../../../ports/tick-source.ts'
import { marketHours } from '../clock/market-week.ts'

type Gap = SourceReport['gaps'][number]

/** Silence shorter than this is the rhythm of the market. */
const SHORTEST_MS = 3_600_000

/** Finds silences in market hours. A week-end is none, a holiday is one. */
export class GapWatch {
  readonly #gaps: Gap[] = []
  readonly #openMs = marketHours()

  /** Two neighbouring times of one pair, UTC ms; −∞ before the first. */
  between(pair: Pair, fromMs: number, toMs: number): void {
    if (toMs - fromMs < SHORTEST_MS || !Number.isFinite(fromMs)) return
    if (this.#openMs(fromMs, toMs) >= SHORTEST_MS) this.#gaps.push({ pair, fromMs, toMs })
  }

  get gaps(): readonly Gap[] {
    return [...this.#gaps]
  }
}
