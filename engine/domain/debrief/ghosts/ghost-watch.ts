import type { EventOf } from '../../../contracts/events.ts'
import type { Side } from '../../../contracts/primitives.ts'
import type { Bar } from '../../market/bar-series.ts'
import { DAY_MS, floorMod, MINUTE_MS } from '../../market/civil.ts'
import { closingPrice, Extremes } from '../excursions/extremes.ts'

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

type Open<T> = Ghost & {
  readonly what: T
  readonly untilMs: number
  readonly extremes: Extremes
  by: GhostEnd['by']
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
    const { side, entry, spread, fromMs, timeExitMs } = ghost
    const price = side === 'buy' ? entry - spread : entry + spread
    const untilMs = timeExitMs ?? fromMs + GHOST_LIFE_MS
    this.#open.push({ ...ghost, what, untilMs, extremes: new Extremes(side, price), by: 'ticks' })
  }

  /** In the way of every tick: without ghosts it costs nothing, and it allocates nothing. */
  onTick(timeMs: number, bid: number, ask: number): void {
    if (this.#open.length === 0) return
    let staying = 0
    for (const ghost of this.#open) {
      const price = closingPrice(ghost.side, bid, ask)
      if (timeMs < ghost.fromMs || isOpenAfter(ghost, timeMs, price, this.#ended))
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
    const asked = ghost.side === 'sell' ? bar.spread : 0
    ghost.by = 'bars'
    if (!isOpenAfter(ghost, bar.openMs, bar.open + asked, this.#ended)) return false
    const isLong = ghost.side === 'buy'
    const [worst, best] = isLong ? [bar.low, bar.high] : [bar.high + asked, bar.low + asked]
    // Nobody knows whether the better price of a minute came before its stop.
    if (isLong ? worst <= ghost.stop : worst >= ghost.stop)
      return isOpenAfter(ghost, bar.openMs, ghost.stop, this.#ended)
    ghost.extremes.take(worst)
    const isMet = isLong ? best >= ghost.target : best <= ghost.target
    return isOpenAfter(ghost, bar.openMs, isMet ? ghost.target : best, this.#ended)
  }
}

const NONE: readonly never[] = []
const minuteOf = (ms: number): number => ms - floorMod(ms, MINUTE_MS)

/** False when this price, at this time, has ended it; then its end is put to the others. */
function isOpenAfter<T>(ghost: Open<T>, timeMs: number, price: number, ended: EndedGhost<T>[]): boolean {
  const { side, stop, target, untilMs, extremes } = ghost
  const isLong = side === 'buy'
  if (isLong ? price <= stop : price >= stop) ended.push(endOf(ghost, 'stop', price, timeMs))
  else if (isLong ? price >= target : price <= target) ended.push(endOf(ghost, 'target', target, timeMs))
  else if (timeMs >= untilMs) ended.push(endOf(ghost, 'time', price, timeMs))
  else {
    extremes.take(price)
    return true
  }
  return false
}

function endOf<T>(
  ghost: Open<T>,
  outcome: GhostEnd['outcome'],
  price: number,
  endedMs: number,
): EndedGhost<T> {
  const { side, entry, stopPoints, costR, extremes, by, what } = ghost
  extremes.take(price)
  const gained = side === 'buy' ? price - entry : entry - price
  const end = { outcome, r: gained / stopPoints - costR, ...extremes.inR(entry, stopPoints), endedMs, by }
  return { what, end }
}
