import type { Chat, InlineKeyboardButton, Message, User } from 'grammy/types'
import type { FormattedText } from '../markup/formatted-text.ts'

export type StoredFile = Readonly<{
  id: string
  uniqueId: string
  name: string
  bytes: Buffer
}>

/** What a message shows. A photo knows its pixels, a voice its seconds. */
export type Content =
  | Readonly<{ is: 'text'; text: FormattedText }>
  | Readonly<{ is: 'photo'; text: FormattedText; file: StoredFile; width: number; height: number }>
  | Readonly<{ is: 'voice'; text: FormattedText; file: StoredFile; seconds: number }>
  | Readonly<{ is: 'document'; text: FormattedText; file: StoredFile }>

export type Buttons = readonly (readonly InlineKeyboardButton[])[]

/** One look of a message: edits add another. */
export type Version = Readonly<{ content: Content; buttons: Buttons; atMs: number }>

export type StoredMessage = {
  readonly id: number
  readonly from: User
  readonly isSilent: boolean
  readonly origin: Readonly<{ from: User; atMs: number }> | null
  readonly repliesTo: number | null
  /** Oldest first; the last one is what the chat shows. */
  readonly versions: Version[]
}

export const currentOf = (message: StoredMessage): Version => {
  const version = message.versions.at(-1)
  if (!version) throw new Error(`Message ${message.id} has no version.`)
  return version
}

const seconds = (ms: number) => Math.floor(ms / 1_000)

/** https://core.telegram.org/bots/api#message */
export function messageOf(stored: StoredMessage, chat: Exclude<Chat, Chat.ChannelChat>) {
  const { content, buttons, atMs } = currentOf(stored)
  return {
    message_id: stored.id,
    from: stored.from,
    chat,
    date: seconds(stored.versions[0]?.atMs ?? atMs),
    ...(stored.versions.length > 1 ? { edit_date: seconds(atMs) } : {}),
    ...(stored.origin ? originOf(stored.origin) : {}),
    ...contentOf(content),
    ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons.map(row => [...row]) } } : {}),
  } satisfies Message
}

function originOf({ from, atMs }: NonNullable<StoredMessage['origin']>) {
  return { forward_origin: { type: 'user' as const, sender_user: from, date: seconds(atMs) } }
}

function contentOf(content: Content) {
  const { text, entities } = content.text
  if (content.is === 'text') return { text, ...(entities.length > 0 ? { entities } : {}) }
  const caption = {
    ...(text === '' ? {} : { caption: text }),
    ...(entities.length > 0 ? { caption_entities: entities } : {}),
  }
  const file = fileOf(content.file)
  switch (content.is) {
    case 'photo':
      return { photo: [{ ...file, width: content.width, height: content.height }], ...caption }
    case 'voice':
      return { voice: { ...file, duration: content.seconds, mime_type: 'audio/ogg' }, ...caption }
    case 'document':
      return { document: { ...file, file_name: content.file.name }, ...caption }
  }
}

/** https://core.telegram.org/bots/api#file, without the path. */
export function fileOf({ id, uniqueId, bytes }: StoredFile) {
  return { file_id: id, file_unique_id: uniqueId, file_size: bytes.length }
}
