import { EpochMs } from '../../contracts/primitives.ts'
import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { BotView } from '../../contracts/telegram.ts'

const SHOWN = 5
/** Chats that are remembered as answered; after them no new one is answered. */
const MOST_CHATS = 10_000

/** Chats that write and are not paired: counted, shown, and answered once in the life of the bot's thread. */
export class Strangers {
  readonly #answered = new Set<ChatId>()
  #messages = 0
  #last: readonly Readonly<{ chat: ChatId; name: string; atMs: EpochMs }>[] = []

  /** Whether it is answered: the first time only. */
  hear(chat: ChatId, name: string, atMs: number): boolean {
    this.#messages++
    const others = this.#last.filter(each => each.chat !== chat)
    this.#last = [{ chat, name, atMs: EpochMs.parse(atMs) }, ...others].slice(0, SHOWN)
    if (this.#answered.has(chat) || this.#answered.size >= MOST_CHATS) return false
    this.#answered.add(chat)
    return true
  }

  /** Newest first. */
  view(): BotView['strangers'] {
    return { messages: this.#messages, last: this.#last.map(({ name, atMs }) => ({ name, atMs })) }
  }
}
