import { MINUTE_MS } from '../../domain/market/civil.ts'
import type { Outcome, Resolved } from '../../domain/venom/confidence/outlook.ts'
import { askedOf, type Candidates } from '../candidates/candidates.ts'
import { ENDINGS } from '../candidates/codes.ts'
import { OPEN } from '../outcome/trade-player.ts'

/** Candidates in the order in which their endings became known: at the end of the minute they ended in. */
export class ResolvedQueue {
  readonly #candidates: Candidates
  readonly #order: Uint32Array
  #next = 0

  constructor(candidates: Candidates) {
    const { exitMs, ending } = candidates
    this.#candidates = candidates
    this.#order = Uint32Array.from({ length: candidates.length }, (_, row) => row)
      .filter(row => ending[row] !== OPEN)
      .sort((a, b) => (exitMs[a] as number) - (exitMs[b] as number) || a - b)
  }

  /** Tells all endings that were known by `nowMs` and have not been told yet. */
  until(nowMs: number, tell: (resolved: Resolved) => void): void {
    for (; this.#next < this.#order.length; this.#next++) {
      const row = this.#order[this.#next] as number
      const { exitMs, ending } = this.#candidates
      const resolvedMs = exitMs[row] as number
      if (resolvedMs + MINUTE_MS > nowMs) return
      tell({
        ...askedOf(this.#candidates, row),
        outcome: ENDINGS[ending[row] as number] as Outcome,
        resolvedMs,
      })
    }
  }
}
