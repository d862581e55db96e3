import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'

/** Numbers that are remembered one by one; older ones are below every search. */
const REMEMBERED = 5_000
/** One search tries no more than so many messages: behind them somebody else wrote a lot, and nobody will find it. */
const TRIED_MOST = 60

type Box = { highest: MessageId; sent: MessageId | null; readonly known: Set<MessageId> }

/**
 * Which message numbers are taken, as far as this program knows. All private chats and small groups of a bot share one row of
 * numbers, a supergroup (below -10¹²) has its own: https://core.telegram.org/api/updates#message-related-event-sequences.
 */
export class MessageNumbers {
  readonly #boxes = new Map<ChatId | 'shared', Box>()

  /** Somebody else's, or one from before this program. */
  heard(chat: ChatId, message: MessageId): void {
    this.#know(this.#box(chat), message)
  }

  /** Ours, of this program. */
  sent(chat: ChatId, message: MessageId): void {
    const box = this.#box(chat)
    box.sent = Math.max(box.sent ?? 0, message)
    this.#know(box, message)
  }

  /**
   * Whatever is sent from now on has a higher number, and whatever was said before this program a lower one. Null before the first
   * message that is known to be sent: an older one of the bot may be anywhere, and must not be taken for a lost one.
   */
  floor(chat: ChatId): MessageId | null {
    const { sent, highest } = this.#box(chat)
    return sent === null ? null : highest
  }

  /** What a message may have for a number that was sent after `after`, and of which nothing was heard; nearest first. */
  unknown(chat: ChatId, after: MessageId | null, more: number): readonly MessageId[] {
    if (after === null) return []
    const { highest, known } = this.#box(chat)
    const last = Math.max(highest, after) + more
    const found: MessageId[] = []
    for (let number = after + 1; number <= last && found.length < TRIED_MOST; number++)
      if (!known.has(number)) found.push(number)
    return found
  }

  #know(box: Box, message: MessageId): void {
    box.highest = Math.max(box.highest, message)
    box.known.add(message)
    if (box.known.size <= REMEMBERED) return
    const [oldest] = box.known
    if (oldest !== undefined) box.known.delete(oldest)
  }

  #box(chat: ChatId): Box {
    const name = chat <= -1_000_000_000_000 ? chat : 'shared'
    const known = this.#boxes.get(name)
    if (known) return known
    const box: Box = { highest: 0, sent: null, known: new Set() }
    this.#boxes.set(name, box)
    return box
  }
}
