/** Tells that something has changed, once for all that changes within a moment: a flood of strangers is no flood of views. */
export class Changes {
  readonly #tell: () => void
  readonly #withinMs: number
  #timer: NodeJS.Timeout | null = null
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

  /** What has not been told is told now. */
  end(): void {
    this.#ended = true
    if (this.#timer === null) return
    clearTimeout(this.#timer)
    this.#tell()
  }
}
