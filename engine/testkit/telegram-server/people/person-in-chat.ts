import type { BotCommand, MenuButton, User } from 'grammy/types'
import { withCommands } from '../markup/read-text.ts'
import type { BotAccount } from '../state/bot-account.ts'
import type { CallbackAnswer } from '../state/callback-queries.ts'
import type { ChatRoom } from '../state/chat-room.ts'
import { currentOf, type Content, type StoredMessage } from '../state/stored-message.ts'
import { tellMembership } from './membership.ts'
import { asSeen, type SeenMessage } from './seen-message.ts'

/** How long a test waits for the bot before it fails with what the chat shows; only a bot that hangs meets it. */
const PATIENCE_MS = 30_000

export type Press = 'stale' | Readonly<{ queryId: string; data: string; answer: Promise<CallbackAnswer> }>

/** A person with the chat open: writes, presses, reads. */
export class PersonInChat {
  readonly #bot: BotAccount
  readonly #room: ChatRoom
  readonly person: User

  constructor(bot: BotAccount, room: ChatRoom, person: User) {
    this.#bot = bot
    this.#room = room
    this.person = person
  }

  get chatId(): number {
    return this.#room.chat.id
  }

  /** The server has a message at once and hands it to the bot when that asks, so it may be old by then. */
  send(
    text: string,
    { secondsAgo = 0, repliesTo = null }: { secondsAgo?: number; repliesTo?: number | null } = {},
  ): number {
    const content: Content = { is: 'text', text: withCommands({ text, entities: [] }) }
    return this.#write(content, { repliesTo }, this.#bot.now() - secondsAgo * 1_000)
  }

  /** The link https://t.me/<bot>?start=CODE and its START button. */
  start(code: string): number {
    return this.send(`/start ${code}`)
  }

  /** Changes what the person wrote. The bot hears of it as of a message that was edited, never as of a new one. */
  edit(messageId: number, text: string): void {
    const stored = this.#stored(messageId)
    if (stored.from.id !== this.person.id)
      throw new Error(`Message ${messageId} was written by somebody else.`)
    const content: Content = { is: 'text', text: withCommands({ text, entities: [] }) }
    stored.versions.push({ content, buttons: [], atMs: this.#bot.now() })
    this.#room.changed(stored)
    if (!this.#mayBotRead(stored)) return
    const edit_date = Math.floor(this.#bot.now() / 1_000)
    this.#bot.updates.push('edited_message', {
      edited_message: { ...this.#bot.seen(this.#room, stored), edit_date },
    })
  }

  /** A message of another chat, as it looks now. Its callback buttons stay behind. */
  forward(from: PersonInChat, messageId: number): number {
    const original = from.#stored(messageId)
    const { content } = currentOf(original)
    const origin = { from: original.from, atMs: original.versions[0]?.atMs ?? 0 }
    return this.#write(content, { origin }, this.#bot.now())
  }

  /** Presses a button of a message by its label; `stale` when the message, or that button, is no longer there. */
  press(messageId: number, label: string): Press {
    const stored = this.#room.messages.get(messageId)
    const button =
      stored &&
      currentOf(stored)
        .buttons.flat()
        .find(each => each.text === label)
    return button && 'callback_data' in button ? this.forge(messageId, button.callback_data) : 'stale'
  }

  /** A press with any data, which a changed client may send: https://core.telegram.org/bots/api#callbackquery */
  forge(messageId: number, data: string): Exclude<Press, 'stale'> {
    const stored = this.#stored(messageId)
    const { queryId, answer } = this.#bot.queries.open()
    this.#bot.updates.push('callback_query', {
      callback_query: {
        id: queryId,
        from: this.person,
        message: this.#bot.seen(this.#room, stored),
        chat_instance: String(this.chatId),
        data,
      },
    })
    return { queryId, data, answer }
  }

  /** The chat as the person sees it now, oldest first. */
  read(): SeenMessage[] {
    return [...this.#room.messages.values()].map(asSeen)
  }

  /** The newest message that fits, or the first one that comes or is edited so that it fits. */
  waitFor(fits: (message: SeenMessage) => boolean, patienceMs = PATIENCE_MS): Promise<SeenMessage> {
    const there = this.read().findLast(fits)
    if (there) return Promise.resolve(there)
    return new Promise((resolve, reject) => {
      const unwatch = this.#room.watch(stored => {
        const seen = asSeen(stored)
        if (!fits(seen)) return
        clearTimeout(timer)
        unwatch()
        resolve(seen)
      })
      const timer = setTimeout(() => {
        unwatch()
        const shown = this.read().map(({ from, text }) => `${from}: ${text}`)
        reject(new Error(`No such message came. The chat shows:\n${shown.slice(-20).join('\n')}`))
      }, patienceMs)
    })
  }

  /** The list behind the menu button, and the button. */
  commands(): readonly BotCommand[] {
    const { isPrivate, administrators } = this.#room
    const userId = this.person.id
    const viewer = { chatId: this.chatId, userId, isPrivate, isAdministrator: administrators.has(userId) }
    return this.#bot.menus.shownTo(viewer, this.person.language_code ?? '')
  }

  menuButton(): MenuButton {
    return this.#bot.menus.buttonOf(this.chatId)
  }

  /** The keyboard below the text field; pressing one of its keys is the same as writing its label. */
  keyboard(): readonly (readonly string[])[] {
    return this.#room.keyboard
  }

  /** Blocks the bot in a private chat, throws it out of a group. */
  shutOut(): void {
    this.#room.door = 'shut'
    tellMembership(this.#bot, this.#room, this.person, 'member', 'kicked')
  }

  letIn(): void {
    this.#room.door = 'open'
    tellMembership(this.#bot, this.#room, this.person, 'kicked', 'member')
  }

  /** Empties the chat, so that a long test does not fill the memory. */
  clear(): void {
    this.#room.messages.clear()
  }

  #write(content: Content, more: Partial<Pick<StoredMessage, 'origin' | 'repliesTo'>>, atMs: number): number {
    if (this.#room.door === 'unstarted') this.#room.door = 'open'
    const stored = this.#bot.post(this.#room, this.person, { content, buttons: [], atMs }, more)
    if (this.#mayBotRead(stored))
      this.#bot.updates.push('message', { message: this.#bot.seen(this.#room, stored) })
    return stored.id
  }

  /** Privacy mode of groups: https://core.telegram.org/bots/features#privacy-mode */
  #mayBotRead(stored: StoredMessage): boolean {
    if (this.#room.door !== 'open') return false
    if (this.#room.isPrivate || this.#bot.me.can_read_all_group_messages) return true
    const replied = stored.repliesTo === null ? undefined : this.#room.messages.get(stored.repliesTo)
    if (replied?.from.id === this.#bot.me.id) return true
    const { text } = currentOf(stored).content.text
    const command = /^\/[a-z\d_]+(?:@([a-z\d_]+))?/i.exec(text)
    return (
      command !== null &&
      (command[1] ?? this.#bot.me.username).toLowerCase() === this.#bot.me.username.toLowerCase()
    )
  }

  #stored(messageId: number): StoredMessage {
    const stored = this.#room.messages.get(messageId)
    if (!stored) throw new Error(`The chat has no message ${messageId}.`)
    return stored
  }
}
