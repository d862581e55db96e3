/** How the bot stands, for a person: one fact a line, each with its name in front. */
import type { ChatView, TelegramView } from '../../contracts/telegram.ts'
import { count, counted, minuteOf } from '../text.ts'

const fact = (name: string, text: string): string => `${name.padEnd(11)}${text}`

export function botLines(view: TelegramView): readonly string[] {
  const { bot, state, text, nextStep, chats, code, strangers, voice, token, voiceToken, secrets } = view
  const waiting = chats.reduce((sum, chat) => sum + chat.waiting, 0)
  return [
    fact('Bot', bot === null ? 'none is connected' : `@${bot.username}, ${bot.name}`),
    fact('State', `${state}: ${text}`),
    ...(nextStep === null ? [] : [fact('Next', nextStep)]),
    fact('Token', token === 'kept' ? 'kept' : 'none'),
    fact('Secrets', secrets.text),
    fact('Voice', voiceText(bot !== null, voice, voiceToken === 'kept')),
    fact('Code', code === null ? 'none is open' : codeText(code)),
    fact('Chats', `${counted(chats.length, 'chat')} paired, ${counted(waiting, 'alert')} waiting`),
    ...(strangers.messages === 0 ? [] : [fact('Strangers', strangersText(strangers))]),
  ]
}

export const chatLines = ({ chats }: TelegramView): readonly string[] =>
  chats.length === 0
    ? ['No chat is paired. See: bitten telegram code --help']
    : chats.flatMap(chat => [
        chatText(chat),
        ...(chat.problem === null ? [] : [`${' '.repeat(4)}${chat.problem}`]),
      ])

export const codeText = ({ code, role, expiresMs }: NonNullable<TelegramView['code']>): string =>
  `${code} pairs one chat as ${role}, until ${minuteOf(expiresMs)} UTC`

/** What can speak is known only to a bot that is connected. */
function voiceText(isConnected: boolean, voice: string | null, isSecond: boolean): string {
  const how = voice ?? (isConnected ? 'not looked for yet' : 'not known before the bot is connected')
  return isSecond ? `${how}; the token of a second bot is kept` : how
}

function chatText({ chat, name, role, pairedMs, waiting, lastSentMs }: ChatView): string {
  const sent = lastSentMs === null ? 'nothing sent yet' : `last sent ${minuteOf(lastSentMs)} UTC`
  return `${chat}  ${name}  ${role}  paired ${minuteOf(pairedMs)} UTC  ${count(waiting)} waiting  ${sent}`
}

function strangersText({ messages, last }: TelegramView['strangers']): string {
  const newest = last.map(({ name, atMs }) => `${name} ${minuteOf(atMs)} UTC`).join(', ')
  return `${counted(messages, 'message')} from chats that are not paired${newest === '' ? '' : `; newest: ${newest}`}`
}
