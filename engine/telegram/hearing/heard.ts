import { TelegramUpdate, type TelegramChat, type TelegramMessage } from '../../contracts/telegram-update.ts'
import type { Hearing } from '../connection/connection.ts'
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'

/**
 * What somebody did, out of an update. `foreign`: a message that its sender did not write here, so it is no order. `wordless`: a
 * picture, a voice and the like. `shut`: the bot was blocked or thrown out. `isLate`: nobody
 * knows how long ago. `moved`: a group has another number now.
 */
export type Heard =
  | Readonly<{ is: 'said'; chat: TelegramChat; message: MessageId; text: string; sentMs: number }>
  | Readonly<{ is: 'foreign' | 'wordless'; chat: TelegramChat; message: MessageId }>
  | Readonly<{
      is: 'pressed'
      chat: TelegramChat
      message: MessageId
      query: string
      data: string
      isLate: boolean
    }>
  | Readonly<{ is: 'shut' | 'open'; chat: TelegramChat }>
  | Readonly<{ is: 'moved'; chat: TelegramChat; to: ChatId }>
  | Readonly<{ is: 'nothing' }>

const NOTHING: Heard = { is: 'nothing' }

/** What cannot be read is nothing. */
export function heardIn(update: unknown, { skewMs, isLate }: Hearing): Heard {
  const read = TelegramUpdate.safeParse(update)
  if (!read.success) return NOTHING
  const { message, callback_query: query, my_chat_member: member } = read.data
  if (message) return inMessage(message, skewMs)
  if (query?.message) {
    const { message_id, chat } = query.message
    return { is: 'pressed', chat, message: message_id, query: query.id, data: query.data ?? '', isLate }
  }
  if (!member) return NOTHING
  return { is: isOut(member.new_chat_member.status) ? 'shut' : 'open', chat: member.chat }
}

/** https://core.telegram.org/bots/api#chatmember */
const isOut = (status: string) => status === 'kicked' || status === 'left'

function inMessage(message: TelegramMessage, skewMs: number): Heard {
  const { chat, message_id, text, date } = message
  if (message.migrate_to_chat_id !== undefined) return { is: 'moved', chat, to: message.migrate_to_chat_id }
  if (message.forward_origin !== undefined || message.via_bot !== undefined)
    return { is: 'foreign', chat, message: message_id }
  if (text === undefined) return { is: 'wordless', chat, message: message_id }
  return { is: 'said', chat, message: message_id, text, sentMs: date * 1_000 + skewMs }
}
