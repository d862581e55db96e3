import { WaitingRoom } from './waiting-room.ts'

/** Questions to a worker, numbered here. Each gets exactly one answer: the worker's, or why there is none. */
export class Questions<Answer> {
  readonly #waiting = new WaitingRoom<number, Answer>()
  readonly #withoutWorker: () => Answer
  #asked = 0

  constructor(withoutWorker: () => Answer) {
    this.#withoutWorker = withoutWorker
  }

  /** `post` tells whether there is a worker that takes it. */
  ask(post: (ask: number) => boolean): Promise<Answer> {
    const ask = (this.#asked += 1)
    const answer = this.#waiting.wait(ask)
    if (!post(ask)) this.#waiting.answer(ask, this.#withoutWorker())
    return answer
  }

  answered(ask: number, answer: Answer): void {
    this.#waiting.answer(ask, answer)
  }

  /** The worker is gone with what it was asked. */
  lost(): void {
    this.#waiting.empty(this.#withoutWorker)
  }
}
