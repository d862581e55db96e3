import type { AnswerSample } from '../../contracts/link-report.ts'

const KEPT = 100
const KEPT_MS = 600_000
/** Commands that are waited for; of more the oldest are not measured. */
const MOST_WAITING = 256

/** How long the terminal took to answer each command, on one clock of this computer. */
export class AnswerTimes {
  readonly #waiting = new Map<string, Readonly<{ type: string; sinceMs: number }>>()
  #answers: readonly AnswerSample[] = []

  asked(id: string, type: string, steadyMs: number): void {
    this.#waiting.set(id, { type, sinceMs: steadyMs })
    const [oldest] = this.#waiting.keys()
    if (this.#waiting.size > MOST_WAITING && oldest !== undefined) this.#waiting.delete(oldest)
  }

  /** The first word about it counts; a later one was waiting for the market. */
  answered(id: string, at: Readonly<{ nowMs: number; steadyMs: number }>): void {
    const asked = this.#waiting.get(id)
    if (asked === undefined) return
    this.#waiting.delete(id)
    const answer = { atMs: at.nowMs, type: asked.type, tookMs: at.steadyMs - asked.sinceMs }
    this.#answers = [...this.#answers, answer].slice(-KEPT)
  }

  /** The session is over: an answer in the next one says nothing about the link. */
  forget(): void {
    this.#waiting.clear()
  }

  samples(nowMs: number): readonly AnswerSample[] {
    return this.#answers.filter(({ atMs }) => nowMs - atMs <= KEPT_MS)
  }
}
