import type { EpochMs } from '../../contracts/primitives.ts'
import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { Log } from '../../ports/log.ts'
import type { DeskLine } from '../desk-line.ts'
import type { Reply } from '../reply.ts'
import type { Command } from './command.ts'
import type { CommandRouter, PressAnswer, Pressed, Said } from './router.ts'

export type RouterParts = Readonly<{
  desk: DeskLine
  /** On the computer's clock. */
  now(): EpochMs
  /** `COMMANDS` of table.ts. */
  commands: readonly Command[]
  log: Log
  /** Says something to a chat that is no answer to one message: how many commands came too late. */
  tell(chat: ChatId, reply: Reply): void
  /** The bot's own name, once it is known: `/status@another_bot` is not ours. */
  botName?(): string | null
  /** Ms that only ever rise, whatever is done to the computer's clock. */
  monotonicMs?(): number
}>

/** Obeys what stands in a table of commands, and nothing else. */
export class TableRouter implements CommandRouter {
  constructor(parts: RouterParts) {
    void parts
  }

  said(said: Said): Promise<Reply | null> {
    void said
    return Promise.resolve(null)
  }

  pressed(pressed: Pressed): PressAnswer {
    void pressed
    return { toast: null, reply: Promise.resolve(null) }
  }

  forget(chat: ChatId): void {
    void chat
  }
}
