/** Messages on their way between the app and the terminal: in order each way, and gone when the link breaks. */
import type { AppMessageType, Header } from '../../../engine/contracts/wire/index.ts'

export type ToApp = Readonly<{ header: Header; body: Uint8Array }>
export type ToTerminal = Readonly<{
  session: string
  type: AppMessageType
  body: Uint8Array
  sentMs: number
  /** What the app says it has on its disk. */
  committed: number
}>

type Waiting<M> = Readonly<{ message: M; dueMs: number }>

export class Way<M> {
  #queue: Waiting<M>[] = []
  #lastDueMs = 0
  readonly #deliver: (message: M) => void

  constructor(deliver: (message: M) => void) {
    this.#deliver = deliver
  }

  /** As TCP keeps it: nothing overtakes. */
  send(message: M, dueMs: number): void {
    this.#lastDueMs = Math.max(this.#lastDueMs, dueMs)
    this.#queue.push({ message, dueMs: this.#lastDueMs })
  }

  advance(nowMs: number): void {
    for (let next = this.#queue[0]; next && next.dueMs <= nowMs; next = this.#queue[0]) {
      this.#queue.shift()
      this.#deliver(next.message)
    }
  }

  cut(): void {
    this.#queue = []
  }
}
