import { z } from 'zod'
import { badRequest } from '../refusal.ts'
import { Common, asJson, fieldsOf, type Answer, type Call } from './call.ts'
import { getFile, sendPhoto, sendVoice } from './files.ts'
import {
  deleteMyCommands,
  getChatMenuButton,
  getMyCommands,
  setChatMenuButton,
  setMyCommands,
} from './menus.ts'
import {
  deleteMessage,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  sendMessage,
} from './messages.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts'

/** https://core.telegram.org/bots/api#answercallbackquery: text of 0-200 characters. */
function answerCallbackQuery(call: Call): Answer {
  const given = fieldsOf(call, {
    callback_query_id: z.string(),
    text: Common.text,
    show_alert: asJson(z.boolean()).default(false),
  })
  if (given.text.length > 200) throw badRequest('MESSAGE_TOO_LONG')
  call.bot.queries.answer(given.callback_query_id, { text: given.text, isAlert: given.show_alert })
  return { result: true }
}

const TABLE = {
  answerCallbackQuery,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  getChatMenuButton,
  getFile,
  getMe: ({ bot }: Call): Answer => ({ result: bot.me }),
  getMyCommands,
  getUpdates,
  getWebhookInfo,
  sendMessage,
  sendPhoto,
  sendVoice,
  setChatMenuButton,
  setMyCommands,
  setWebhook,
}

export type Method = Readonly<{ name: string; run(call: Call): Answer | Promise<Answer> }>

const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries(TABLE).map(([name, run]) => [name.toLowerCase(), { name, run }]),
)

/** Names of methods are read without regard to capital letters; null for one that nobody knows. */
export const methodNamed = (name: string) => METHODS.get(name.toLowerCase()) ?? null
