import { MINUTE_MS } from '../domain/market/civil.ts'
import { TickWriter } from '../wire/index.ts'

/**
 * The ticks of the minute that is being played. A new session gets them first: history ends with the last closed minute,
 * and an app that has just started could not make this one whole.
 */
export class MinuteSoFar {
  readonly #writer = new TickWriter()
  #full: Uint8Array[] = []
  #endMs = 0

  /** Prices as the wire has them. */
  add(index: number, timeMs: number, bid: number, ask: number): void {
    if (timeMs >= this.#endMs) {
      this.#endMs = timeMs - (timeMs % MINUTE_MS) + MINUTE_MS
      this.#full = []
      this.#writer.take()
    }
    if (this.#writer.isFull) this.#full.push(this.#writer.take())
    this.#writer.add(index, timeMs, bid, ask, 0)
  }

  /** Bodies of `ticks`, in order. */
  bodies(): readonly Uint8Array[] {
    if (this.#writer.count > 0) this.#full.push(this.#writer.take())
    return [...this.#full]
  }
}
