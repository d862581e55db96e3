import { EpochMs } from '../../contracts/primitives.ts'
import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { BotView } from '../../contracts/telegram.ts'

const SHOWN = 5
/** Chats that are remembered as answered; after them no new one is answered. */
const MOST_CHATS = 1_000
/** All strangers together: Telegram lets a bot write so much and no more, and that belongs to the paired chats. */
const ANSWERS_A_MINUTE = 20
const MINUTE_MS = 60_000

/** Chats that write and are not paired: counted, shown, and answered once in the life of the bot's thread. */
export class Strangers {
  readonly #answered = new Set<ChatId>()
  #messages = 0
  #sinceMs = -Infinity
  #told = 0
  #last: readonly Readonly<{ chat: ChatId; name: string; atMs: EpochMs }>[] = []

  /** Whether it is answered: the first time only. */
  hear(chat: ChatId, name: string, atMs: number): boolean {
    this.count(chat, name, atMs)
    if (this.#answered.has(chat) || this.#answered.size >= MOST_CHATS || !this.mayTell(atMs)) return false
    this.#answered.add(chat)
    return true
  }

  /** One message more. */
  count(chat: ChatId, name: string, atMs: number): void {
    this.#messages++
    const others = this.#last.filter(each => each.chat !== chat)
    this.#last = [{ chat, name, atMs: EpochMs.parse(atMs) }, ...others].slice(0, SHOWN)
  }

  /** Whether one of them may be told something now; asking takes the place of one answer. */
  mayTell(atMs: number): boolean {
    if (Math.abs(atMs - this.#sinceMs) >= MINUTE_MS) {
      this.#sinceMs = atMs
      this.#told = 0
    }
    this.#told++
    return this.#told <= ANSWERS_A_MINUTE
  }

  /** Newest first. */
  view(): BotView['strangers'] {
    return { messages: this.#messages, last: this.#last.map(({ name, atMs }) => ({ name, atMs })) }
  }
}
