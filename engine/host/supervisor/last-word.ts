/** Of somebody who was asked to finish: that it has, or that the patience is over. */
export class LastWord {
  #tell: (() => void) | null = null

  /** Resolves when it is heard, and at the latest after `ms`. */
  within(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms)
      this.#tell = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  heard(): void {
    this.#tell?.()
  }
}
