/** Pictures, voices and their bytes: https://core.telegram.org/bots/api#sendphoto, #sendvoice, #getfile, #sending-files. */
import { z } from 'zod'
import { readCaption } from '../markup/read-text.ts'
import { badRequest } from '../refusal.ts'
import type { BotAccount } from '../state/bot-account.ts'
import { fileOf, type Content, type StoredFile } from '../state/stored-message.ts'
import { Common, asJson, fieldsOf, uploaded, type Answer, type Call } from './call.ts'
import { sendContent } from './messages.ts'

const { chat_id, caption, parse_mode, entities, disable_notification, reply_markup, reply_parameters } =
  Common
const Sending = {
  chat_id,
  caption,
  parse_mode,
  caption_entities: entities,
  disable_notification,
  reply_markup,
  reply_parameters,
}

const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024
const LARGEST_SIDES_TOGETHER = 10_000
const LARGEST_DOWNLOAD_BYTES = 20 * 1024 * 1024

export function sendPhoto(call: Call): Answer {
  const given = fieldsOf(call, Sending)
  const text = readCaption(given.caption, given.parse_mode, given.caption_entities)
  const file = fileIn(call, 'photo')
  return sendContent(call, given, { is: 'photo', text, file, ...pixelsOf(file.bytes) })
}

/** Only Ogg with Opus plays as a voice; anything else arrives as a file, as the documentation says. */
export function sendVoice(call: Call): Answer {
  const given = fieldsOf(call, { ...Sending, duration: asJson(z.number().int().nonnegative()).default(0) })
  const text = readCaption(given.caption, given.parse_mode, given.caption_entities)
  const file = fileIn(call, 'voice')
  const content: Content = isOggOpus(file.bytes)
    ? { is: 'voice', text, file, seconds: given.duration }
    : { is: 'document', text, file }
  return sendContent(call, given, content)
}

export function getFile(call: Call): Answer {
  const { file_id } = fieldsOf(call, { file_id: z.string() })
  const file = call.bot.files.get(file_id)
  if (!file) throw badRequest('invalid file_id')
  if (file.bytes.length > LARGEST_DOWNLOAD_BYTES) throw badRequest('file is too big')
  return { result: { ...fileOf(file), file_path: pathOf(file) } }
}

const pathOf = (file: StoredFile) => `files/${file.id}`

/** The bytes behind `/file/bot<token>/<file_path>`. */
export function download(bot: BotAccount, path: string): Buffer | null {
  return [...bot.files.values()].find(file => pathOf(file) === path)?.bytes ?? null
}

/** A new upload, or a file that the server has already. Addresses in the internet are not fetched. */
function fileIn(call: Call, field: 'photo' | 'voice'): StoredFile {
  const upload = uploaded(call, field)
  if (upload?.bytes.length === 0) throw badRequest('file must be non-empty')
  if (upload) return call.bot.keep(upload.name, upload.bytes)
  const id = call.parameters.fields[field]
  if (typeof id !== 'string' || id === '') throw badRequest(`There is no ${field} in the request`)
  const known = call.bot.files.get(id)
  if (!known) throw badRequest('Wrong remote file identifier specified: Wrong string length')
  return known
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Width and height stand in a PNG's first chunk (https://www.w3.org/TR/png-3/#11IHDR). The house draws nothing but PNG. */
function pixelsOf(bytes: Buffer): { width: number; height: number } {
  if (!bytes.subarray(0, 8).equals(PNG) || bytes.length < 24) throw badRequest('IMAGE_PROCESS_FAILED')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const ratio = Math.max(width / height, height / width)
  if (width + height > LARGEST_SIDES_TOGETHER || ratio > 20) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  if (bytes.length > LARGEST_PHOTO_BYTES) throw badRequest('file is too big')
  return { width, height }
}

/** https://www.rfc-editor.org/rfc/rfc7845#section-5.1: the first page of the stream carries the head of Opus. */
const isOggOpus = (bytes: Buffer) =>
  bytes.toString('latin1', 0, 4) === 'OggS' && bytes.subarray(0, 64).includes('OpusHead')
