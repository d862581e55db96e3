/** From what a paired chat says or presses to the command that is meant. */
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { PairedChat } from '../../contracts/telegram.ts'
import type { Reply } from '../reply.ts'

/** `sentMs`: by Telegram's clock, corrected to this computer's. */
export type Said = Readonly<{ chat: PairedChat; text: string; sentMs: number }>
export type Pressed = Readonly<{ chat: PairedChat; data: string; message: MessageId }>

/** `toast`: a few words over the chat, known at once. `reply` comes when it is carried out; null: nothing is said or changed. */
export type PressAnswer = Readonly<{ toast: string | null; reply: Promise<Reply | null> }>

/** An answer may take as long as a terminal takes, 30 s: whoever asks hears the next message, of the same chat too, meanwhile. */
export interface CommandRouter {
  /** Null: nothing is answered, such as in the middle of a flood. */
  said(said: Said): Promise<Reply | null>
  pressed(pressed: Pressed): PressAnswer
  /** What it remembers of a chat that was unpaired goes. */
  forget(chat: ChatId): void
  /** What it has asked is over: nobody hears the answers. */
  end(): void
}
