import type { Side } from '../../../contracts/primitives.ts'
import { closingPrice, Extremes } from './extremes.ts'

/** Prices of this time were not heard; what they were is read from one-minute bars. Market time; `toMs` infinite: until now. */
export type Gap = Readonly<{ fromMs: number; toMs: number }>

/** What one open position has seen so far. */
export type Trail = Readonly<{ extremes: Extremes; gaps: readonly Gap[] }>

type Open<T> = { readonly what: T; readonly side: Side; readonly extremes: Extremes; gaps: Gap[] }

/** A fill that is told later than this has missed ticks. */
const LATE_MS = 10_000

/** Keeps the extremes of one symbol's open positions, and knows what it has not heard: before a start, and between two sessions. */
export class ExcursionWatch<T> {
  #open: Open<T>[] = []
  #tickMs = 0
  #isListening = false

  /** From its fill on. One that is followed already goes on as it is, so that a fill in parts is one position. */
  follow(what: T, side: Side, price: number, fromMs: number): void {
    if (this.#open.some(one => one.what === what)) return
    const missed = { fromMs, toMs: this.#isListening ? this.#tickMs : Number.POSITIVE_INFINITY }
    const gaps = missed.toMs - fromMs > LATE_MS ? [missed] : []
    this.#open.push({ what, side, extremes: new Extremes(side, price), gaps })
  }

  /** In the way of every tick. */
  onTick(timeMs: number, bid: number, ask: number): void {
    if (!this.#isListening) this.#listen(timeMs)
    this.#tickMs = timeMs
    for (const { side, extremes } of this.#open) extremes.take(closingPrice(side, bid, ask))
  }

  /** No more ticks until the next session. */
  breakOff(): void {
    if (!this.#isListening) return
    this.#isListening = false
    for (const one of this.#open)
      one.gaps = [...one.gaps, { fromMs: this.#tickMs, toMs: Number.POSITIVE_INFINITY }]
  }

  /** Ends following it; null when it never was. */
  take(what: T): Trail | null {
    const trail = this.#open.find(one => one.what === what) ?? null
    this.#open = this.#open.filter(one => one !== trail)
    return trail
  }

  #listen(timeMs: number): void {
    this.#isListening = true
    for (const one of this.#open)
      one.gaps = one.gaps.map(gap => ({ ...gap, toMs: Math.min(gap.toMs, timeMs) }))
  }
}
