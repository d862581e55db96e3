/** Whatever trades or loosens is shown with its figures and asked for again: a nonce that lives 30 s and works once. */
import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { Reply } from '../reply.ts'
import type { Html } from '../texts/html.ts'

/** How long a question stands. */
export const QUESTION_MS = 30_000

export type Intent = Readonly<{
  chat: ChatId
  /** What will be done, with every figure that the trader should see before. */
  figures: Html
  /** On the button, as in `FIRE 0.12 EURUSD`. */
  label: string
  /** Carried out after the second press; its answer is the terminal's verdict or deal. */
  carryOut(): Promise<Reply>
}>

export interface SafeHands {
  /** The question, with its two buttons. */
  ask(intent: Intent): Reply
}
