import type { EventOf } from '../../../contracts/events.ts'
import { Column } from './column.ts'

/** What one account was worth, whenever it was written down: at the turn of a day, at a new highest, at a new lowest below it. */
export class EquityMarks {
  readonly atMs = new Column()
  readonly equityCents = new Column()
  /** Paid in less paid out until then; NaN where the terminal did not say. */
  readonly transfersCents = new Column()
  /** Begin of the trading day, and whether the mark is of that begin: 1 or 0. */
  readonly dayMs = new Column()
  readonly isDay = new Column()

  push({ atMs, why, dayMs, equityCents, transfersCents }: EventOf<'equityMarked'>): void {
    this.atMs.push(atMs)
    this.equityCents.push(equityCents)
    this.transfersCents.push(transfersCents ?? Number.NaN)
    this.dayMs.push(dayMs)
    this.isDay.push(why === 'day' ? 1 : 0)
  }

  /** Equity as it was last on record. */
  get lastCents(): number | null {
    return this.equityCents.values.at(-1) ?? null
  }
}
