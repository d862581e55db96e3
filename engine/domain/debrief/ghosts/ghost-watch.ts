import type { EventOf } from '../../../contracts/events.ts'
import type { Side } from '../../../contracts/primitives.ts'
import type { Bar } from '../../market/bar-series.ts'
import { DAY_MS, floorMod, MINUTE_MS } from '../../market/civil.ts'
import { Extremes } from '../excursions/extremes.ts'

/** A mission as it would have been traded at its entry. Prices and distances in points, times of the market. */
export type Ghost = Readonly<{
  side: Side
  entry: number
  stop: number
  target: number
  stopPoints: number
  /** Between bid and ask at the entry. */
  spread: number
  /** Commission and slippage that its plan counted, R. */
  costR: number
  fromMs: number
  /** Null: `GHOST_LIFE_MS` after its entry. */
  timeExitMs: number | null
}>

/** How it ended. `endedMs`: the tick, or the open of the minute. */
export type GhostEnd = Readonly<
  Pick<EventOf<'ghostEnded'>, 'outcome' | 'r' | 'maeR' | 'mfeR' | 'by'> & { endedMs: number }
>
export type EndedGhost<T> = Readonly<{ what: T; end: GhostEnd }>

/** A plan without a time exit is closed a day after its entry: no setup of VENOM expects to be held longer. */
export const GHOST_LIFE_MS = DAY_MS
/** A market is shut over a week-end and its holidays. A first price that is later than this after its time says nothing of its end. */
const LATEST_END_MS = 4 * DAY_MS

/** A class, so that all have one shape: this is read at every tick. */
class Open<T> {
  readonly what: T
  readonly ghost: Ghost
  readonly isLong: boolean
  readonly stop: number
  readonly target: number
  readonly fromMs: number
  readonly untilMs: number
  readonly extremes: Extremes
  by: GhostEnd['by'] = 'ticks'

  constructor(ghost: Ghost, what: T) {
    const { side, entry, spread, stop, target, fromMs, timeExitMs } = ghost
    this.what = what
    this.ghost = ghost
    this.isLong = side === 'buy'
    this.stop = stop
    this.target = target
    this.fromMs = fromMs
    this.untilMs = timeExitMs ?? fromMs + GHOST_LIFE_MS
    this.extremes = new Extremes(side, this.isLong ? entry - spread : entry + spread)
  }

  /** What this closing price would have met at the broker. */
  met(price: number): 'stop' | 'target' | null {
    if (this.isLong ? price <= this.stop : price >= this.stop) return 'stop'
    return (this.isLong ? price >= this.target : price <= this.target) ? 'target' : null
  }

  /** A target is filled at the target, whatever the price was. */
  end(outcome: GhostEnd['outcome'], price: number, endedMs: number): EndedGhost<T> {
    const { entry, stopPoints, costR, target } = this.ghost
    const filled = outcome === 'target' ? target : price
    this.extremes.take(filled)
    const r = (this.isLong ? filled - entry : entry - filled) / stopPoints - costR
    const end = { outcome, r, ...this.extremes.inR(entry, stopPoints), endedMs, by: this.by }
    return { what: this.what, end }
  }
}

/**
 * Follows one symbol's missions that were not taken, tick by tick, and on one-minute bars where no tick was heard. A long ends at the
 * bid, a short at the ask. A stop is filled at the price that was there, a target at the target. What a price meets comes first, then
 * the time exit at that price; of a bar that touches both, the stop.
 */
export class GhostWatch<T> {
  readonly #open: Open<T>[] = []
  #ended: EndedGhost<T>[] = []

  get open(): number {
    return this.#open.length
  }

  follow(ghost: Ghost, what: T): void {
    this.#open.push(new Open(ghost, what))
  }

  /** In the way of every tick: without ghosts it costs nothing, and it allocates nothing. */
  onTick(timeMs: number, bid: number, ask: number): void {
    if (this.#open.length === 0) return
    let staying = 0
    for (const ghost of this.#open) {
      if (timeMs >= ghost.fromMs) {
        const price = ghost.isLong ? bid : ask
        const met = ghost.met(price) ?? (timeMs >= ghost.untilMs ? 'time' : null)
        if (met !== null) {
          this.#end(ghost, met, price, timeMs)
          continue
        }
        ghost.extremes.take(price)
      }
      this.#open[staying++] = ghost
    }
    this.#open.length = staying
  }

  /** A closed minute of a history, bid prices; its spread stands for all of it. Minutes before the entry are nothing to a ghost. */
  onMinute(bar: Bar): void {
    if (this.#open.length === 0) return
    let staying = 0
    for (const ghost of this.#open) {
      if (bar.openMs < minuteOf(ghost.fromMs) || this.#outlives(ghost, bar)) this.#open[staying++] = ghost
    }
    this.#open.length = staying
  }

  /** Those that have ended since this was asked last. */
  takeEnded(): readonly EndedGhost<T>[] {
    if (this.#ended.length === 0) return NONE
    const ended = this.#ended
    this.#ended = []
    return ended
  }

  #outlives(ghost: Open<T>, bar: Bar): boolean {
    const { isLong, extremes } = ghost
    const asked = isLong ? 0 : bar.spread
    const open = bar.open + asked
    ghost.by = 'bars'
    const met = ghost.met(open) ?? (bar.openMs >= ghost.untilMs ? 'time' : null)
    if (met !== null) return this.#end(ghost, met, open, bar.openMs)
    extremes.take(open)
    const [worst, best] = isLong ? [bar.low, bar.high] : [bar.high + asked, bar.low + asked]
    // Nobody knows whether the better price of a minute came before its stop.
    if (ghost.met(worst) === 'stop') return this.#end(ghost, 'stop', ghost.stop, bar.openMs)
    extremes.take(worst)
    if (ghost.met(best) === 'target') return this.#end(ghost, 'target', best, bar.openMs)
    extremes.take(best)
    return true
  }

  /** One whose time was over long before is let go without an end: what it would have come to was not heard. */
  #end(ghost: Open<T>, outcome: GhostEnd['outcome'], price: number, endedMs: number): false {
    if (endedMs <= ghost.untilMs + LATEST_END_MS) this.#ended.push(ghost.end(outcome, price, endedMs))
    return false
  }
}

const NONE: readonly never[] = []
const minuteOf = (ms: number): number => ms - floorMod(ms, MINUTE_MS)
