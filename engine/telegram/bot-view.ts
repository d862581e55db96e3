import type { ChatId } from '../contracts/telegram-chat.ts'
import type { BotView, ChatView, PairedChat } from '../contracts/telegram.ts'
import { wordsOf } from './connection/link-words.ts'
import type { Link } from './connection/link.ts'
import type { LineState } from './delivery/delivery.ts'

export type BotFacts = Readonly<{
  link: Link
  /** Whether the ledger has said who is paired. */
  isReady: boolean
  chats: readonly PairedChat[]
  lines: ReadonlyMap<ChatId, LineState>
  isShut(chat: ChatId): boolean
}> &
  Pick<BotView, 'bot' | 'code' | 'strangers' | 'voice'>

/** Without the ledger nobody is known, so nobody is heard. */
const UNREAD = {
  text: 'Waiting for the archive, which knows the chats that are paired.',
  nextStep: 'Nothing: it is asked again. If it stays so, look into the log.',
}

export function botView({ link, isReady, chats, lines, isShut, ...rest }: BotFacts): BotView {
  const words = link.is === 'connecting' && !isReady ? UNREAD : wordsOf(link)
  return {
    state: link.is,
    ...words,
    chats: chats.map(chat => chatView(chat, lines.get(chat.chat), isShut(chat.chat))),
    ...rest,
  }
}

const QUIET: LineState = { waiting: 0, lastSentMs: null, problem: null }
const SHUT = 'The bot was blocked or thrown out there. Let it in again, or unpair the chat.'

function chatView(
  { chat, name, role, pairedMs }: PairedChat,
  line: LineState | undefined,
  isShut: boolean,
): ChatView {
  const { waiting, lastSentMs, problem } = line ?? QUIET
  return { chat, name, role, pairedMs, waiting, lastSentMs, problem: isShut ? SHUT : problem }
}
