import type { Alert, AlertPlace } from '../../contracts/alerts.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { Log } from '../../ports/log.ts'
import type { Reply } from '../reply.ts'
import type { Road } from './errand.ts'
import type { NoteKeeper } from './note-keeper.ts'
import type { Rate } from './pace.ts'
import type { Timing } from './step.ts'
import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { TelegramSettings } from '../../contracts/telegram.ts'

export type DeliverySettings = Pick<TelegramSettings, 'noise' | 'digestMinutes'>

/** What all lines share. */
export type LineParts = Readonly<{
  notes: NoteKeeper
  /** An alert's newest edition in words for a chat, at the moment in which it is told. */
  reply(alert: Alert, chat: ChatId): Reply
  /** What an account counts in; null: not known (yet). A message that is there says it, and is not changed to one that does not. */
  currency?(at: AlertPlace | null): string | null
  /** An alert came through by itself for the first time: no edit, no digest, and no repeat of one that may be there. */
  firstTold?(alert: Alert, chat: ChatId): void
  /** The chat is being answered about it just now, or may be: it is put aside until the answer stands there. */
  isAnswered?(alert: Alert, chat: ChatId): boolean
  /** On the computer's clock. */
  now(): EpochMs
  /** On one that never goes back. */
  elapsedMs(): number
  log: Log
  /** Null: nothing writes to Telegram now. */
  road(): Road | null
  settings(): DeliverySettings
  timing: Timing
  rate(chat: ChatId): Rate
  /** A line's state may be another one. */
  changed(): void
}>
