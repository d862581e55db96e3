/** Telegram, as far as a message to a chat is concerned: what became of one try. */
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { Reply } from '../reply.ts'

/**
 * `lost`: nobody knows whether it arrived. `unreachable`: it did not leave, or was not taken; try again after `afterMs`.
 * `refused`: it never will be; `shutOut` when the whole chat is closed to the bot.
 */
export type SendOutcome =
  | Readonly<{ is: 'sent'; message: MessageId }>
  | Readonly<{ is: 'lost'; text: string }>
  | Readonly<{ is: 'unreachable'; afterMs: number; text: string }>
  | Readonly<{ is: 'refused'; shutOut: boolean; text: string }>

/** `same`: it says exactly that already. `gone`: there is no such message of ours. Changing it again does no harm, so nothing is lost. */
export type EditOutcome =
  | Readonly<{ is: 'changed' | 'same' | 'gone' }>
  | Readonly<{ is: 'unreachable'; afterMs: number; text: string }>
  | Readonly<{ is: 'refused'; shutOut: boolean; text: string }>

export interface Messenger {
  send(chat: ChatId, reply: Reply, answers?: MessageId): Promise<SendOutcome>
  /** `isSearch`: only what was sent in this very form counts; no text goes below a picture or a voice. */
  edit(chat: ChatId, message: MessageId, reply: Reply, isSearch?: boolean): Promise<EditOutcome>
}
