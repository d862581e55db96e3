import type { Alert } from '../../contracts/alerts.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { PairedChat, TelegramSettings } from '../../contracts/telegram.ts'
import type { Log } from '../../ports/log.ts'
import type { DeskLine } from '../desk-line.ts'
import type { Reply } from '../reply.ts'
import type { Messenger } from './messenger.ts'

export type DeliveryParts = Readonly<{
  desk: Pick<DeskLine, 'note'>
  /** An alert's newest edition in words, at the moment in which it is told. */
  reply(alert: Alert): Reply
  /** On the computer's clock. */
  now(): EpochMs
  log: Log
  /** Each time that `states` would say something else. */
  changed(): void
}>

export type DeliverySettings = Pick<TelegramSettings, 'noise' | 'digestMinutes'>

/** How a chat's line stands, as a `ChatView` shows it. */
export type LineState = Readonly<{ waiting: number; lastSentMs: EpochMs | null; problem: string | null }>

/** What became of an answer: `dropped` when the line ended, or too many waited. */
export type AnswerFate =
  | Readonly<{ is: 'sent'; message: MessageId }>
  | Readonly<{ is: 'refused'; text: string }>
  | Readonly<{ is: 'dropped' }>

/** Every message to every chat, one line each: answers first, then alerts in their order, one call in flight. */
export class Delivery {
  constructor(parts: DeliveryParts, settings: DeliverySettings) {
    void parts
    void settings
  }

  /** Whatever writes to Telegram from now on. Null: nothing does, and all that is to be said waits. */
  connect(messenger: Messenger | null): void {
    void messenger
  }

  configure(settings: DeliverySettings): void {
    void settings
  }

  /**
   * A chat to which alerts are told: each of the record with its `alerts`, and one that was paired just now with none. Opened
   * again, it only takes another role or name.
   */
  open(chat: PairedChat, alerts: readonly Alert[]): void {
    void chat
    void alerts
  }

  /** Unpaired, or gone: nothing that waits for it is told any more. */
  close(chat: ChatId): void {
    void chat
  }

  /** Alerts that came or changed, in the order of the ledger, to every open chat. */
  take(alerts: readonly Alert[]): void {
    void alerts
  }

  /** Before any alert that waits. Also to chats that are not open: what a stranger is told. `answers`: the message it replies to. */
  answer(chat: ChatId, reply: Reply, answers?: MessageId): Promise<AnswerFate> {
    void chat
    void reply
    void answers
    return Promise.resolve({ is: 'dropped' })
  }

  /** A message of the bot is changed to this, in the order of the answers; a new one is written where it is gone. */
  replace(chat: ChatId, message: MessageId, reply: Reply): Promise<AnswerFate> {
    void message
    return this.answer(chat, reply)
  }

  /** Somebody wrote this message there: its number is taken, and the chat is open to the bot (again). */
  heard(chat: ChatId, message: MessageId | null): void {
    void chat
    void message
  }

  states(): ReadonlyMap<ChatId, LineState> {
    return new Map()
  }

  /** The call in flight ends, what was told is settled, and nothing is told after it. */
  stop(): Promise<void> {
    return Promise.resolve()
  }
}
