/** Who talks to the bot, and what is written down of it. */
import { z } from 'zod'

/** https://core.telegram.org/bots/api#chat: at most 52 significant bits; groups are below zero. */
export const ChatId = z.number().int()
export type ChatId = z.infer<typeof ChatId>

/** Messages are numbered for each bot by itself. */
export const BotId = z.number().int().positive()
export type BotId = z.infer<typeof BotId>

/** Within one chat, and rising with every message. */
export const MessageId = z.number().int().positive()
export type MessageId = z.infer<typeof MessageId>

/** `commander`: everything. `spotter`: reads and is alerted, and changes nothing. */
export const ChatRole = z.enum(['commander', 'spotter'])
export type ChatRole = z.infer<typeof ChatRole>

/** What the bot has the engine write down, as an event each. */
export const TelegramNote = z.discriminatedUnion('note', [
  z.strictObject({
    note: z.literal('paired'),
    chat: ChatId,
    role: ChatRole,
    name: z.string().max(200),
    bot: BotId.optional(),
  }),
  z.strictObject({ note: z.literal('unpaired'), chat: ChatId, why: z.string().max(200) }),
  z.strictObject({
    note: z.literal('taken'),
    chat: ChatId,
    key: z.string().max(200),
    after: MessageId.nullable(),
    bot: BotId.optional(),
  }),
  z.strictObject({
    note: z.literal('sent'),
    chat: ChatId,
    key: z.string().max(200),
    message: MessageId,
    repeat: z.boolean(),
    bot: BotId.optional(),
    edition: z.number().int().nonnegative().optional(),
  }),
  z.strictObject({ note: z.literal('settled'), chat: ChatId, seq: z.number().int().nonnegative() }),
])
export type TelegramNote = z.infer<typeof TelegramNote>
