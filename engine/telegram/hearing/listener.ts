import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { TelegramChat } from '../../contracts/telegram-update.ts'
import type { Log } from '../../ports/log.ts'
import { nonceIn } from '../commands/button-data.ts'
import type { CommandRouter } from '../commands/router.ts'
import type { AnswerFate, Delivery } from '../delivery/delivery.ts'
import type { DeskLine } from '../desk-line.ts'
import { chatName } from '../pairing/chat-name.ts'
import { codeIn, isGroup, pair } from '../pairing/code-desk.ts'
import type { OneTimeCode } from '../pairing/one-time-code.ts'
import type { Roster } from '../pairing/roster.ts'
import type { Strangers } from '../pairing/strangers.ts'
import { placeOf } from '../place-of.ts'
import type { Reply } from '../reply.ts'
import type { Html } from '../texts/html.ts'
import { AwaitedAnswers } from './awaited-answers.ts'
import type { Heard } from './heard.ts'
import { TOASTS, WORDS } from './listener-words.ts'

export type ListenerParts = Readonly<{
  desk: Pick<DeskLine, 'note'>
  roster: Roster
  strangers: Strangers
  code: OneTimeCode
  router: CommandRouter
  delivery: Pick<Delivery, 'answer' | 'replace' | 'heard'>
  /** Ends the waiting of whoever pressed, with a few words or none. */
  acknowledge(query: string, toast: string | null): void
  /** As Telegram knows the bot; null: not yet. */
  botName(): string | null
  now(): number
  log: Log
  /** Something of the view is another one. */
  changed(): void
}>

type Said = Extract<Heard, { is: 'said' }>

/** The same hint is given once in this time. */
const HINT_EVERY_MS = 60_000

/** From what somebody did to who is meant: the code desk, a paired chat's commands, or a stranger's one answer. */
export class Listener {
  readonly #parts: ListenerParts
  readonly #hinted = new Map<ChatId, number>()
  readonly #shut = new Set<ChatId>()
  readonly #answers = new AwaitedAnswers()

  constructor(parts: ListenerParts) {
    this.#parts = parts
  }

  /** Whether the bot was blocked in this chat or thrown out of it. */
  isShut(chat: ChatId): boolean {
    return this.#shut.has(chat)
  }

  /** The bot stops: what was asked is over, and whoever waits for an answer is told that none comes. */
  end(): void {
    this.#parts.router.end()
    this.#answers.end()
  }

