import type { TelegramState } from '../../contracts/telegram.ts'
import type { Link } from './link.ts'

export type LinkWords = Readonly<{ text: string; nextStep: string | null }>

/** What each state means and what a person does about it; docs/telegram.md shows this table. `…` stands for what differs. */
export const LINK_WORDS: Readonly<Record<TelegramState, LinkWords>> = {
  off: { text: 'Telegram is switched off.', nextStep: 'Switch it on in the settings.' },
  noToken: {
    text: 'No bot is set up.',
    nextStep: 'Make one with @BotFather in Telegram and paste its token.',
  },
  connecting: { text: 'Connecting to Telegram.', nextStep: null },
  live: { text: 'Connected to Telegram.', nextStep: null },
  unreachable: {
    text: 'Telegram cannot be reached: ….',
    nextStep:
      'Nothing: it is tried again, and what waits is told then. If it stays so, look at the network and the proxy.',
  },
  conflict: {
    text: 'Another program is listening with the same token, and each takes messages from the other.',
    nextStep: 'End the other program, or have @BotFather make a new token and paste it here.',
  },
  webhook: {
    text: 'Telegram sends what is written to this bot to a web address (a webhook), so nothing arrives here.',
    nextStep: 'If no other program of yours needs it, take the bot over.',
  },
  refused: {
    text: 'Telegram does not know this token: it was revoked, or the bot was deleted.',
    nextStep: 'Paste the token that @BotFather shows now.',
  },
  limited: {
    text: 'Telegram asks for a pause of … s: too much was asked of it.',
    nextStep: 'Nothing: it goes on by itself.',
  },
  broken: {
    text: 'The bot has ended and is started again.',
    nextStep: 'If it stays so, look into the log.',
  },
}

export function wordsOf(link: Link): LinkWords {
  const words = LINK_WORDS[link.is]
  if (link.is === 'unreachable') return { ...words, text: words.text.replace('…', () => link.text) }
  if (link.is === 'limited')
    return { ...words, text: words.text.replace('…', String(Math.ceil(link.afterMs / 1_000))) }
  return words
}
