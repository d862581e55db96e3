import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'

/** Numbers that are remembered one by one; older ones are below every search. */
const REMEMBERED = 5_000
/** One search tries no more than so many messages: behind them somebody else wrote a lot, and nobody will find it. */
const TRIED_MOST = 60

type Box = { highest: MessageId | null; readonly taken: Set<number> }

/**
 * Which message numbers are taken, as far as the bot knows. All private chats and small groups of a bot share one row of numbers,
 * a supergroup (below -10¹²) has its own: https://core.telegram.org/api/updates#message-related-event-sequences.
 */
export class MessageNumbers {
  readonly #boxes = new Map<ChatId | 'shared', Box>()

  saw(chat: ChatId, message: MessageId): void {
    const box = this.#box(chat)
    box.highest = Math.max(box.highest ?? 0, message)
    box.taken.add(message)
    if (box.taken.size > REMEMBERED)
      for (const oldest of box.taken) {
        box.taken.delete(oldest)
        break
      }
  }

  highest(chat: ChatId): MessageId | null {
    return this.#box(chat).highest
  }

  /** What a message of ours may have for a number that was sent after `after` and of which nothing was heard; nearest first. */
  unknown(chat: ChatId, after: MessageId | null, ahead: number): readonly MessageId[] {
    const { highest, taken } = this.#box(chat)
    const from = after ?? highest
    if (from === null) return []
    const last = Math.max(highest ?? 0, from) + ahead
    const found: MessageId[] = []
    for (let number = from + 1; number <= last && found.length < TRIED_MOST; number++)
      if (!taken.has(number)) found.push(number)
    return found
  }

  #box(chat: ChatId): Box {
    const name = chat <= -1_000_000_000_000 ? chat : 'shared'
    const known = this.#boxes.get(name)
    if (known) return known
    const box: Box = { highest: null, taken: new Set() }
    this.#boxes.set(name, box)
    return box
  }
}
