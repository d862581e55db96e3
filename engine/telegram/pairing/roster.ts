import type { StoredEvent } from '../../contracts/events.ts'
import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { PairedChat } from '../../contracts/telegram.ts'

/** What an event changed of it. `isNew`: it may say something that it might not before. */
export type RosterChange =
  | Readonly<{ is: 'paired'; chat: PairedChat; isNew: boolean }>
  | Readonly<{ is: 'unpaired'; chat: PairedChat }>

/** Who is paired, by the ledger and nothing else. */
export class Roster {
  readonly #chats = new Map<ChatId, PairedChat>()

  /** Instead of all that it knew. */
  restore(chats: readonly PairedChat[]): void {
    this.#chats.clear()
    for (const chat of chats) this.#chats.set(chat.chat, chat)
  }

  /** Null: the event is about something else, or changes nothing. */
  take({ seq, wallMs, event }: StoredEvent): RosterChange | null {
    if (event.kind === 'chatPaired') {
      const before = this.#chats.get(event.chat)
      const { chat: id, role, name } = event
      const chat = {
        pairedSeq: seq,
        settledSeq: seq,
        sent: {},
        ...before,
        chat: id,
        role,
        name,
        pairedMs: wallMs,
      }
      this.#chats.set(id, chat)
      return { is: 'paired', chat, isNew: before?.role !== role }
    }
    if (event.kind !== 'chatUnpaired') return null
    const chat = this.#chats.get(event.chat)
    return chat !== undefined && this.#chats.delete(event.chat) ? { is: 'unpaired', chat } : null
  }

  get(chat: ChatId): PairedChat | undefined {
    return this.#chats.get(chat)
  }

  /** In the order in which they were paired. */
  all(): readonly PairedChat[] {
    return [...this.#chats.values()]
  }
}
