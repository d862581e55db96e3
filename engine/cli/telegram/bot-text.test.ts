import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import type { TelegramView } from '../../contracts/telegram.ts'
import { botLines, chatLines } from './bot-text.ts'

const atMs = EpochMs.parse(Date.UTC(2026, 10, 20, 9, 14))
const none: TelegramView = {
  state: 'noToken',
  text: 'No bot is set up.',
  nextStep: 'Make one.',
  bot: null,
  chats: [],
  code: null,
  strangers: { messages: 0, last: [] },
  voice: null,
  token: 'none',
  voiceToken: 'none',
  secrets: { can: true, text: 'Kept by the system.' },
}
const busy: TelegramView = {
  ...none,
  state: 'live',
  text: 'Connected to Telegram.',
  nextStep: null,
  token: 'kept',
  voiceToken: 'kept',
  bot: { username: 'viper_bot', name: 'Viper' },
  code: { code: 'HK4M9PXW', role: 'spotter', expiresMs: atMs },
  chats: [
    { chat: 11, name: 'Anna', role: 'commander', pairedMs: atMs, waiting: 2, lastSentMs: atMs, problem: null },
    { chat: -1_009, name: 'Desk', role: 'spotter', pairedMs: atMs, waiting: 3, lastSentMs: null, problem: 'It was thrown out there.' },
  ],
  strangers: { messages: 41, last: [{ name: 'Mallory', atMs }] },
} // prettier-ignore

describe('how the bot stands', () => {
  it('is said without a bot, with what to do', () => {
    expect(botLines(none)).toEqual([
      'Bot        none is connected',
      'State      noToken: No bot is set up.',
      'Next       Make one.',
      'Token      none',
      'Secrets    Kept by the system.',
      'Voice      not known before the bot is connected',
      'Code       none is open',
      'Chats      0 chats paired, 0 alerts waiting',
    ])
    expect(chatLines(none)).toEqual(['No chat is paired. See: bitten telegram code --help'])
  })

  it('is said of one that runs, with its code, its chats and who else wrote', () => {
    expect(botLines(busy)).toEqual([
      'Bot        @viper_bot, Viper',
      'State      live: Connected to Telegram.',
      'Token      kept',
      'Secrets    Kept by the system.',
      'Voice      not looked for yet; the token of a second bot is kept',
      'Code       HK4M9PXW pairs one chat as spotter, until 2026-11-20 09:14 UTC',
      'Chats      2 chats paired, 5 alerts waiting',
      'Strangers  41 messages from chats that are not paired; newest: Mallory 2026-11-20 09:14 UTC',
    ])
    expect(chatLines(busy)).toEqual([
      '11  Anna  commander  paired 2026-11-20 09:14 UTC  2 waiting  last sent 2026-11-20 09:14 UTC',
      '-1009  Desk  spotter  paired 2026-11-20 09:14 UTC  3 waiting  nothing sent yet',
      '    It was thrown out there.',
    ])
  })
})
