import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { BodyOf } from '../contracts/wire/index.ts'
import type { StoredBar } from '../ports/bar-store.ts'

type Answer = {
  readonly request: BodyOf<'history'>
  readonly digits: number
  readonly portions: Iterator<readonly StoredBar[]>
  /** Made, and waiting to hear whether another one follows. */
  held: readonly StoredBar[] | null
}

export type HistoryDeskOptions = Readonly<{
  /** Nothing is said while nobody hears it: an answer with a hole in it would be worse than a late one. */
  isHeard(): boolean
  /** One message of an answer; `isMore` of all but the last. */
  say(request: BodyOf<'history'>, digits: number, bars: readonly StoredBar[], isMore: boolean): void
  /** Something broke that must not. */
  failed(error: unknown): void
}>

/** How long nobody hearing is waited for at a time. */
const UNHEARD_MS = 5

/**
 * Answers requests for history one after another, a portion a turn: weeks of minutes of fifteen pairs take seconds to make, and
 * beats and orders do not wait for them.
 */
export class HistoryDesk {
  readonly #options: HistoryDeskOptions
  #answers: Answer[] = []
  #isWorking = false

  constructor(options: HistoryDeskOptions) {
    this.#options = options
  }

  answer(request: BodyOf<'history'>, digits: number, portions: Iterable<readonly StoredBar[]>): void {
    this.#answers.push({ request, digits, portions: portions[Symbol.iterator](), held: null })
    if (this.#isWorking) return
    this.#isWorking = true
    void this.#work()
  }

  /** Whoever asked has gone. */
  forget(): void {
    this.#answers = []
  }

  async #work(): Promise<void> {
    const { isHeard, failed } = this.#options
    try {
      for (let next = this.#answers[0]; next; next = this.#answers[0]) {
        if (isHeard()) this.#goOn(next)
        await (isHeard() ? nextTurn() : sleep(UNHEARD_MS))
      }
    } catch (error) {
      failed(error)
    }
    this.#isWorking = false
  }

  #goOn(answer: Answer): void {
    const { say } = this.#options
    const { request, digits, portions, held } = answer
    const step = portions.next()
    if (step.done === true) {
      this.#answers.shift()
      return say(request, digits, held ?? [], false)
    }
    if (held) say(request, digits, held, true)
    answer.held = step.value
  }
}
