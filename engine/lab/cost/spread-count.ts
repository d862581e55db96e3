/** How often each spread was there: as many numbers as there are spreads, however many minutes. */
export class SpreadCount {
  readonly #counts = new Map<number, number>()
  #total = 0

  /** The first `count` of a column. */
  add(spreads: Int32Array, count: number): void {
    for (let at = 0; at < count; at++) {
      const spread = spreads[at] as number
      this.#counts.set(spread, (this.#counts.get(spread) ?? 0) + 1)
    }
    this.#total += count
  }

  /** The middle one, of an even number the upper; 0 of none. */
  get median(): number {
    let below = 0
    for (const [spread, count] of [...this.#counts].sort(([a], [b]) => a - b)) {
      below += count
      if (below > this.#total >> 1) return spread
    }
    return 0
  }
}
