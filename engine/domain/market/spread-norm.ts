import { HOUR_MS } from './civil.ts'
import { hourOfWeek } from './session-clock.ts'

/** Ticks before an average is believed, and the number it forgets by. */
const ENOUGH = 100
const MEMORY = 5_000

type Average = { mean: number; count: number }

function add(average: Average, value: number): void {
  average.count = Math.min(MEMORY, average.count + 1)
  average.mean += (value - average.mean) / average.count
}

/**
 * The usual spread of a symbol by hour of the week, learnt from the trader's own ticks. Until an hour of the week has
 * been seen, the same hour of other days answers, then all hours together, then nobody.
 */
export class SpreadNorm {
  readonly #byHourOfWeek: Average[] = Array.from({ length: 168 }, () => ({ mean: 0, count: 0 }))
  readonly #byHourOfDay: Average[] = Array.from({ length: 24 }, () => ({ mean: 0, count: 0 }))
  readonly #all: Average = { mean: 0, count: 0 }
  #hour = 0
  #hourEndsMs = 0

  add(timeMs: number, spreadPts: number): void {
    if (timeMs >= this.#hourEndsMs || timeMs < this.#hourEndsMs - HOUR_MS) {
      this.#hour = hourOfWeek(timeMs)
      this.#hourEndsMs = timeMs - (timeMs % HOUR_MS) + HOUR_MS
    }
    add(this.#byHourOfWeek[this.#hour] as Average, spreadPts)
    add(this.#byHourOfDay[this.#hour % 24] as Average, spreadPts)
    add(this.#all, spreadPts)
  }

  /** Points; null while too few ticks have been seen. */
  at(timeMs: number): number | null {
    const hour = hourOfWeek(timeMs)
    const answers = [this.#byHourOfWeek[hour] as Average, this.#byHourOfDay[hour % 24] as Average, this.#all]
    return answers.find(average => average.count >= ENOUGH)?.mean ?? null
  }
}
