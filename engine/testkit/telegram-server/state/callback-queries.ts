import { badRequest } from '../refusal.ts'

/** https://core.telegram.org/bots/api#answercallbackquery: what the person who pressed gets to see. */
export type CallbackAnswer = Readonly<{ text: string; isAlert: boolean }>

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

/** Presses that wait for their answer. Each is answered once, in time, or never. */
export class CallbackQueries {
  readonly #waiting = new Map<string, (answer: CallbackAnswer) => void>()
  #count = 0

  open(): Readonly<{ queryId: string; answer: Promise<CallbackAnswer> }> {
    const queryId = String(4_000_000_000_000 + ++this.#count)
    return { queryId, answer: new Promise(resolve => this.#waiting.set(queryId, resolve)) }
  }

  answer(id: string, answer: CallbackAnswer): void {
    const waiting = this.#waiting.get(id)
    if (!waiting) throw badRequest(TOO_OLD)
    this.#waiting.delete(id)
    waiting(answer)
  }

  /** Whoever pressed stops waiting; an answer that comes later is refused. */
  expire(): void {
    this.#waiting.clear()
  }
}
