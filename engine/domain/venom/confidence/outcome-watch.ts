import type { Side } from '../../../contracts/primitives.ts'
import type { Bar } from '../../market/bar-series.ts'
import { MINUTE_MS } from '../../market/civil.ts'
import type { Plan } from '../plan.ts'
import type { Outcome, Resolved } from './outlook.ts'

/** A candidate to be followed, taken or not. Distances in points. */
export type Followed = Readonly<{
  plan: Plan
  side: Side
  stopPoints: number
  /** Close of the bar that made it. */
  closeMs: number
  timeExitMs: number
  /** What stood between bid and ask at the entry. */
  spread: number
  p0: number
  features: Float64Array
}>

type Open = Followed & { stop: number; target: number; entered: boolean }

/** An entry that would come later than this is none (venom-study §1). */
const LATEST_ENTRY_MS = 3 * MINUTE_MS
/** Nobody holds over a hole as long as this: the candidate ends at the last bar before it. */
const LONGEST_GAP_MS = 600 * MINUTE_MS

/**
 * Follows one symbol's candidates on closed M1 bars to their end, as the study's executed prices have it: in at the open of the
 * next bar, out at the bid of a long and at the ask of a short, the stop first when a bar holds both. What is remembered is what
 * is open, and every candidate has a time exit, so it does not grow with time.
 */
export class OutcomeWatch {
  #open: Open[] = []
  #lastMs = Number.NaN
  readonly #onResolved: (resolved: Resolved) => void

  constructor(onResolved: (resolved: Resolved) => void) {
    this.#onResolved = onResolved
  }

  get open(): number {
    return this.#open.length
  }

  /** Before the next bar is told. */
  follow(candidate: Followed): void {
    this.#open.push({ ...candidate, stop: Number.NaN, target: Number.NaN, entered: false })
  }

  /** A closed M1 bar, bid prices; its spread stands for the minute. */
  onMinute(bar: Bar): void {
    const isAfterHole = bar.openMs - this.#lastMs > LONGEST_GAP_MS
    if (this.#open.length > 0)
      this.#open = this.#open.filter(candidate => this.#stays(candidate, bar, isAfterHole))
    this.#lastMs = bar.openMs
  }

  #stays(candidate: Open, bar: Bar, isAfterHole: boolean): boolean {
    if (!candidate.entered) {
      if (bar.openMs - candidate.closeMs > LATEST_ENTRY_MS) return false
      enter(candidate, bar.open)
    } else if (isAfterHole) {
      return this.#end(candidate, 'timeout', this.#lastMs)
    }
    if (bar.openMs >= candidate.timeExitMs) return this.#end(candidate, 'timeout', bar.openMs)
    const outcome = outcomeIn(candidate, bar)
    return outcome === null || this.#end(candidate, outcome, bar.openMs)
  }

  #end({ plan, p0, features }: Open, outcome: Outcome, resolvedMs: number): false {
    this.#onResolved({ plan: plan.name, p0, features, outcome, resolvedMs })
    return false
  }
}

/** Stop and target as bid prices would be for a long, ask prices for a short. */
function enter(candidate: Open, bid: number): void {
  const { side, stopPoints, spread, plan } = candidate
  const up = side === 'buy' ? 1 : -1
  const entry = side === 'buy' ? bid + spread : bid
  candidate.stop = entry - up * stopPoints
  candidate.target = entry + up * Math.round(stopPoints * plan.rewardRatio)
  candidate.entered = true
}

function outcomeIn({ side, stop, target }: Open, { high, low, spread }: Bar): Outcome | null {
  if (side === 'buy') {
    if (low <= stop) return 'stop'
    return high >= target ? 'target' : null
  }
  if (high + spread >= stop) return 'stop'
  return low + spread <= target ? 'target' : null
}
