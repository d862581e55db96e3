import { newYorkOffsetMs } from './city-time.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './civil.ts'

const SLOTS = 96
const SLOT_MS = 15 * MINUTE_MS
const MEMORY = 20
const HALF_LIFE_BARS = 16
const DECAY = 0.5 ** (1 / HALF_LIFE_BARS)
const CLIP = 0.01
const LONGEST_GAP_MS = 5 * HOUR_MS

/** A full day of quarter hours: before that, the shape of the day is a guess. */
export const VOLATILITY_WARM_UP = SLOTS

/**
 * Volatility by time of day (venom-study §5): each quarter hour of New York's day remembers its usual squared return,
 * and the last hours say how far today runs above or below it. It explained about half of the variance of the next
 * four hours' log-volatility in 2019, where a unit-slope ATR explained nearly none.
 *
 * A slot not seen yet begins at the mean of all returns so far, as one observation among its first twenty (the study had
 * years of warm-up; a new trader has not).
 */
export class VolatilityModel {
  readonly #usual = new Float64Array(SLOTS).fill(Number.NaN)
  readonly #seen = new Uint16Array(SLOTS)
  #recent = 0
  #expected = 0
  #sum = 0
  #count = 0
  #lastClose = 0
  #lastEndMs = 0

  /** One closed M15 bar. `close` in any unit, since only returns count. */
  addQuarterHour(openMs: number, close: number): void {
    const gap = openMs - this.#lastEndMs > LONGEST_GAP_MS
    const raw = this.#lastClose > 0 && !gap ? Math.log(close / this.#lastClose) : 0
    const square = Math.min(CLIP, Math.max(-CLIP, raw)) ** 2
    const isFirst = this.#lastClose === 0
    this.#lastClose = close
    this.#lastEndMs = openMs + SLOT_MS
    if (isFirst) return
    this.#sum += square
    this.#count++
    const slot = slotOf(openMs)
    const usual = this.#usualOf(slot)
    this.#recent = this.#recent * DECAY + square * (1 - DECAY)
    this.#expected = this.#expected * DECAY + usual * (1 - DECAY)
    this.#usual[slot] = usual + (square - usual) / this.#weightOf(slot)
  }

  get ready(): boolean {
    return this.#count >= VOLATILITY_WARM_UP && this.#sum > 0
  }

  get count(): number {
    return this.#count
  }

  /** How far the last hours ran above (> 1) or below (< 1) their usual variance, 0.2 to 6. */
  get ratio(): number {
    return this.#expected > 0 ? Math.min(6, Math.max(0.2, this.#recent / this.#expected)) : 1
  }

  /**
   * Standard deviation of the last hours (the same memory of 16 quarter hours) over what is usual of their times of day. 1 is
   * as usual; unlike `ratio` it is not a variance and has no bounds. Null: not ready.
   */
  get sigmaRatio(): number | null {
    return this.ready && this.#expected > 0 ? Math.sqrt(this.#recent / this.#expected) : null
  }

  /** Expected standard deviation of the price over the next `minutes` (a multiple of 15), in the unit of `price`. */
  sigma(price: number, nowMs: number, minutes: number): number {
    const first = slotOf(nowMs)
    let variance = 0
    for (let k = 0; k < minutes / 15; k++) variance += this.#usualOf((first + k) % SLOTS)
    return price * Math.sqrt((0.5 + 0.5 * this.ratio) * variance)
  }

  /** The study's 20, and fewer while the slot is young, so that a week already shows the shape of a day. */
  #weightOf(slot: number): number {
    const seen = Math.min(MEMORY, (this.#seen[slot] as number) + 1)
    this.#seen[slot] = seen
    return Math.min(MEMORY, seen + 1)
  }

  #usualOf(slot: number): number {
    const usual = this.#usual[slot] as number
    return Number.isNaN(usual) ? this.#sum / Math.max(1, this.#count) : usual
  }
}

function slotOf(utcMs: number): number {
  const local = utcMs + newYorkOffsetMs(utcMs)
  return Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / SLOT_MS)
}
