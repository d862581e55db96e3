/** Who wants to hear of something. */
export class Listeners<T> {
  readonly #takers = new Set<(value: T) => void>()

  get count(): number {
    return this.#takers.size
  }

  /** Returns its own removal. The same function may be added twice and is then called twice. */
  add(take: (value: T) => void): () => void {
    const own = (value: T) => take(value)
    this.#takers.add(own)
    return () => void this.#takers.delete(own)
  }

  tell(value: T): void {
    for (const take of this.#takers) take(value)
  }
}
