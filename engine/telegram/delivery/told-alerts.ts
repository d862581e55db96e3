import type { MessageId } from '../../contracts/telegram-chat.ts'

/** An alert that is older than so many others is not changed any more. */
const REMEMBERED = 5_000

type Told = Readonly<{ message: MessageId | null; seq: number }>

/** Which edition of which alert a chat has, and in which message. */
export class ToldAlerts {
  readonly #told = new Map<string, Told>()

  messageOf(key: string | null): MessageId | undefined {
    return key === null ? undefined : (this.#told.get(key)?.message ?? undefined)
  }

  readonly isThere = (key: string): boolean => this.messageOf(key) !== undefined

  /** Undefined: none that is remembered. */
  seqOf(key: string): number | undefined {
    return this.#told.get(key)?.seq
  }

  /** `message` null: no message is its own. */
  set(key: string, seq: number, message: MessageId | null): void {
    this.#told.set(key, { message, seq })
    if (this.#told.size <= REMEMBERED) return
    const [oldest] = this.#told.keys()
    if (oldest !== undefined) this.#told.delete(oldest)
  }
}
