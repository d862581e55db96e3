import { unreachable, type EpochMs } from '../../contracts/primitives.ts'
import type { Command, CommandAnswer } from '../../contracts/commands.ts'
import type { EngineEvent } from '../../contracts/events.ts'
import type { TelegramNote } from '../../contracts/telegram-chat.ts'
import type { Desk } from '../desk.ts'
import { done, refused } from '../orders/answers.ts'

/**
 * What the bot has said to whom goes into the ledger: an event each, by this computer's clock. The desk remembers none of it: what is
 * told of a chat that was never paired changes nothing where it is folded (domain/alerts).
 */
export function noteTelegram(
  desk: Desk,
  { telegram: note, origin }: Extract<Command, { kind: 'telegram' }>,
): CommandAnswer {
  if (origin !== 'telegram') return refused('NOT_THE_BOT', 'Only the bot says what was told over Telegram.')
  if (note.note === 'paired' && note.role === 'commander' && isGroup(note.chat))
    return refused('GROUP_COMMANDER', 'A group can only be a spotter: whoever is in it could fire. Pair your own chat.') // prettier-ignore
  desk.record(eventOfNote(note, desk.ports.clock.now()))
  return done('Written down.')
}

/** https://core.telegram.org/bots/api#chat: people are above zero. */
const isGroup = (chat: number): boolean => chat < 0

export function eventOfNote(note: TelegramNote, atMs: EpochMs): EngineEvent {
  switch (note.note) {
    case 'paired':
      return { kind: 'chatPaired', atMs, ...factsOf(note) }
    case 'unpaired':
      return { kind: 'chatUnpaired', atMs, ...factsOf(note) }
    case 'taken':
      return { kind: 'alertTaken', atMs, ...factsOf(note) }
    case 'sent':
      return { kind: 'alertSent', atMs, ...factsOf(note) }
    case 'settled':
      return { kind: 'alertsSettled', atMs, ...factsOf(note) }
    default:
      return unreachable(note)
  }
}

function factsOf<N extends TelegramNote>(note: N): Omit<N, 'note'> {
  const facts: Omit<N, 'note'> & { note?: string } = { ...note }
  delete facts.note
  return facts
}
