/** Counts faults by who and what, and says when one is worth telling: the 1st, 2nd, 4th, 8th … of its kind. */
export class FaultTally {
  readonly #counts = new Map<string, number>()

  /** The count so far when it should be told, else null. */
  add(who: string, code: string): number | null {
    const key = `${who} ${code}`
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return Number.isInteger(Math.log2(count)) ? count : null
  }
}
