import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../../../contracts/primitives.ts'
import { aBusyDesk } from '../../../../testkit/busy-desk.ts'
import { aPairedChat } from '../../../../testkit/command-bench.ts'
import { said, wordsOf } from '../../../../testkit/said-to-bot.ts'

const at = (iso: string) => EpochMs.parse(Date.parse(iso))
const SPOTTER = aPairedChat('spotter', 12)

describe('/version and /logs', () => {
  it('tell which program runs, since when, and how its engine is, while that is down too', async () => {
    const desk = aBusyDesk()
    desk.down = { is: 'failed', code: 'ENGINE_DOWN', text: 'Down.' }
    const notices = [{ atMs: at('2026-11-23T08:00:00Z'), level: 'error', text: 'The engine ended.' }] as const
    desk.aboutIt = {
      ...desk.aboutIt,
      startedMs: at('2026-11-23T07:00:00Z'),
      engine: 'It is started again in 4 s.',
      notices,
    }
    expect(wordsOf(await said(desk, '/version', { nowMs: at('2026-11-23T09:30:00Z') })).split('\n')).toEqual([
      'BITTEN 1.2.3',
      'Runs since 2026-11-23 07:00 UTC, for 2 h 30 min',
      'Engine: It is started again in 4 s.',
      'Last notice, 2026-11-23 08:00 UTC: The engine ended.',
    ])
  })

  it('show the newest lines of the log, shortened, to commanders', async () => {
    const desk = aBusyDesk()
    const log = Array.from({ length: 40 }, (_, k) => ({
      atMs: at('2026-11-23T08:00:00Z'),
      level: 'info',
      text: `<line ${k}> ${'x'.repeat(500)}`,
    }))
    desk.aboutIt = { ...desk.aboutIt, log }
    const ten = wordsOf(await said(desk, '/logs')).split('\n')
    expect(ten).toHaveLength(11)
    expect(ten.at(-1)).toMatch(/^11-23 08:00 info <line 39> x{20,110}…$/)
    expect(wordsOf(await said(desk, '/logs 30')).split('\n')).toHaveLength(31)
    for (const wrong of ['/logs 31', '/logs 0', '/logs all'])
      expect(wordsOf(await said(desk, wrong))).toContain('a number from 1 to 30')
    expect(wordsOf(await said(desk, '/logs', { chat: SPOTTER }))).toContain('for commanders')
    desk.aboutIt = { ...desk.aboutIt, log: [] }
    expect(wordsOf(await said(desk, '/logs'))).toContain('Nothing has been logged yet.')
  })
})

describe('/whoami, /start and /help', () => {
  it('say who the chat is, and bring the keys back where the bot can read them', async () => {
    expect(wordsOf(await said(aBusyDesk(), '/whoami', { chat: SPOTTER }))).toContain(
      'Chat 12, paired as spotter',
    )
    expect((await said(aBusyDesk(), '/start')).keys?.flat()).toContain('Pause')
    expect((await said(aBusyDesk(), '/start', { chat: SPOTTER })).keys?.flat()).not.toContain('Pause')
    expect((await said(aBusyDesk(), '/start', { chat: aPairedChat('spotter', -100) })).keys).toBeUndefined()
  })

  it('list by group what the chat may say, and explain one', async () => {
    const all = wordsOf(await said(aBusyDesk(), '/help'))
    const spotters = wordsOf(await said(aBusyDesk(), '/help', { chat: SPOTTER }))
    for (const part of ['The desk now\n/status', 'The record', '/daily', '/help'])
      expect(spotters).toContain(part)
    expect(all).toContain('/flatten')
    expect(spotters).not.toContain('/flatten')
    expect(wordsOf(await said(aBusyDesk(), '/help /st'))).toMatch(
      /^\/status\nOne screen: .*\.\nAlso: \/st, \/count$/,
    )
    expect(wordsOf(await said(aBusyDesk(), '/help flaten'))).toContain('Did you mean /flatten?')
    expect(wordsOf(await said(aBusyDesk(), '/help flatten', { chat: SPOTTER }))).toContain(
      'There is no /flatten for this chat.',
    )
  })
})