  /** Never rejects: what cannot be handled is logged without its text, answered, and the next is heard. */
  async handle(heard: Heard): Promise<void> {
    try {
      await this.#handle(heard)
    } catch (problem: unknown) {
      this.#parts.log.write('error', 'What a chat said could not be handled.', {
        was: heard.is,
        at: placeOf(problem),
      })
      if ('chat' in heard && this.#parts.roster.get(heard.chat.id)) this.#say(heard.chat.id, WORDS.broken)
    }
  }

  async #handle(heard: Heard): Promise<void> {
    if (heard.is === 'nothing' || heard.chat.type === 'channel') return
    switch (heard.is) {
      case 'said':
        return this.#said(heard)
      case 'pressed':
        return this.#pressed(heard)
      case 'foreign':
      case 'wordless':
        return this.#hint(heard.chat, WORDS[heard.is])
      case 'moved':
        return this.#moved(heard.chat.id, heard.to)
      case 'shut':
        return this.#closed(heard.chat.id)
      case 'open':
        return this.#opened(heard.chat.id)
    }
  }

  async #said(heard: Said): Promise<void> {
    const { roster, router, delivery, botName } = this.#parts
    const { chat, message, text, sentMs } = heard
    const paired = roster.get(chat.id)
    if (paired) this.#opened(chat.id, message)
    const code = codeIn(text, botName())
    if (code !== null) return this.#pair(heard, code)
    if (!paired) return this.#stranger(chat, WORDS.stranger)
    // Talk among people: a bot that may read all of it has no business to answer.
    if (isGroup(chat.id) && !text.startsWith('/')) return
    const reply = await this.#answers.inTime(router.said({ chat: paired, text, sentMs }), WORDS.unanswered)
    if (reply) void this.#followed(chat.id, reply, delivery.answer(chat.id, reply, message))
  }

  async #pair({ chat, message }: Said, typed: string): Promise<void> {
    const { roster, strangers, delivery, now, changed } = this.#parts
    const isPaired = roster.get(chat.id) !== undefined
    const pairing = await pair(this.#parts, chat, typed)
    if (pairing.is === 'paired') return changed()
    if (pairing.is === 'refused' && (isPaired || strangers.mayTell(now())))
      void delivery.answer(chat.id, { html: pairing.text }, message)
    if (!isPaired) strangers.count(chat.id, chatName(chat), now())
    changed()
  }

  async #pressed({ chat, message, query, data, isLate }: Extract<Heard, { is: 'pressed' }>): Promise<void> {
    const { roster, router, delivery, acknowledge } = this.#parts
    const paired = roster.get(chat.id)
    if (!paired) {
      if (this.#count(chat)) acknowledge(query, TOASTS.stranger)
      return
    }
    this.#opened(chat.id)
    // A press has no date: what was pressed an hour ago, while the desk was off, is no order of now.
    if (isLate) return acknowledge(query, TOASTS.late)
    const { toast, reply } = router.pressed({ chat: paired, data, message })
    acknowledge(query, toast)
    const said = await this.#answers.inTime(reply, { ...WORDS.unanswered, replaces: nonceIn(data) !== null })
    if (!said) return
    const { replaces = false } = said
    const fate = replaces ? delivery.replace(chat.id, message, said) : delivery.answer(chat.id, said)
    void this.#followed(chat.id, said, fate)
  }

  /** What takes its place by itself does so in the message that it has become. */
  async #followed(chat: ChatId, reply: Reply, fate: Promise<AnswerFate>): Promise<void> {
    void fate.then(({ is }) => reply.fate?.(is === 'sent'))
    const next = await reply.later
    const said = await fate
    if (next && said.is === 'sent') void this.#parts.delivery.replace(chat, said.message, next)
  }

  #stranger(chat: TelegramChat, words: Html): void {
    if (this.#count(chat)) this.#say(chat.id, words)
  }

  /** Whether it is answered. */
  #count(chat: TelegramChat): boolean {
    const isAnswered = this.#parts.strangers.hear(chat.id, chatName(chat), this.#parts.now())
    this.#parts.changed()
    return isAnswered
  }

  #hint(chat: TelegramChat, words: Html): void {
    if (!this.#parts.roster.get(chat.id)) return this.#stranger(chat, WORDS.stranger)
    const nowMs = this.#parts.now()
    const lastMs = this.#hinted.get(chat.id)
    if (isGroup(chat.id) || (lastMs !== undefined && Math.abs(nowMs - lastMs) < HINT_EVERY_MS)) return
    this.#hinted.set(chat.id, nowMs)
    this.#say(chat.id, words)
  }

  /** The old number can't be written to any more, and who is in the new group is anybody's guess. */
  async #moved(chat: ChatId, to: ChatId): Promise<void> {
    if (!this.#parts.roster.get(chat)) return
    await this.#parts.desk.note({
      note: 'unpaired',
      chat,
      why: 'The group became a supergroup and has another number.',
    })
    this.#say(to, WORDS.moved)
  }

  #closed(chat: ChatId): void {
    if (!this.#parts.roster.get(chat)) return
    this.#shut.add(chat)
    this.#parts.changed()
  }

  #opened(chat: ChatId, message: number | null = null): void {
    if (this.#shut.delete(chat)) this.#parts.changed()
    if (this.#parts.roster.get(chat)) this.#parts.delivery.heard(chat, message)
  }

  #say(chat: ChatId, html: Html): void {
    void this.#parts.delivery.answer(chat, { html })
  }
}
