import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import type { ChatRole } from '../../contracts/telegram-chat.ts'
import type { PairedChat } from '../../contracts/telegram.ts'
import { ScriptedDesk } from '../../testkit/scripted-desk.ts'
import type { Reply } from '../reply.ts'
import { html } from '../texts/html.ts'
import { dataOf } from './button-data.ts'
import type { Call, Command } from './command.ts'
import { BURST_OVER_MS, LATEST_MS } from './late-commands.ts'
import { BURST, QUIET_MS } from './limits.ts'
import { TableRouter } from './table-router.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const chatOf = (role: ChatRole, chat = 11): PairedChat => ({
  chat,
  role,
  name: 'Anna',
  pairedMs: EpochMs.parse(0),
  pairedSeq: 0,
  settledSeq: 0,
  sent: {},
})
const ANNA = chatOf('commander')
const SPOTTER = chatOf('spotter', 12)
const GROUP = chatOf('spotter', -100)

function bench() {
  const calls: { name: string; words: readonly string[]; rest: string }[] = []
  const told: { chat: number; text: string }[] = []
  const logged: { text: string; data: unknown }[] = []
  let carriedOut = 0
  const command = (name: string, change: Partial<Command> = {}): Command => ({
    name,
    does: name,
    group: 'desk',
    role: 'spotter',
    run: ({ words, rest }) => {
      calls.push({ name, words, rest })
      return Promise.resolve({ html: html`${name} it is` })
    },
    ...change,
  })
  const asks = ({ hands, chat: { chat } }: Call) => {
    const carryOut = () => Promise.resolve({ html: html`carried out ${(carriedOut += 1)}` })
    return Promise.resolve(hands.ask({ chat, figures: html`figures`, label: 'GO', carryOut }))
  }
  const commands = [
    command('status', { aliases: ['st'] }),
    command('pause', { role: 'commander' }),
    command('fire', { role: 'commander', run: asks }),
    command('flatten', { role: 'commander', run: asks }),
    command('breaks', { run: () => Promise.reject(new Error('a bug in my secret')) }),
  ]
  const router = new TableRouter({
    desk: new ScriptedDesk(),
    now: () => EpochMs.parse(Date.now()),
    commands,
    log: { write: (_level, text, data) => void logged.push({ text, data }) },
    tell: (chat, { html: { text } }) => void told.push({ chat, text }),
    botName: () => 'Bitten_Bot',
  })
  const say = async (text: string, { chat = ANNA, agoMs = 0 } = {}) =>
    (await router.said({ chat, text, sentMs: Date.now() - agoMs }))?.html.text ?? null
  return { router, say, calls, told, logged, carriedOut: () => carriedOut }
}

describe('what is said', () => {
  it('is a command by its name, an alias, the bot’s name behind it, or a key of the keyboard', async () => {
    const { say, calls } = bench()
    for (const text of ['/status', '/st  a b\n c ', '/STATUS@bitten_bot', 'Status', '  /status  '])
      expect(await say(text)).toBe('status it is')
    expect(calls[1]).toEqual({ name: 'status', words: ['a', 'b', 'c'], rest: 'a b\n c' })
  })

  it('for another bot is left alone', async () => {
    const { say } = bench()
    expect(await say('/status@another_bot')).toBeNull()
  })

  it('unknown is answered with the nearest name that this chat may use', async () => {
    const { say } = bench()
    expect(await say('/fier 1')).toBe('There is no /fier. Did you mean /fire? /help lists what there is.')
    expect(await say('/fier 1', { chat: SPOTTER })).toBe('There is no /fier. /help lists what there is.')
  })

  it('without being a command is answered in a chat and left alone in a group', async () => {
    const { say } = bench()
    expect(await say('hello')).toBe('I only understand commands. /help lists them.')
    for (const text of ['hello', '/nobody_knows', 'x'.repeat(2_000)])
      expect(await say(text, { chat: GROUP })).toBeNull()
    expect(await say('/nobody_knows@bitten_bot', { chat: GROUP })).toContain('There is no /nobody_knows.')
  })

  it('longer than 1,000 characters is refused', async () => {
    const { say, calls } = bench()
    expect(await say(`/status ${'x'.repeat(1_000)}`)).toContain('longer than 1000 characters')
    expect(calls).toEqual([])
  })

  it('of a commander’s is refused to a spotter in words', async () => {
    const { say, calls } = bench()
    expect(await say('/pause', { chat: SPOTTER })).toContain(
      '/pause is for commanders, and this chat is paired as spotter.',
    )
    expect(calls).toEqual([])
  })

  it('breaks off in one sentence and a line of the log without what was typed', async () => {
    const { say, logged } = bench()
    expect(await say('/breaks my secret')).toContain('/breaks broke off inside BITTEN.')
    expect(logged).toEqual([
      {
        text: 'A command of a chat broke off.',
        data: { what: '/breaks', at: expect.stringContaining('table-router.test.ts') as string },
      },
    ])
  })
})

