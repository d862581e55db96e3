/** How the bot stands while none runs, or none has said yet how it stands. */
import type { BotView } from '../../contracts/telegram.ts'
import type { WorkerHealth } from '../supervisor/worker-health.ts'

const NOBODY = {
  bot: null,
  chats: [],
  code: null,
  strangers: { messages: 0, last: [] },
  voice: null,
} as const

export const SWITCHED_OFF: BotView = {
  ...NOBODY,
  state: 'off',
  text: 'Telegram is switched off in the settings.',
  nextStep: 'Switch it on to be told away from the screen.',
}

export const noToken = (problem: string | null): BotView => ({
  ...NOBODY,
  state: 'noToken',
  text: problem ?? 'No token of a bot is kept.',
  nextStep: problem === null ? 'Make a bot with @BotFather in Telegram, and paste its token.' : null,
})

/** Of the bot's thread, whose last words may hold anything. */
export function underWay(health: WorkerHealth, hide: (text: string) => string): BotView {
  if ('text' in health) return { ...NOBODY, state: 'broken', text: hide(health.text), nextStep: null }
  return { ...NOBODY, state: 'connecting', text: 'The bot is being started.', nextStep: null }
}
