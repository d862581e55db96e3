/** Tells at once, and then no more often than every so many milliseconds; the last word is always told. */
export class Paced {
  readonly #everyMs: number
  readonly #tell: () => void
  #resting: NodeJS.Timeout | null = null
  #isDue = false

  constructor(everyMs: number, tell: () => void) {
    this.#everyMs = everyMs
    this.#tell = tell
  }

  tell(): void {
    if (this.#resting !== null) {
      this.#isDue = true
      return
    }
    this.#isDue = false
    this.#resting = setTimeout(() => {
      this.#resting = null
      if (this.#isDue) this.tell()
    }, this.#everyMs)
    this.#tell()
  }

  stop(): void {
    if (this.#resting !== null) clearTimeout(this.#resting)
    this.#isDue = false
  }
}
