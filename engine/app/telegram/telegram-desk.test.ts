import { describe, expect, test } from 'vitest'
import type { Origin } from '../../contracts/commands.ts'
import type { TelegramNote } from '../../contracts/telegram-chat.ts'
import { DeskHarness } from '../../testkit/desk-harness.ts'

function say(desk: DeskHarness, telegram: TelegramNote, origin: Origin = 'telegram') {
  return desk.engine.command({ kind: 'telegram', id: desk.ids.next(desk.nowMs()), origin, telegram })
}

const NOTES: readonly TelegramNote[] = [
  { note: 'paired', chat: 11, role: 'commander', name: 'Anna' },
  { note: 'paired', chat: -100, role: 'spotter', name: 'The desk' },
  { note: 'taken', chat: 11, key: 'mission:one', after: 40 },
  { note: 'sent', chat: 11, key: 'mission:one', message: 41, repeat: true },
  { note: 'settled', chat: 11, seq: 7 },
  { note: 'unpaired', chat: 11, why: 'asked to' },
]

describe('what the bot has written down', () => {
  test('is in the ledger, an event each, by the computer’s clock, and over a restart', () => {
    const desk = new DeskHarness()
    for (const note of NOTES) expect(say(desk, note)).toEqual({ is: 'done', text: 'Written down.' })
    const told = desk
      .crash()
      .all()
      .filter(({ kind }) => kind.startsWith('chat') || kind.startsWith('alert'))
    const atMs = desk.clock.now()
    expect(told).toEqual([
      { kind: 'chatPaired', atMs, chat: 11, role: 'commander', name: 'Anna' },
      { kind: 'chatPaired', atMs, chat: -100, role: 'spotter', name: 'The desk' },
      { kind: 'alertTaken', atMs, chat: 11, key: 'mission:one', after: 40 },
      { kind: 'alertSent', atMs, chat: 11, key: 'mission:one', message: 41, repeat: true },
      { kind: 'alertsSettled', atMs, chat: 11, seq: 7 },
      { kind: 'chatUnpaired', atMs, chat: 11, why: 'asked to' },
    ])
  })

  test('comes from the bot and nobody else', () => {
    const desk = new DeskHarness()
    const before = desk.all().length
    for (const origin of ['window', 'tray', 'cli', 'auto', 'replay'] as const)
      for (const note of NOTES) expect(say(desk, note, origin)).toMatchObject({ code: 'NOT_THE_BOT' })
    expect(desk.all()).toHaveLength(before)
  })

  test('never makes a group a commander', () => {
    const desk = new DeskHarness()
    const before = desk.all().length
    expect(say(desk, { note: 'paired', chat: -100, role: 'commander', name: 'All' })).toMatchObject({
      is: 'refused',
      code: 'GROUP_COMMANDER',
    })
    expect(desk.all()).toHaveLength(before)
  })
})
