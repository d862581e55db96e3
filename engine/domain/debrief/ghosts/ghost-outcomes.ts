import type { Calibration } from '../../../contracts/debrief-promises.ts'
import { calibrationOfOutcomes } from '../figures/calibration.ts'
import { indicesWhere } from '../figures/indices.ts'
import { Column } from '../record/column.ts'

/** What was said of the target of missions that were not taken, and whether it was met: three numbers each, in the order in which they were told. */
export class GhostOutcomes {
  readonly #dayMs = new Column()
  readonly #said = new Column()
  readonly #met = new Column()

  add(dayMs: number, said: number, isMet: boolean): void {
    this.#dayMs.push(dayMs)
    this.#said.push(said)
    this.#met.push(isMet ? 1 : 0)
  }

  /** Of those that ended on trading days that begin in [fromMs, toMs). */
  calibration(fromMs: number, toMs: number): Calibration {
    const days = this.#dayMs.values
    const rows = indicesWhere(
      days.length,
      row => (days[row] as number) >= fromMs && (days[row] as number) < toMs,
    )
    return calibrationOfOutcomes(this.#said.of(rows), this.#met.of(rows))
  }
}
