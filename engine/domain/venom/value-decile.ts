/** Candidates before the best tenth is known, and how many are remembered. */
const ENOUGH = 100
const MEMORY = 1_000

/** Learns where the best tenth of expected values begins, from every candidate that a model has judged, taken or not. */
export class ValueDecile {
  /** In the order they came; the oldest makes room. */
  readonly #came: number[] = []
  readonly #sorted: number[] = []

  /** As `kept` gave it. */
  static restored(kept: readonly number[]): ValueDecile {
    const values = new ValueDecile()
    for (const value of kept) values.add(value)
    return values
  }

  /** All that it remembers, oldest first. */
  kept(): readonly number[] {
    return [...this.#came]
  }

  add(expectedR: number): void {
    if (!Number.isFinite(expectedR)) return
    this.#came.push(expectedR)
    this.#sorted.splice(placeOf(this.#sorted, expectedR), 0, expectedR)
    if (this.#came.length <= MEMORY) return
    const oldest = this.#came.shift() as number
    this.#sorted.splice(placeOf(this.#sorted, oldest), 1)
  }

  /** The value that nine of ten lie below, R; null before 100 candidates. */
  get bound(): number | null {
    const count = this.#sorted.length
    return count < ENOUGH ? null : (this.#sorted[Math.ceil(0.9 * count) - 1] as number)
  }
}

/** Where the first value that is not smaller stands. */
function placeOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
