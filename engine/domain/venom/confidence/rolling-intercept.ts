import { DAY_MS } from '../../market/civil.ts'
import { tradingDayMs } from '../../market/session-clock.ts'

const WINDOW_DAYS = 60
/** The window, and the day that is running. */
const SLOTS = WINDOW_DAYS + 1
/** Fewer resolved outcomes say nothing about a level. */
const ENOUGH = 300
/** Information that "no shift" is worth beforehand, in units of p(1 − p). */
const PRIOR = 200

/** What one trading day's resolved candidates leave behind: their number, Σ(y − p) and Σp(1 − p) at the p of the model alone. */
export type InterceptDay = { dayMs: number; n: number; surplus: number; information: number }

/**
 * Keeps the level of a model honest as the market drifts (venom-study §4: nearly all of the calibration error of an unseen year
 * was a level shift): one Newton step from zero over the candidates resolved in the 60 days before, against a prior of 200. It
 * is fitted anew each trading day, and the day that is running never counts, so that the order in which symbols report within
 * a day changes nothing. A day keeps four numbers, whatever happened in it, and there is room for 61.
 */
export class RollingIntercept {
  readonly #days: (InterceptDay | undefined)[] = Array.from({ length: SLOTS })
  #fittedForMs = Number.NaN
  #delta = 0
  #n = 0

  /** As `kept` gave it. */
  static restored(kept: readonly InterceptDay[]): RollingIntercept {
    const level = new RollingIntercept()
    for (const day of kept) level.#days[slotOf(day.dayMs)] = { ...day }
    return level
  }

  /** All that it remembers, by day; what it makes of them it makes again when it is asked. */
  kept(): readonly InterceptDay[] {
    return this.#days.filter(day => day !== undefined).map(day => ({ ...day }))
  }

  /** `p` is what the model said without any shift. */
  add(resolvedMs: number, happened: boolean, p: number): void {
    const dayMs = tradingDayMs(resolvedMs)
    const day = this.#day(dayMs)
    if (!day) return
    day.n++
    day.surplus += (happened ? 1 : 0) - p
    day.information += p * (1 - p)
    if (dayMs < this.#fittedForMs) this.#fittedForMs = Number.NaN
  }

  /** Shift of the log-odds for candidates of this instant. */
  at(atMs: number): number {
    const dayMs = tradingDayMs(atMs)
    if (dayMs !== this.#fittedForMs) this.#fit(dayMs)
    return this.#delta
  }

  /** Outcomes behind the shift last asked for; 0 when there were too few for one. */
  get n(): number {
    return this.#n
  }

  /** Undefined for a day so old that its place is taken by a younger one. */
  #day(dayMs: number): InterceptDay | undefined {
    const slot = slotOf(dayMs)
    const held = this.#days[slot]
    if (held?.dayMs === dayMs) return held
    if (held && held.dayMs > dayMs) return undefined
    const day = { dayMs, n: 0, surplus: 0, information: 0 }
    this.#days[slot] = day
    return day
  }

  #fit(dayMs: number): void {
    const fromMs = dayMs - WINDOW_DAYS * DAY_MS - DAY_MS / 2
    let n = 0
    let surplus = 0
    let information = 0
    for (const day of this.#days) {
      if (!day || day.dayMs < fromMs || day.dayMs >= dayMs) continue
      n += day.n
      surplus += day.surplus
      information += day.information
    }
    this.#fittedForMs = dayMs
    this.#n = n < ENOUGH ? 0 : n
    this.#delta = n < ENOUGH ? 0 : surplus / (information + PRIOR)
  }
}

/** Trading days begin at 21:00 or 22:00 UTC, so each has its own day of UTC. */
const slotOf = (dayMs: number): number => Math.floor(dayMs / DAY_MS) % SLOTS
