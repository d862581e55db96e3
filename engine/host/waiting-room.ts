/** Questions that wait for their answer, by number or id. Nothing waits for ever: whoever loses the answerer empties the room. */
export class WaitingRoom<Key, Answer> {
  readonly #waiting = new Map<Key, (answer: Answer) => void>()

  wait(key: Key): Promise<Answer> {
    return new Promise(resolve => this.#waiting.set(key, resolve))
  }

  /** An answer that nobody waits for is dropped. */
  answer(key: Key, answer: Answer): void {
    const resolve = this.#waiting.get(key)
    this.#waiting.delete(key)
    resolve?.(answer)
  }

  /** Answers all that wait. */
  empty(answerFor: (key: Key) => Answer): void {
    for (const key of this.#waiting.keys()) this.answer(key, answerFor(key))
  }
}
