/** Keyboards: https://core.telegram.org/bots/api#inlinekeyboardmarkup and #replykeyboardmarkup. */
import { z } from 'zod'
import type { InlineKeyboardButton } from 'grammy/types'
import { badRequest } from '../refusal.ts'
import type { Buttons } from '../state/stored-message.ts'

/** `keyboard` is null when the message says nothing about the keyboard below the text field. */
export type ReadMarkup = Readonly<{ buttons: Buttons; keyboard: readonly (readonly string[])[] | null }>

const CALLBACK_DATA_BYTES = 64

const Row = z.array(z.record(z.string(), z.unknown()))
const Markup = z.object({
  inline_keyboard: z
    .array(Row, 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    .default([]),
  keyboard: z
    .array(
      z.array(z.union([z.string(), z.object({ text: z.string() })])),
      'Field "keyboard" must be an Array of Arrays',
    )
    .optional(),
  remove_keyboard: z.boolean().default(false),
})

export function readMarkup(given: unknown): ReadMarkup {
  if (given === undefined || given === '') return { buttons: [], keyboard: null }
  if (typeof given === 'string') throw badRequest("Can't parse reply keyboard markup JSON object")
  const read = Markup.safeParse(given)
  if (!read.success) throw badRequest(read.error.issues[0]?.message ?? 'Object expected as reply markup')
  const { inline_keyboard, keyboard, remove_keyboard } = read.data
  const labels = keyboard?.map(row => row.map(button => (typeof button === 'string' ? button : button.text)))
  return {
    buttons: inline_keyboard.map(row => row.map(readButton)).filter(row => row.length > 0),
    keyboard: labels ?? (remove_keyboard ? [] : null),
  }
}

/** Links and callbacks are known; anything else that a button may be is refused, so that no test leans on it. */
function readButton(given: Readonly<Record<string, unknown>>): InlineKeyboardButton {
  const { text, url, callback_data } = given
  if (typeof text !== 'string') throw badButton('Can\'t find field "text"')
  if (typeof url === 'string' && url !== '') return { text, url }
  if (typeof callback_data !== 'string' || callback_data === '')
    throw badButton('Text buttons are unallowed in the inline keyboard')
  if (Buffer.byteLength(callback_data) > CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
  return { text, callback_data }
}

const badButton = (words: string) => badRequest(`Can't parse inline keyboard button: ${words}`)
