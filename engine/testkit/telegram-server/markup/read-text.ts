import type { MessageEntity } from 'grammy/types'
import { badRequest } from '../refusal.ts'
import { inOrder, trimmed, type FormattedText } from './formatted-text.ts'
import { parseHtml } from './html.ts'
import { parseMarkdownV2 } from './markdown-v2.ts'

/** https://core.telegram.org/bots/api#sendmessage: 1-4096 characters after entities parsing; a caption has 0-1024. */
export const TEXT_LIMIT = 4096
export const CAPTION_LIMIT = 1024
/** Marks after the hundredth are left out (tdlib/telegram-bot-api#820). */
const MOST_ENTITIES = 100
/** More than this is refused before it is read (`Client::get_formatted_text`). */
const SOURCE_BYTES = 1 << 15

/**
 * The text of a message as a chat will show it. The old "Markdown" mode is refused: a bot of this house has no use for it.
 * Length is counted in characters of Unicode, as the public server was measured to do (FerroxLabs/wayland#934).
 */
export function readText(source: string, parseMode: string, given: readonly MessageEntity[]): FormattedText {
  if (source === '') throw badRequest('Message text is empty')
  const read = trimmed(parsed(source, parseMode, given))
  if (read.text === '') throw badRequest('Text must be non-empty')
  if (charactersIn(read.text) > TEXT_LIMIT) throw badRequest('Message is too long')
  return withCommands(read)
}

export function readCaption(
  source: string,
  parseMode: string,
  given: readonly MessageEntity[],
): FormattedText {
  const read = trimmed(parsed(source, parseMode, given))
  if (charactersIn(read.text) > CAPTION_LIMIT) throw badRequest('Message caption is too long')
  return withCommands(read)
}

function parsed(source: string, parseMode: string, given: readonly MessageEntity[]): FormattedText {
  if (Buffer.byteLength(source) > SOURCE_BYTES) throw badRequest('Text is too long')
  switch (parseMode.toLowerCase()) {
    case '':
      return { text: source, entities: inOrder(given) }
    case 'markdownv2':
      return parseMarkdownV2(source)
    case 'html':
      return parseHtml(source)
    default:
      throw badRequest('Unsupported parse_mode')
  }
}

const charactersIn = (text: string) => Array.from(text).length

const COMMAND = /(?<![\p{L}\p{N}_/<>])\/([a-z\d_]{1,64})(?:@[a-z\d_]{3,32})?(?![\p{L}\p{N}_/<>@])/giu

/** Telegram marks commands by itself, and bots read the marks: https://core.telegram.org/bots/features#commands */
export function withCommands({ text, entities }: FormattedText): FormattedText {
  const commands = [...text.matchAll(COMMAND)]
    .map(found => ({ type: 'bot_command' as const, offset: found.index, length: found[0].length }))
    .filter(command => !entities.some(entity => isCode(entity) && overlap(entity, command)))
  return { text, entities: inOrder([...entities, ...commands]).slice(0, MOST_ENTITIES) }
}

const isCode = ({ type }: MessageEntity) => type === 'code' || type === 'pre'

type Span = Readonly<{ offset: number; length: number }>
const overlap = (a: Span, b: Span) => a.offset < b.offset + b.length && b.offset < a.offset + a.length
