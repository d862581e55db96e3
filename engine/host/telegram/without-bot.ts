/** How the bot stands while none runs, or none has said yet how it stands. A test holds the words to those of the bot itself. */
import type { BotView } from '../../contracts/telegram.ts'

const NOBODY = {
  bot: null,
  chats: [],
  code: null,
  strangers: { messages: 0, last: [] },
  voice: null,
} as const

type WithoutBot = Extract<BotView['state'], 'off' | 'noToken' | 'connecting' | 'broken'>

export const WITHOUT_BOT: Readonly<Record<WithoutBot, BotView>> = {
  off: {
    ...NOBODY,
    state: 'off',
    text: 'Telegram is switched off.',
    nextStep: 'Switch it on in the settings.',
  },
  noToken: {
    ...NOBODY,
    state: 'noToken',
    text: 'No bot is set up.',
    nextStep: 'Make one with @BotFather in Telegram and paste its token.',
  },
  connecting: { ...NOBODY, state: 'connecting', text: 'Connecting to Telegram.', nextStep: null },
  broken: {
    ...NOBODY,
    state: 'broken',
    text: 'The bot has ended and is started again.',
    nextStep: 'If it stays so, look into the log.',
  },
}

/** A token is kept and can't be read; the sentence says why, and what to do. */
export const unreadToken = (problem: string): BotView => ({
  ...WITHOUT_BOT.noToken,
  text: problem,
  nextStep: null,
})
