import { setImmediate as turn } from 'node:timers/promises'
import type { Alert } from '../../contracts/alerts.ts'
import type { BotId, ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { PairedChat } from '../../contracts/telegram.ts'
import type { DeskLine } from '../desk-line.ts'
import type { Reply } from '../reply.ts'
import type { AnswerFate } from './answer-line.ts'
import { ChatLine, type LineState } from './chat-line.ts'
import type { Road } from './errand.ts'
import type { DeliverySettings, LineParts } from './line-parts.ts'
import { MessageNumbers } from './message-numbers.ts'
import type { Messenger } from './messenger.ts'
import { NoteKeeper } from './note-keeper.ts'
import { ownChat } from './own-chat.ts'
import { publishedRate } from './pace.ts'
import { TIMING } from './step.ts'
import { within } from './within.ts'

export type { AnswerFate } from './answer-line.ts'
export type { LineState } from './chat-line.ts'
export type { DeliverySettings } from './line-parts.ts'

export type DeliveryParts = Pick<
  LineParts,
  'reply' | 'firstTold' | 'isAnswered' | 'currency' | 'now' | 'log' | 'changed'
> &
  Readonly<{
    desk: Pick<DeskLine, 'note'>
    /** As which bot it writes; null: not known. */
    bot?: () => BotId | null
  }> &
  /** For tests. */
  Partial<Pick<LineParts, 'elapsedMs' | 'timing' | 'rate'>>

/** Messages beyond the highest that is known, and beyond one on its way into each chat, may be somebody's words that were not heard yet. */
const UNHEARD = 5
/** A call or a note that hangs does not hold up the end. */
const LAST_MS = 3_000

/** Every message to every chat, one line each: answers first, then alerts in their order, one call in flight. */
export class Delivery {
  readonly #parts: LineParts
  readonly #lines = new Map<ChatId, ChatLine>()
  /** Those that wait to be said. */
  readonly #answers = new Set<Promise<AnswerFate>>()
  readonly #numbers = new MessageNumbers()
  readonly #notes: NoteKeeper
  readonly #bot: () => BotId | null
  #settings: DeliverySettings
  #messenger: Messenger | null = null
  #isStopped = false

  constructor({ desk, bot = () => null, ...parts }: DeliveryParts, settings: DeliverySettings) {
    this.#settings = settings
    this.#bot = bot
    this.#notes = new NoteKeeper(desk, parts.log)
    this.#parts = {
      elapsedMs: () => performance.now(),
      timing: TIMING,
      rate: publishedRate,
      ...parts,
      notes: this.#notes,
      road: () => this.#road(),
      settings: () => this.#settings,
    }
  }

  /** Whatever writes to Telegram from now on. Null: nothing does, and all that is to be said waits. */
  connect(messenger: Messenger | null): void {
    this.#messenger = messenger
    for (const line of this.#lines.values()) line.connected()
  }

  configure(settings: DeliverySettings): void {
    this.#settings = settings
    for (const line of this.#lines.values()) line.configure()
  }

  /** More is known of what accounts count in: changes that waited for it are made. */
  release(): void {
    for (const line of this.#lines.values()) line.release()
  }

  /** An answer about a shot stands in its chat, or will not; `isToldThere`: by that answer. */
  shotAnswered(chat: ChatId, isToldThere: (alert: Alert) => boolean): void {
    this.#lines.get(chat)?.answered(isToldThere)
  }

  /**
   * A chat to which alerts are told: each of the record with its `alerts`, and one that was paired just now with none. One that is
   * open already takes what it missed: the ledger was read again.
   */
  open(paired: PairedChat, alerts: readonly Alert[]): void {
    const chat = ownChat(paired, this.#bot())
    for (const { message, after } of Object.values(chat.sent)) {
      const known = message ?? after
      if (known !== null) this.#numbers.heard(chat.chat, known)
    }
    this.#line(chat.chat).open(chat, alerts)
  }

  /** Unpaired, or gone: nothing that waits for it is told any more. */
  close(chat: ChatId): void {
    this.#lines.get(chat)?.close()
    this.#forgetSpent(chat)
  }

  /** Alerts that came or changed, in the order of the ledger, to every open chat. */
  take(alerts: readonly Alert[]): void {
    if (alerts.length > 0) for (const line of this.#lines.values()) line.take(alerts)
  }

  /** Before any alert that waits. Also to chats that are not open: what a stranger is told. `answers`: the message it replies to. */
  answer(chat: ChatId, reply: Reply, answers?: MessageId): Promise<AnswerFate> {
    if (this.#isStopped) return Promise.resolve({ is: 'dropped' })
    return this.#andForget(chat, this.#line(chat).answer(reply, answers))
  }

  /** A message of the bot is changed to this, in the order of the answers; a new one is written where it is gone. */
  replace(chat: ChatId, message: MessageId, reply: Reply): Promise<AnswerFate> {
    if (this.#isStopped) return Promise.resolve({ is: 'dropped' })
    return this.#andForget(chat, this.#line(chat).replace(message, reply))
  }

  /** Somebody wrote this message there: its number is taken, and the chat is open to the bot (again). */
  heard(chat: ChatId, message: MessageId | null): void {
    if (message !== null) this.#numbers.heard(chat, message)
    this.#lines.get(chat)?.heard()
  }

  /** A message of the bot went there beside the line: its number is known, and it counts for the pace. */
  sentBeside(chat: ChatId, message: MessageId): void {
    this.#numbers.sent(chat, message)
    this.#lines.get(chat)?.sentBeside()
  }

  states(): ReadonlyMap<ChatId, LineState> {
    return new Map([...this.#lines].map(([chat, line]) => [chat, line.state]))
  }

  /** When every answer is said; at once where nothing writes to Telegram. */
  async answered(): Promise<void> {
    while (this.#messenger && this.#answers.size > 0) {
      await Promise.all(this.#answers)
      // What follows one of them is said too.
      await turn()
    }
  }

  /** The call in flight ends, what was told is settled, and nothing is told after it. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await within(LAST_MS, Promise.all([...this.#lines.values()].map(line => line.end())))
    this.#notes.stop()
    await within(LAST_MS, this.#notes.idle())
  }

  #road(): Road | null {
    if (!this.#messenger) return null
    return { messenger: this.#messenger, numbers: this.#numbers, more: this.#lines.size + UNHEARD }
  }

  #line(chat: ChatId): ChatLine {
    const known = this.#lines.get(chat)
    if (known) return known
    const line = new ChatLine(chat, this.#parts)
    this.#lines.set(chat, line)
    return line
  }

  async #andForget(chat: ChatId, said: Promise<AnswerFate>): Promise<AnswerFate> {
    this.#answers.add(said)
    const fate = await said
    this.#answers.delete(said)
    this.#forgetSpent(chat)
    return fate
  }

  #forgetSpent(chat: ChatId): void {
    const line = this.#lines.get(chat)
    if (!line?.isSpent) return
    this.#lines.delete(chat)
    void line.end()
  }
}
