import type { TickColumns, TickSource } from '../ports/tick-source.ts'

export type TickTaker = (pair: number, timeMs: number, bid: number, ask: number) => void

/** Reads a source batch by batch and lets its ticks out when they are due. */
export class TickPlayer {
  readonly #batches: AsyncIterator<TickColumns>
  #batch: TickColumns | null = null
  #at = 0
  #ended = false

  constructor(source: TickSource) {
    this.#batches = source.batches()[Symbol.asyncIterator]()
  }

  /** Makes sure that the next tick is at hand; false when there is none any more. */
  async prime(): Promise<boolean> {
    while (!this.#ended && (!this.#batch || this.#at >= this.#batch.length)) {
      const result = await this.#batches.next()
      this.#ended = result.done === true
      this.#batch = result.done === true ? null : result.value
      this.#at = 0
    }
    return !this.#ended
  }

  /** Time of the next tick; null when it is not at hand. */
  get nextMs(): number | null {
    return this.#batch && this.#at < this.#batch.length ? (this.#batch.timeMs[this.#at] as number) : null
  }

  /** Lets out what is at hand up to `dueMs`, at most `limit` ticks; gives their number and the time of the last. */
  play(dueMs: number, limit: number, take: TickTaker): Readonly<{ ticks: number; lastMs: number | null }> {
    if (!this.#batch) return { ticks: 0, lastMs: null }
    const { timeMs, pair, bid, ask, length } = this.#batch
    const first = this.#at
    const end = Math.min(length, first + limit)
    let at = first
    while (at < end && (timeMs[at] as number) <= dueMs) {
      take(pair[at] as number, timeMs[at] as number, bid[at] as number, ask[at] as number)
      at++
    }
    this.#at = at
    return { ticks: at - first, lastMs: at > first ? (timeMs[at - 1] as number) : null }
  }

  /** Lets go of the source's files. */
  async close(): Promise<void> {
    await this.#batches.return?.()
  }
}
