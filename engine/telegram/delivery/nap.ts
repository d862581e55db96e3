/** Sleep that ends early when there is something to do; a nudge before it is not forgotten. */
export class Nap {
  #wake: (() => void) | null = null
  #isNudged = false

  /** `Infinity`: until it is nudged. */
  async sleep(ms: number): Promise<void> {
    if (this.#isNudged) {
      this.#isNudged = false
      return
    }
    await new Promise<void>(resolve => {
      const timer = Number.isFinite(ms) ? setTimeout(resolve, ms) : undefined
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#wake = null
    this.#isNudged = false
  }

  nudge(): void {
    this.#isNudged = true
    this.#wake?.()
  }
}
