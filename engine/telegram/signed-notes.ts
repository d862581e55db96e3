import type { BotId, TelegramNote } from '../contracts/telegram-chat.ts'
import type { DeskLine } from './desk-line.ts'

/** Notes of what was told say which bot has told it, since each numbers its messages by itself. */
export const signedNotes = (
  desk: Pick<DeskLine, 'note'>,
  bot: () => BotId | null,
): Pick<DeskLine, 'note'> => ({ note: note => desk.note(signed(note, bot())) })

function signed(note: TelegramNote, bot: BotId | null): TelegramNote {
  if (bot === null || note.note === 'unpaired' || note.note === 'settled') return note
  return { ...note, bot }
}
