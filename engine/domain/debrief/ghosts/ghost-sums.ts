/** Ghosts of one trading day: how many, and what they came to, R; and the same of those that are marked, by whatever the keeper marks. */
export type DaySum = { n: number; sumR: number; marked: number; markedR: number }

/** By trading day, since years are remembered. */
export class GhostSums {
  readonly #days = new Map<number, DaySum>()

  add(dayMs: number, r: number, isMarked: boolean): void {
    const day = this.#days.get(dayMs) ?? { n: 0, sumR: 0, marked: 0, markedR: 0 }
    day.n++
    day.sumR += r
    if (isMarked) {
      day.marked++
      day.markedR += r
    }
    this.#days.set(dayMs, day)
  }

  /** Days that begin in [fromMs, toMs), in order. */
  between(fromMs: number, toMs: number): (DaySum & { readonly dayMs: number })[] {
    return [...this.#days]
      .filter(([dayMs]) => dayMs >= fromMs && dayMs < toMs)
      .map(([dayMs, sum]) => ({ dayMs, ...sum }))
      .toSorted((a, b) => a.dayMs - b.dayMs)
  }
}
