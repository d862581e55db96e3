/** Writing, changing and taking back: https://core.telegram.org/bots/api#sendmessage and #updating-messages. */
import { isDeepStrictEqual } from 'node:util'
import { readCaption, readText } from '../markup/read-text.ts'
import { badRequest } from '../refusal.ts'
import type { ChatRoom } from '../state/chat-room.ts'
import { currentOf, messageOf, type Content, type StoredMessage } from '../state/stored-message.ts'
import { Common, fieldsOf, type Answer, type Call } from './call.ts'
import { readMarkup } from './reply-markup.ts'

const { chat_id, message_id, text, caption, parse_mode, entities } = Common
const { disable_notification, reply_markup, reply_parameters } = Common

export function sendMessage(call: Call): Answer {
  const given = fieldsOf(call, {
    chat_id,
    text,
    parse_mode,
    entities,
    disable_notification,
    reply_markup,
    reply_parameters,
  })
  const content = { is: 'text' as const, text: readText(given.text, given.parse_mode, given.entities) }
  return sendContent(call, given, content)
}

type Sending = Readonly<{
  chat_id: number | string
  disable_notification: boolean
  reply_markup?: unknown
  reply_parameters?: ReplyTo | undefined
}>
type ReplyTo = Readonly<{ message_id: number; allow_sending_without_reply: boolean }>

/** The second half of every method that puts a message of the bot into a chat. */
export function sendContent({ bot, atMs }: Call, given: Sending, content: Content): Answer {
  const { buttons, keyboard } = readMarkup(given.reply_markup)
  const room = bot.room(given.chat_id)
  const repliesTo = repliedIn(room, given.reply_parameters)
  bot.limits.count(room.chat.id, atMs)
  if (keyboard) room.keyboard = keyboard
  const version = { content, buttons, atMs }
  const stored = bot.post(room, bot.me, version, { isSilent: given.disable_notification, repliesTo })
  return { result: messageOf(stored, room.chat) }
}

function repliedIn(room: ChatRoom, given: ReplyTo | undefined): number | null {
  if (!given) return null
  if (room.messages.has(given.message_id)) return given.message_id
  if (given.allow_sending_without_reply) return null
  throw badRequest('message to be replied not found')
}

/** The keyboard goes when none is given: an edit replaces the whole message. */
export function editMessageText(call: Call): Answer {
  const given = fieldsOf(call, { chat_id, message_id, text, parse_mode, entities, reply_markup })
  const content = { is: 'text' as const, text: readText(given.text, given.parse_mode, given.entities) }
  const room = call.bot.room(given.chat_id)
  const stored = ownMessage(call, room, given.message_id)
  if (currentOf(stored).content.is !== 'text') throw badRequest('there is no text in the message to edit')
  return change(call, room, stored, content, given.reply_markup)
}

/** What stays is the file above it. */
export function editMessageCaption(call: Call): Answer {
  const given = fieldsOf(call, {
    chat_id,
    message_id,
    caption,
    parse_mode,
    caption_entities: entities,
    reply_markup,
  })
  const text = readCaption(given.caption, given.parse_mode, given.caption_entities)
  const room = call.bot.room(given.chat_id)
  const stored = ownMessage(call, room, given.message_id)
  const { content } = currentOf(stored)
  if (content.is === 'text') throw badRequest('there is no caption in the message to edit')
  return change(call, room, stored, { ...content, text }, given.reply_markup)
}

export function editMessageReplyMarkup(call: Call): Answer {
  const given = fieldsOf(call, { chat_id, message_id, reply_markup })
  const room = call.bot.room(given.chat_id)
  const stored = ownMessage(call, room, given.message_id)
  return change(call, room, stored, currentOf(stored).content, given.reply_markup)
}

function change(
  { bot, atMs }: Call,
  room: ChatRoom,
  stored: StoredMessage,
  content: Content,
  markup: unknown,
): Answer {
  const { buttons } = readMarkup(markup)
  const current = currentOf(stored)
  if (isDeepStrictEqual([current.content, current.buttons], [content, buttons]))
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  bot.limits.count(room.chat.id, atMs)
  stored.versions.push({ content, buttons, atMs })
  room.changed(stored)
  return { result: messageOf(stored, room.chat) }
}

function ownMessage({ bot }: Call, room: ChatRoom, id: number): StoredMessage {
  const stored = room.messages.get(id)
  if (!stored) throw badRequest('message to edit not found')
  if (stored.from.id !== bot.me.id || stored.origin) throw badRequest("message can't be edited")
  return stored
}

/** In a private chat a bot may also take back what the person wrote; the 48 hours' limit is left out. */
export function deleteMessage(call: Call): Answer {
  const given = fieldsOf(call, { chat_id, message_id })
  const room = call.bot.room(given.chat_id)
  const stored = room.messages.get(given.message_id)
  if (!stored) throw badRequest('message to delete not found')
  if (!room.isPrivate && stored.from.id !== call.bot.me.id) throw badRequest("message can't be deleted")
  room.messages.delete(stored.id)
  return { result: true }
}
