/** https://core.telegram.org/bots/api#setmycommands and #setchatmenubutton. */
import { z } from 'zod'
import type { BotCommand, BotCommandScope } from 'grammy/types'
import { badRequest } from '../refusal.ts'
import { asJson, fieldsOf, type Answer, type Call } from './call.ts'

const chatId = z.coerce.number().int()
const Scope = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']) }),
  z.object({ type: z.enum(['chat', 'chat_administrators']), chat_id: chatId }),
  z.object({ type: z.literal('chat_member'), chat_id: chatId, user_id: z.number().int().positive() }),
])
const scope = asJson(Scope).default({ type: 'default' })
const language_code = z.string().default('')
const commands = asJson(z.array(z.object({ command: z.string(), description: z.string() })))
const MOST_COMMANDS = 100

export function setMyCommands(call: Call): Answer {
  const given = fieldsOf(call, { commands, scope, language_code })
  if (given.commands.length > MOST_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  const list = given.commands.map(readCommand)
  call.bot.menus.set(known(call, given.scope), given.language_code, list)
  return { result: true }
}

export function getMyCommands(call: Call): Answer {
  const given = fieldsOf(call, { scope, language_code })
  return { result: call.bot.menus.get(known(call, given.scope), given.language_code) }
}

export function deleteMyCommands(call: Call): Answer {
  const given = fieldsOf(call, { scope, language_code })
  call.bot.menus.delete(known(call, given.scope), given.language_code)
  return { result: true }
}

/** The rules of `set_commands` in github.com/tdlib/td: a slash in front is taken off. */
function readCommand(given: BotCommand): BotCommand {
  const command = given.command.trim().replace(/^\//, '')
  const description = given.description.trim()
  if (command === '') throw badRequest('Command must be non-empty')
  if (command.length > 32) throw badRequest('Command length must not exceed 32')
  if (!/^[a-z\d_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
  if (description === '') throw badRequest('Command description must be non-empty')
  if (description.length > 256) throw badRequest('Command description length must not exceed 256')
  return { command, description }
}

function known({ bot }: Call, given: BotCommandScope): BotCommandScope {
  if ('chat_id' in given) bot.room(given.chat_id)
  return given
}

const menu_button = asJson(
  z.discriminatedUnion('type', [
    z.object({ type: z.enum(['commands', 'default']) }),
    z.object({ type: z.literal('web_app'), text: z.string(), web_app: z.object({ url: z.string() }) }),
  ]),
).default({ type: 'default' })

export function setChatMenuButton(call: Call): Answer {
  const given = fieldsOf(call, { chat_id: chatId.optional(), menu_button })
  if (given.chat_id !== undefined) call.bot.room(given.chat_id)
  call.bot.menus.setButton(given.chat_id ?? null, given.menu_button)
  return { result: true }
}

export function getChatMenuButton(call: Call): Answer {
  const given = fieldsOf(call, { chat_id: chatId.optional() })
  return { result: call.bot.menus.buttonOf(given.chat_id ?? null) }
}
