/** Tells that something has changed, once for all that changes within a moment: a flood of strangers is no flood of views. */
export class Changes {
  readonly #tell: () => void
  readonly #withinMs: number
  #timer: NodeJS.Timeout | null = null
  #later: NodeJS.Timeout | null = null
  #ended = false

  constructor(tell: () => void, withinMs = 50) {
    this.#tell = tell
    this.#withinMs = withinMs
  }

  happened(): void {
    if (this.#ended) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#tell()
    }, this.#withinMs)
  }

  /** Something will be another matter then, such as a code whose time is over. */
  happensIn(ms: number): void {
    clearTimeout(this.#later ?? undefined)
    this.#later = setTimeout(() => this.happened(), ms)
    this.#later.unref()
  }

  /** What has not been told is told now. */
  end(): void {
    this.#ended = true
    clearTimeout(this.#later ?? undefined)
    if (this.#timer === null) return
    clearTimeout(this.#timer)
    this.#tell()
  }
}
