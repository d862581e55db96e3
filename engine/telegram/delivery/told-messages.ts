import type { MessageId } from '../../contracts/telegram-chat.ts'

/** An alert that is older than so many others is not changed any more. */
const REMEMBERED = 5_000

/** Which message of a chat tells which alert. */
export class ToldMessages {
  readonly #messages = new Map<string, MessageId>()

  of(key: string | null): MessageId | undefined {
    return key === null ? undefined : this.#messages.get(key)
  }

  readonly has = (key: string): boolean => this.#messages.has(key)

  set(key: string, message: MessageId): void {
    this.#messages.set(key, message)
    if (this.#messages.size <= REMEMBERED) return
    const [oldest] = this.#messages.keys()
    if (oldest !== undefined) this.#messages.delete(oldest)
  }

  forget(key: string): void {
    this.#messages.delete(key)
  }
}
