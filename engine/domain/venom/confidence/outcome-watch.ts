import type { Side } from '../../../contracts/primitives.ts'
import type { Bar } from '../../market/bar-series.ts'
import { MINUTE_MS } from '../../market/civil.ts'
import type { Outcome } from './outlook.ts'

/** A candidate as it would be traded. Distances in points. */
export type Followed = Readonly<{
  side: Side
  stopPoints: number
  targetPoints: number
  /** Close of the bar that made it. */
  closeMs: number
  timeExitMs: number
  /** Between bid and ask at the entry. */
  spread: number
}>

/** What came of it, with what the follower was given to remember it by. */
export type Ended<T> = Readonly<{ what: T; outcome: Outcome; resolvedMs: number }>

type Open<T> = Followed & { what: T; stop: number; target: number; entered: boolean }

/** An entry that would come later than this is none (venom-study §1). */
const LATEST_ENTRY_MS = 3 * MINUTE_MS
/** Nobody holds over a silence as long as this: the candidate ends with the last bar before it. */
const LONGEST_SILENCE_MS = 600 * MINUTE_MS

/**
 * Follows one symbol's candidates, taken or not, on closed M1 bars to their end, at executed prices: in at the next bar's open,
 * out at the bid of a long and the ask of a short. Stop and target lie at the broker, so what a bar's open meets comes first; then
 * the time exit, at that open; then the stop, then the target. What is remembered is what is open, and every candidate has a time exit, so it does not grow with time.
 */
export class OutcomeWatch<T> {
  readonly #open: Open<T>[] = []
  #ended: Ended<T>[] = []
  #lastMs = Number.NaN

  get open(): number {
    return this.#open.length
  }

  /** Before the bar of its entry is told; minutes before its close, told again, are nothing to it. */
  follow(candidate: Followed, what: T): void {
    this.#open.push({ ...candidate, what, stop: Number.NaN, target: Number.NaN, entered: false })
  }

  /** A closed M1 bar, bid prices; its spread stands for all of the minute. Answers the candidates that it ended. */
  onMinute(bar: Bar): readonly Ended<T>[] {
    const isAfterSilence = bar.openMs - this.#lastMs - MINUTE_MS > LONGEST_SILENCE_MS
    if (this.#ended.length > 0) this.#ended = []
    let staying = 0
    for (const candidate of this.#open) {
      if (this.#stays(candidate, bar, isAfterSilence)) this.#open[staying++] = candidate
    }
    this.#open.length = staying
    this.#lastMs = bar.openMs
    return this.#ended
  }

  #stays(candidate: Open<T>, bar: Bar, isAfterSilence: boolean): boolean {
    if (bar.openMs < candidate.closeMs) return true
    if (!candidate.entered) {
      if (bar.openMs - candidate.closeMs > LATEST_ENTRY_MS) return false
      enter(candidate, bar.open)
    } else {
      if (isAfterSilence) return this.#end(candidate, 'timeout', this.#lastMs)
      const met = touched(candidate, bar.open + asked(candidate, bar), bar.open + asked(candidate, bar))
      if (met) return this.#end(candidate, met, bar.openMs)
      if (bar.openMs >= candidate.timeExitMs) return this.#end(candidate, 'timeout', bar.openMs)
    }
    const outcome = touched(candidate, bar.low + asked(candidate, bar), bar.high + asked(candidate, bar))
    return outcome === null || this.#end(candidate, outcome, bar.openMs)
  }

  #end({ what }: Open<T>, outcome: Outcome, resolvedMs: number): false {
    this.#ended.push({ what, outcome, resolvedMs })
    return false
  }
}

/** A short is closed at the ask. */
const asked = ({ side }: Followed, { spread }: Bar): number => (side === 'sell' ? spread : 0)

function enter<T>(candidate: Open<T>, bid: number): void {
  const { side, stopPoints, targetPoints, spread } = candidate
  const up = side === 'buy' ? 1 : -1
  const entry = side === 'buy' ? bid + spread : bid
  candidate.stop = entry - up * stopPoints
  candidate.target = entry + up * targetPoints
  candidate.entered = true
}

/** What prices from `low` to `high` would have met, the stop first. */
function touched<T>({ side, stop, target }: Open<T>, low: number, high: number): Outcome | null {
  const isLong = side === 'buy'
  if (isLong ? low <= stop : high >= stop) return 'stop'
  return (isLong ? high >= target : low <= target) ? 'target' : null
}
