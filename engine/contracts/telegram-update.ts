/** What Telegram hands over of what people did, as far as the bot reads it: https://core.telegram.org/bots/api#update */
import { z } from 'zod'
import { ChatId, MessageId } from './telegram-chat.ts'

const TelegramChat = z.object({
  id: ChatId,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
})
export type TelegramChat = z.infer<typeof TelegramChat>

const TelegramMessage = z.object({
  message_id: MessageId,
  /** Seconds, by Telegram's clock. */
  date: z.number().int(),
  chat: TelegramChat,
  text: z.string().optional(),
  /** There when it was first written elsewhere. */
  forward_origin: z.unknown().optional(),
  /** There when another bot wrote it in a person's name. */
  via_bot: z.unknown().optional(),
  /** A group became a supergroup, and this is its number from now on. */
  migrate_to_chat_id: ChatId.optional(),
})
export type TelegramMessage = z.infer<typeof TelegramMessage>

export const TelegramUpdate = z.object({
  message: TelegramMessage.optional(),
  callback_query: z
    .object({
      id: z.string(),
      data: z.string().optional(),
      message: z.object({ message_id: MessageId, chat: TelegramChat }).optional(),
    })
    .optional(),
  my_chat_member: z
    .object({ chat: TelegramChat, new_chat_member: z.object({ status: z.string() }) })
    .optional(),
})