describe('what was said to a bot that was off', () => {
  it('is not carried out, and told once for all of it', async () => {
    const { say, calls, told } = bench()
    for (const text of ['/pause', '/fire 1', '/fire 2', 'hello', '/nobody'])
      expect(await say(text, { agoMs: LATEST_MS + 1 })).toBeNull()
    expect(await say('/status', { agoMs: LATEST_MS })).toBe('status it is')
    vi.advanceTimersByTime(BURST_OVER_MS)
    expect(told).toEqual([
      {
        chat: ANNA.chat,
        text: '<b>The bot was off:</b> 4 commands from before were not carried out (/pause, /fire, /nobody). Send again what you still want.',
      },
    ])
    expect(calls.map(({ name }) => name)).toEqual(['status'])
  })

  it('is told when the bot stops in the middle of it', async () => {
    const { router, say, told } = bench()
    await say('/pause', { agoMs: 90_000 })
    router.end()
    expect(told).toMatchObject([{ chat: ANNA.chat, text: expect.stringContaining('(/pause)') as string }])
    vi.advanceTimersByTime(BURST_OVER_MS)
    expect(told).toHaveLength(1)
  })

  it('is said to have been out of reach where the bot was there, and Telegram was not', async () => {
    const { say, told } = bench()
    vi.advanceTimersByTime(120_000)
    await say('/status', { agoMs: 90_000 })
    vi.advanceTimersByTime(BURST_OVER_MS)
    expect(told[0]?.text).toMatch(/^<b>Telegram was out of reach from here:<\/b> 1 command /)
  })

  it('is told again for a burst of its own, each chat its own', async () => {
    const { say, told } = bench()
    await say('/status', { agoMs: 90_000 })
    await say('/status', { agoMs: 90_000, chat: SPOTTER })
    vi.advanceTimersByTime(BURST_OVER_MS)
    await say('/status', { agoMs: 90_000 })
    vi.advanceTimersByTime(BURST_OVER_MS)
    expect(told.map(({ chat }) => chat)).toEqual([ANNA.chat, SPOTTER.chat, ANNA.chat])
    expect(told[0]?.text).toContain('1 command from before was not carried out (/status)')
  })
})

describe('a flood', () => {
  it('is answered once, then met with silence, in which /pause and /flatten are heard', async () => {
    const { say, calls } = bench()
    const answers = []
    for (let k = 0; k < 1_000; k += 1) answers.push(await say('/status'))
    expect(answers.filter(answer => answer === 'status it is')).toHaveLength(BURST)
    expect(answers.filter(answer => answer?.includes('Too fast'))).toHaveLength(1)
    expect(answers.at(-1)).toBeNull()
    expect(await say('/pause')).toBe('pause it is')
    expect(await say('/flatten')).toContain('figures')
    expect(calls.at(-1)?.name).toBe('pause')
    vi.advanceTimersByTime(QUIET_MS)
    expect(await say('/status')).toBe('status it is')
  })

  it('of /pause carries it out and answers it once a second', async () => {
    const { say, calls } = bench()
    for (let k = 0; k < 1_000; k += 1) await say('/pause')
    expect(calls).toHaveLength(BURST + 1)
    vi.advanceTimersByTime(1_000)
    expect(await say('/pause')).toBe('pause it is')
  })

  it('of one chat keeps no other from being heard', async () => {
    const { say } = bench()
    for (let k = 0; k < 100; k += 1) await say('/status')
    expect(await say('/status', { chat: SPOTTER })).toBe('status it is')
  })

  it('of made-up presses is met with silence, and an open question is heard in it', async () => {
    const { router, carriedOut } = bench()
    const press = (data: string) => router.pressed({ chat: ANNA, data, message: 1 })
    const asked = await router.said({ chat: ANNA, text: '/fire', sentMs: Date.now() })
    const replies = Array.from({ length: 100 }, () => press(`n:y:${'A'.repeat(22)}`).reply)
    expect((await Promise.all(replies)).filter(reply => reply !== null)).toHaveLength(BURST - 1)
    await press(yesOf(asked)).reply
    expect(carriedOut()).toBe(1)
  })
})

describe('a press', () => {
  it('of a button says the command that stands on it', async () => {
    const { router, calls } = bench()
    const { toast, reply } = router.pressed({ chat: ANNA, data: '/status now', message: 1 })
    expect([toast, (await reply)?.html.text]).toEqual([null, 'status it is'])
    expect(calls).toEqual([{ name: 'status', words: ['now'], rest: 'now' }])
  })

  it('with made-up data can do no more than typing', async () => {
    const { router, calls } = bench()
    for (const data of ['status', '/pause', '/nobody', '', 'n:y:short', '/'.repeat(64)])
      expect(await router.pressed({ chat: SPOTTER, data, message: 1 }).reply).toBeNull()
    expect(calls).toEqual([])
  })

  it('of a question carries it out once, whoever presses as a spotter or in another chat', async () => {
    const { router, carriedOut } = bench()
    const asked = await router.said({ chat: ANNA, text: '/fire', sentMs: Date.now() })
    const press = (chat: PairedChat) => router.pressed({ chat, data: yesOf(asked), message: 1 }).reply
    await press(SPOTTER)
    expect(carriedOut()).toBe(0)
    await Promise.all([press(ANNA), press(ANNA)])
    expect(carriedOut()).toBe(1)
  })

  it('of a question is too late when its chat was unpaired, or is a spotter’s now', async () => {
    const { router, carriedOut } = bench()
    const ask = () => router.said({ chat: ANNA, text: '/fire', sentMs: Date.now() })
    const first = await ask()
    router.forget(ANNA.chat)
    await router.pressed({ chat: ANNA, data: yesOf(first), message: 1 }).reply
    const second = await ask()
    await router.pressed({ chat: { ...ANNA, role: 'spotter' }, data: yesOf(second), message: 1 }).reply
    await router.pressed({ chat: ANNA, data: yesOf(second), message: 1 }).reply
    expect(carriedOut()).toBe(0)
  })
})

function yesOf(reply: Reply | null): string {
  const [yes] = reply?.buttons?.flat() ?? []
  if (!yes || 'link' in yes) throw new Error('no question')
  return dataOf(yes)
}
