import type { Chat, User } from 'grammy/types'
import { badRequest, forbidden } from '../refusal.ts'
import type { StoredMessage } from './stored-message.ts'

/** One conversation that the bot is part of, or was: what people see in it and who they are. */
export class ChatRoom {
  readonly chat: Exclude<Chat, Chat.ChannelChat>
  readonly members = new Map<number, User>()
  readonly administrators = new Set<number>()
  readonly messages = new Map<number, StoredMessage>()
  /** The keyboard below the text field: https://core.telegram.org/bots/api#replykeyboardmarkup */
  keyboard: readonly (readonly string[])[] = []
  /** `unstarted`: a person who has never written to the bot; it may not write first. `moved`: a group with another number now. */
  door: 'open' | 'unstarted' | 'shut' | 'moved' = 'open'
  readonly #watchers = new Set<(message: StoredMessage) => void>()

  constructor(chat: Exclude<Chat, Chat.ChannelChat>, members: readonly User[]) {
    this.chat = chat
    for (const member of members) this.members.set(member.id, member)
  }

  get isPrivate(): boolean {
    return this.chat.type === 'private'
  }

  /** The words of `Client::check_chat_access` and of the server behind it. */
  enter(): void {
    if (this.door === 'unstarted') throw forbidden("bot can't initiate conversation with a user")
    if (this.door === 'open') return
    if (this.door === 'moved') throw badRequest('group chat was upgraded to a supergroup chat')
    throw forbidden(
      this.isPrivate ? 'bot was blocked by the user' : `bot was kicked from the ${this.chat.type} chat`,
    )
  }

  add(message: StoredMessage): void {
    this.messages.set(message.id, message)
    this.changed(message)
  }

  /** Tells whoever watches that a message came or has another look. */
  changed(message: StoredMessage): void {
    for (const watcher of this.#watchers) watcher(message)
  }

  watch(watcher: (message: StoredMessage) => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
}
