import type { Bar } from '../../market/bar-series.ts'

/**
 * The day from 17:00 New York that the last minute belongs to, and the one before it; points. The first day of the data may
 * have begun before it, so it is never told.
 */
export class DayReadings {
  dayOpen = Number.NaN
  dayHigh = Number.NaN
  dayLow = Number.NaN
  previousDayHigh = Number.NaN
  previousDayLow = Number.NaN
  #openMs = Number.NaN
  #isWhole = false

  /** A minute has closed; `day` is the D1 bar that holds it. */
  onMinute(day: Bar): void {
    if (day.openMs !== this.#openMs) {
      this.#isWhole = !Number.isNaN(this.#openMs)
      this.#openMs = day.openMs
      this.previousDayHigh = this.dayHigh
      this.previousDayLow = this.dayLow
    }
    if (!this.#isWhole) return
    this.dayOpen = day.open
    this.dayHigh = day.high
    this.dayLow = day.low
  }
}
