/** One thing to wait for at a time: what comes later takes the place of what was waited for. */
export class OneTimer {
  #timer: NodeJS.Timeout | null = null

  set(ms: number, work: () => void): void {
    this.clear()
    this.#timer = setTimeout(work, ms)
  }

  clear(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}
