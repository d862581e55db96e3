import type { Api } from 'grammy'
import type { PairedChat, TelegramRecord } from '../../contracts/telegram.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import { KEYS } from '../commands/menus.ts'
import type { CommandRouter } from '../commands/router.ts'
import type { Delivery } from '../delivery/delivery.ts'
import { WORDS } from '../hearing/listener-words.ts'
import type { Reply } from '../reply.ts'
import { helloReply } from '../texts/hello-reply.ts'
import type { ChatMenus } from './chat-menus.ts'
import { isGroup } from './code-desk.ts'
import type { Roster } from './roster.ts'

export type ReceptionParts = Readonly<{
  roster: Roster
  delivery: Pick<Delivery, 'open' | 'close' | 'answer'>
  router: Pick<CommandRouter, 'forget'>
  menus: ChatMenus
  /** To write with; null while there is nothing. */
  api(): Api | null
  /** Who is paired is another matter now. */
  changed(): void
}>

/** Lets chats in and out as the ledger says: their lines, their menus, and a word to each. */
export class Reception {
  readonly #parts: ReceptionParts

  constructor(parts: ReceptionParts) {
    this.#parts = parts
  }

  restored({ chats, alerts }: TelegramRecord): void {
    const { roster, delivery, changed } = this.#parts
    const before = roster.all()
    roster.restore(chats)
    for (const { chat } of before) if (!roster.get(chat)) this.#closed(chat)
    for (const chat of chats) delivery.open(chat, alerts)
    changed()
  }

  told(stored: StoredEvent): void {
    const { roster, delivery, menus, api, changed } = this.#parts
    const change = roster.take(stored)
    if (change === null) return
    const { chat } = change
    if (change.is === 'paired') delivery.open(chat, [])
    else this.#closed(chat.chat)
    const writer = api()
    if (change.is === 'unpaired') {
      void delivery.answer(chat.chat, { html: WORDS.goodbye, ...(isGroup(chat.chat) ? {} : { keys: [] }) })
      if (writer) void menus.withdraw(writer, chat)
    } else if (change.isNew) {
      void delivery.answer(chat.chat, greeting(chat))
      if (writer) void menus.offer(writer, [chat])
    }
    changed()
  }

  #closed(chat: number): void {
    this.#parts.delivery.close(chat)
    this.#parts.router.forget(chat)
  }
}

/** With the keys below the text field; in a group they would lie below everybody's. */
export function greeting(chat: PairedChat): Reply {
  const keys = KEYS[chat.role].map(row => row.map(({ label }) => label))
  return isGroup(chat.chat) ? helloReply(chat) : { ...helloReply(chat), keys }
}
