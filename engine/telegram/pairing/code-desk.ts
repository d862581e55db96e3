import type { ChatId } from '../../contracts/telegram-chat.ts'
import type { TelegramChat } from '../../contracts/telegram-update.ts'
import type { DeskLine } from '../desk-line.ts'
import { WORDS } from '../hearing/listener-words.ts'
import type { Html } from '../texts/html.ts'
import { chatName } from './chat-name.ts'
import type { OneTimeCode } from './one-time-code.ts'

/** `paired`: written down, and who is told of the ledger greets the chat. `silence`: after too many wrong tries. */
export type Pairing = Readonly<{ is: 'paired' | 'silence' }> | Readonly<{ is: 'refused'; text: Html }>

const COMMAND = /^\/start(?:@(\w+))?\s+(\S{1,64})\s*$/i

/** The code in `/start CODE`, as typed or as a link of t.me brings it; null: it is something else, or another bot's. */
export function codeIn(text: string, botName: string | null): string | null {
  const [, name, code] = COMMAND.exec(text) ?? []
  if (code === undefined) return null
  return name === undefined || name.toLowerCase() === botName?.toLowerCase() ? code : null
}

/** Binds the chat that shows the code, and no other. A chat that is paired already takes the role of the code. */
export async function pair(
  { code, desk }: Readonly<{ code: OneTimeCode; desk: Pick<DeskLine, 'note'> }>,
  chat: TelegramChat,
  typed: string,
): Promise<Pairing> {
  const tried = code.try(chat.id, typed)
  if (tried.is === 'shutOut') return { is: 'silence' }
  if (tried.is !== 'right') return { is: 'refused', text: WORDS.wrongCode }
  const { role } = tried.code
  // It is not given back: everybody in the group has read it, and could command from a chat of their own.
  if (isGroup(chat.id) && role === 'commander') return { is: 'refused', text: WORDS.groupCommander }
  const answer = await desk.note({ note: 'paired', chat: chat.id, role, name: chatName(chat) })
  if (answer.is === 'done') return { is: 'paired' }
  code.giveBack(tried.code)
  return { is: 'refused', text: WORDS.notPaired('text' in answer ? answer.text : 'it was refused.') }
}

/** https://core.telegram.org/bots/api#chat */
export const isGroup = (chat: ChatId) => chat < 0
