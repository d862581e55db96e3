import type { NoticeView } from '../../contracts/views.ts'
import type { Reply } from '../reply.ts'
import { html, lines } from '../texts/html.ts'

const EVERY_MS = 60_000

/** What the program itself has to say, for those who command: errors only, silently, and at most one a minute. */
export class NoticeLine {
  readonly #now: () => number
  #lastMs: number | null = null
  #untold = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** Null: it is not told. How many were not stands in the next that is. */
  take({ level, text }: NoticeView): Reply | null {
    if (level !== 'error') return null
    const nowMs = this.#now()
    if (this.#lastMs !== null && Math.abs(nowMs - this.#lastMs) < EVERY_MS) {
      this.#untold++
      return null
    }
    const untold = this.#untold
    this.#lastMs = nowMs
    this.#untold = 0
    const more =
      untold === 0
        ? null
        : html`<i>Within the last minute ${untold} more came that were not told; the log has them.</i>`
    return { html: lines(html`<b>The desk says:</b> ${text}`, more), isSilent: true }
  }
}
