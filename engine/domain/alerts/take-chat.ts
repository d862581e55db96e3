/** Who is paired, and what was told to whom. None of it is an alert. */
import type { EventOf } from '../../contracts/events.ts'
import type { PairedChat, SentAlert } from '../../contracts/telegram.ts'
import type { AlertState, Chat } from './alert-state.ts'
import { digestNamed } from './digest-key.ts'
import { forgetSettled, type Taking } from './telling.ts'

/** What happened before is not told to it. Paired once more, with another role or name, it goes on where it was. */
export function chatPaired(
  { state, seq, wallMs }: Taking,
  { chat, role, name, bot }: EventOf<'chatPaired'>,
): void {
  const known = state.chats.get(chat)
  if (known) Object.assign(known, { role, name })
  else
    state.chats.set(chat, {
      role,
      name,
      pairedMs: wallMs,
      pairedSeq: seq,
      settledSeq: seq,
      bot,
      sent: new Map(),
    })
}

export function chatUnpaired({ state }: Taking, { chat }: EventOf<'chatUnpaired'>): void {
  state.chats.delete(chat)
  forgetSettled(state)
}

export const alertTaken = (taking: Taking, { chat, key, after, bot }: EventOf<'alertTaken'>): void =>
  note(taking, chat, key, { message: null, after, bot })

export const alertSent = (taking: Taking, { chat, key, message, bot, edition }: EventOf<'alertSent'>): void =>
  note(taking, chat, key, { message, after: null, bot, edition })

/** What was told before bots were told apart, the first that is named has told. */
function note({ state }: Taking, chat: number, key: string, sent: SentAlert): void {
  const known = state.chats.get(chat)
  if (!known) return
  known.bot ??= sent.bot
  if (state.alerts.has(key) || digestNamed(key)) known.sent.set(key, sent)
}

export function alertsSettled({ state }: Taking, { chat, seq }: EventOf<'alertsSettled'>): void {
  const known = state.chats.get(chat)
  if (!known) return
  known.settledSeq = Math.max(known.settledSeq, seq)
  for (const key of known.sent.keys())
    if ((digestNamed(key)?.throughSeq ?? Infinity) <= known.settledSeq) known.sent.delete(key)
  forgetSettled(state)
}

export const pairedChats = ({ chats }: Pick<AlertState, 'chats'>): PairedChat[] =>
  [...chats].map(([chat, { sent, ...known }]) => ({ chat, ...known, sent: Object.fromEntries(sent) }))

export const chatsOf = (paired: readonly PairedChat[]): Map<number, Chat> =>
  new Map(paired.map(({ chat, sent, ...known }) => [chat, { ...known, sent: new Map(Object.entries(sent)) }]))
