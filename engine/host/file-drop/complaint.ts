import type { EpochMs } from '../../contracts/primitives.ts'

const AGAIN_MS = 60_000

/** Says what is wrong once, however often it is found: again after a minute, or when something else is wrong. */
export class Complaint {
  readonly #notice: (text: string) => void
  readonly #now: () => EpochMs
  #last = { text: '', ms: 0 }

  constructor(notice: (text: string) => void, now: () => EpochMs) {
    this.#notice = notice
    this.#now = now
  }

  say(text: string): void {
    const nowMs = this.#now()
    if (text === this.#last.text && nowMs - this.#last.ms < AGAIN_MS) return
    this.#last = { text, ms: nowMs }
    this.#notice(text)
  }
}
