/** What was said to whom over Telegram, and as which bot. Times are those of this computer's clock. */
import { z } from 'zod'
import { event } from './event.ts'
import { BotId, ChatId, ChatRole, MessageId } from './telegram-chat.ts'

export const TELEGRAM_EVENTS = [
  /** A chat has shown the one-time code. Told again with another role, it replaces the one before. */
  event('chatPaired', { chat: ChatId, role: ChatRole, name: z.string(), bot: BotId.optional() }),
  event('chatUnpaired', { chat: ChatId, why: z.string() }),
  /** About to be sent: an alert without `alertSent` after it may have arrived. `after`: the highest message number known then. */
  event('alertTaken', { chat: ChatId, key: z.string(), after: MessageId.nullable(), bot: BotId.optional() }),
  /** It is there, as this message. `repeat`: it may be there twice, and says so. `edition`: of one that was over, as it was told. */
  event('alertSent', {
    chat: ChatId,
    key: z.string(),
    message: MessageId,
    repeat: z.boolean(),
    bot: BotId.optional(),
    edition: z.number().int().nonnegative().optional(),
  }),
  /** Every alert up to the event `seq` has been told to this chat, or need not be. */
  event('alertsSettled', { chat: ChatId, seq: z.number().int().nonnegative() }),
] as const
