import { hourOfWeek } from './session-clock.ts'

/** Quarter hours before an hour of the week is believed, before an hour of the day is, and the number it forgets by. */
const ENOUGH_OF_WEEK = 8
const ENOUGH_OF_DAY = 12
const MEMORY = 52

type Average = { mean: number; count: number }

function add(average: Average, value: number): void {
  average.count = Math.min(MEMORY, average.count + 1)
  average.mean += (value - average.mean) / average.count
}

const averages = (count: number): Average[] => Array.from({ length: count }, () => ({ mean: 0, count: 0 }))

/**
 * How many ticks a quarter hour of this symbol usually has, by hour of the week, learnt from its closed M15 bars. Data
 * without volume, where every bar counts 0 ticks, teaches nothing and stays unknown.
 */
export class VolumeNorm {
  readonly #byHourOfWeek = averages(168)
  readonly #byHourOfDay = averages(24)
  /** Ticks of the last closed quarter hour over what is usual of its hour, itself not counted; null: unknown. */
  ratio: number | null = null

  /** One closed M15 bar. */
  addQuarterHour(openMs: number, ticks: number): void {
    const usual = this.at(openMs)
    this.ratio = ticks > 0 && usual !== null ? ticks / usual : null
    if (ticks <= 0) return
    const hour = hourOfWeek(openMs)
    add(this.#byHourOfWeek[hour] as Average, ticks)
    add(this.#byHourOfDay[hour % 24] as Average, ticks)
  }

  /** Ticks a quarter hour; until an hour of the week has been seen twice the same hour of other days answers, then nobody. */
  at(timeMs: number): number | null {
    const hour = hourOfWeek(timeMs)
    const ofWeek = this.#byHourOfWeek[hour] as Average
    if (ofWeek.count >= ENOUGH_OF_WEEK) return ofWeek.mean
    const ofDay = this.#byHourOfDay[hour % 24] as Average
    return ofDay.count >= ENOUGH_OF_DAY ? ofDay.mean : null
  }
}
