import type { Reply } from '../reply.ts'

/** Answers that are on their way. A bot that stops waits for them no longer, and says so in their place. */
export class AwaitedAnswers {
  readonly #endings = new Set<() => void>()
  #isEnded = false

  /** The answer, or `unanswered` when the end comes first. */
  async inTime(answer: Promise<Reply | null>, unanswered: Reply): Promise<Reply | null> {
    let end = () => {}
    const ended = new Promise<Reply>(resolve => (end = () => resolve(unanswered)))
    this.#endings.add(end)
    if (this.#isEnded) end()
    try {
      return await Promise.race([answer, ended])
    } finally {
      this.#endings.delete(end)
    }
  }

  /** What is heard after it is not waited for either. */
  end(): void {
    this.#isEnded = true
    for (const end of this.#endings) end()
  }
}
