import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types'
import { dataOf } from '../commands/button-data.ts'
import type { Button, Reply } from '../reply.ts'

/** Below the message. Absent where there are no buttons: a message that is changed loses its own. */
export function inlineKeyboardOf({ buttons = [] }: Pick<Reply, 'buttons'>): {
  reply_markup?: InlineKeyboardMarkup
} {
  if (buttons.length === 0) return {}
  return { reply_markup: { inline_keyboard: buttons.map(row => row.map(inlineButton)) } }
}

/** A new message may also change the keys below the text field. */
export function keyboardOf(reply: Pick<Reply, 'buttons' | 'keys'>): {
  reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
} {
  const { keys } = reply
  if (keys === undefined) return inlineKeyboardOf(reply)
  if (keys.length === 0) return { reply_markup: { remove_keyboard: true } }
  const keyboard = keys.map(row => row.map(text => ({ text })))
  return { reply_markup: { keyboard, resize_keyboard: true, is_persistent: true } }
}

function inlineButton(button: Button): InlineKeyboardButton {
  if ('link' in button) return { text: button.label, url: button.link }
  return { text: button.label, callback_data: dataOf(button) }
}
