import { beforeAll, describe, expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { eventually } from '../../testkit/eventually.ts'
import { bundleScripted, commandOf, folderWith, SOME_KEY, startHost } from '../../testkit/scripted-host.ts'
import { environmentSecrets, type Host } from '../index.ts'

beforeAll(bundleScripted)

const TOKEN = '7000000001:AAF-abcdefghijklmnopqrstuvwxyz_0123456'
const KEEP = { wish: 'keepToken', token: TOKEN, voice: false } as const

/** A desk whose bot runs. */
async function withBot(folder = folderWith()) {
  const desk = await startHost(folder)
  await eventually(() => expect(desk.host.telegram().state).toBe('noToken'))
  expect(await desk.host.telegramWish(KEEP)).toEqual({ is: 'done' })
  await live(desk.host)
  return desk
}

const live = (host: Host) =>
  eventually(() => expect(host.telegram()).toMatchObject({ state: 'live', text: 'alive' }))

const change = (host: Host, telegram: object) =>
  host.changeSettings({ seen: host.settings().revision, change: { telegram }, typed: null }, 'window')

describe('without a token', () => {
  it('no thread runs, and the window is told what to do', async () => {
    const { host, heard } = await startHost()
    await eventually(() =>
      expect(host.telegram()).toMatchObject({
        state: 'noToken',
        nextStep: expect.stringContaining('@BotFather') as string,
        token: 'none',
        voiceToken: 'none',
        secrets: { can: true },
      }),
    )
    expect(await host.telegramWish({ wish: 'makeCode', role: 'spotter' })).toMatchObject({
      is: 'failed',
      code: 'NO_BOT',
    })
    expect(heard('born')).toEqual([])
  })

  it('and without a place for one, it is refused with what to do', async () => {
    const folder = folderWith()
    const telegram = { worker: '', secrets: environmentSecrets(folder, null) }
    const { host } = await startHost(folder, { telegram })
    expect(host.telegram().secrets).toMatchObject({ can: false })
    expect(await host.telegramWish(KEEP)).toMatchObject({
      is: 'failed',
      code: 'SECRETS',
      text: expect.stringContaining('BITTEN_SECRET_KEY') as string,
    })
  })
})

describe('a token', () => {
  it('starts the bot at once, and at the next start of the desk', async () => {
    const { host, folder } = await withBot()
    expect(host.telegram()).toMatchObject({
      token: 'kept',
      voiceToken: 'none',
      bot: { username: 'scripted_bot' },
    })
    await host.stop()
    const { host: next } = await startHost(folder)
    await live(next)
  })

  it('that is forgotten ends the bot', async () => {
    const { host, folder } = await withBot()
    expect(await host.telegramWish({ wish: 'forgetToken', voice: false })).toEqual({ is: 'done' })
    expect(host.telegram()).toMatchObject({ state: 'noToken', token: 'none', bot: null })
    expect(await environmentSecrets(folder, SOME_KEY).read('telegram-token')).toEqual({ is: 'none' })
  })

  it('of the voice reaches a bot that runs', async () => {
    const { host, heard } = await withBot()
    await host.telegramWish({ ...KEEP, voice: true })
    expect(host.telegram().voiceToken).toBe('kept')
    await eventually(() => expect(heard('config')).toHaveLength(1))
    expect(heard('born')).toHaveLength(1)
  })

  it('that Telegram does not know takes no place of one that works', async () => {
    const { host, folder, heard } = await withBot()
    const token = '7000000001:UNKNOWN-bcdefghijklmnopqrstuvwxyz_0123456'
    for (const voice of [false, true])
      expect(await host.telegramWish({ wish: 'keepToken', token, voice })).toMatchObject({
        is: 'failed',
        code: 'TOKEN_REFUSED',
      })
    expect(await environmentSecrets(folder, SOME_KEY).read('telegram-token')).toEqual({ is: 'kept', text: TOKEN }) // prettier-ignore
    expect(host.telegram()).toMatchObject({ state: 'live', voiceToken: 'none' })
    expect([heard('born').length, heard('config').length]).toEqual([1, 0])
  })

  it('that was given last holds, however long Telegram takes over the one before, and one that was forgotten stays so', async () => {
    const { host, folder } = await withBot()
    const keep = (name: string, voice = false) =>
      host.telegramWish({ wish: 'keepToken', token: TOKEN.replace('AAF', name), voice })
    const done = { is: 'done' }
    expect(await Promise.all([keep('SLOW'), keep('AAG')])).toEqual([done, done])
    const forget = { wish: 'forgetToken', voice: true } as const
    expect(await Promise.all([keep('SLOW', true), host.telegramWish(forget)])).toEqual([done, done])
    const secrets = environmentSecrets(folder, SOME_KEY)
    expect(await secrets.read('telegram-token')).toMatchObject({ text: TOKEN.replace('AAF', 'AAG') })
    expect(await secrets.read('telegram-voice-token')).toEqual({ is: 'none' })
    expect(host.telegram().voiceToken).toBe('none')
  })

  it('of the same bot reaches the thread that runs, and another bot begins with a thread of its own', async () => {
    const { host, heard } = await withBot()
    const keep = (token: string) => host.telegramWish({ wish: 'keepToken', token, voice: false })
    expect(await keep(TOKEN.replace('AAF', 'AAG'))).toEqual({ is: 'done' })
    await eventually(() => expect(heard('config')).toHaveLength(1))
    expect(heard('born')).toHaveLength(1)
    expect(await keep(TOKEN.replace('7000000001', '7000000002'))).toEqual({ is: 'done' })
    await live(host)
    await eventually(() => expect(heard('born')).toHaveLength(2))
    expect(heard('ended')).toHaveLength(1)
  })

  it('that another key has sealed is said, and can be replaced', async () => {
    const { host, folder } = await withBot()
    await host.stop()
    const telegram = { worker: '', secrets: environmentSecrets(folder, `${SOME_KEY}!`) }
    const { host: next } = await startHost(folder, { telegram })
    await eventually(() => expect(next.telegram()).toMatchObject({ state: 'noToken', token: 'kept' }))
    expect(next.telegram().text).toContain('the BITTEN_SECRET_KEY that it was kept with')
    expect(next.notices()[0]?.text).toContain("can't be opened")
  })
})

describe('settings of Telegram', () => {
  it('hold at once, without a restart of anything', async () => {
    const { host, heard } = await withBot()
    expect(await change(host, { digestMinutes: 15 })).toMatchObject({ is: 'done', restart: [] })
    await eventually(() => expect(heard('config')).toEqual([{ kept: true, digestMinutes: 15 }]))
    expect(heard('born')).toHaveLength(1)
  })

  it('switch the bot off and on', async () => {
    const { host, heard } = await withBot()
    await change(host, { on: false })
    await eventually(() => expect(host.telegram()).toMatchObject({ state: 'off', token: 'kept' }))
    await change(host, { on: true, digestMinutes: 20 })
    await live(host)
    expect(heard('born')).toEqual([
      { digestMinutes: 60, voice: false },
      { digestMinutes: 20, voice: false },
    ])
  })
})

describe('the bot', () => {
  it('is told what the engine stored and what the host has to say', async () => {
    const { host, heard } = await withBot()
    await host.command(commandOf('pause'))
    await eventually(() => expect(heard('told')).toEqual([{ kinds: ['paused'] }]))
    await host.command(commandOf('flattenAll'))
    await eventually(() =>
      expect(heard('notice')).toContainEqual({
        text: expect.stringContaining('The engine stopped') as string,
      }),
    )
  })

  it('gives orders as Telegram, whatever origin it names', async () => {
    const { host, heard } = await withBot()
    await host.telegramWish({ wish: 'unpair', chat: 1 })
    await eventually(() => expect(heard('pause')).toEqual([{ origin: 'telegram' }]))
    await eventually(() =>
      expect(heard('answer')).toEqual([{ call: 1, value: { is: 'done', text: 'paused' } }]),
    )
  })

  it('is refused an order that makes no sense, with the place', async () => {
    const { host, heard } = await withBot()
    await host.telegramWish({ wish: 'unpair', chat: 2 })
    await eventually(() =>
      expect(heard('answer')).toMatchObject([
        { value: { code: 'BAD_COMMAND', text: expect.stringContaining('order: ') as string } },
      ]),
    )
  })

  it('changes settings, but not where it connects to', async () => {
    const { host, heard } = await withBot()
    await host.telegramWish({ wish: 'unpair', chat: 3 })
    await eventually(() => expect(heard('answer')).toMatchObject([{ value: { code: 'AT_THE_COMPUTER' } }]))
    await host.telegramWish({ wish: 'unpair', chat: 4 })
    await eventually(() => expect(heard('answer')).toMatchObject([{}, { value: { is: 'done' } }]))
    expect(host.settings().settings.telegram).toMatchObject({
      apiRoot: 'https://api.telegram.org',
      digestMinutes: 30,
    })
  })

  it('is answered about the desk: view, archive, settings, version and newest lines', async () => {
    const { host, heard } = await withBot()
    await host.telegramWish({ wish: 'unpair', chat: 5 })
    await host.telegramWish({ wish: 'unpair', chat: 0 })
    await eventually(() => expect(heard('answer')).toHaveLength(4))
    expect(heard('answer')).toEqual(
      expect.arrayContaining([
        { call: 1, value: expect.objectContaining({ is: 'answer' }) as object },
        { call: 2, value: expect.objectContaining({ is: 'answer' }) as object },
        { call: 3, value: expect.objectContaining({ revision: 1 }) as object },
        { call: 4, value: expect.objectContaining({ version: '0.1.0', engine: 'running' }) as object },
      ]),
    )
  })

  it('that is asked to end is still answered, so that what it has told is written down', async () => {
    const { host, heard } = await withBot()
    await host.stop()
    expect(heard('ended')).toHaveLength(1)
  })

  it('shows what it has to show to whoever listens', async () => {
    const { host } = await withBot()
    const seen: (string | undefined)[] = []
    host.onTelegram(({ code }) => seen.push(code?.code))
    expect(await host.telegramWish({ wish: 'makeCode', role: 'commander' })).toEqual({ is: 'done' })
    expect(seen).toEqual(['ABCD'])
    expect(host.telegram().code).toEqual({ code: 'ABCD', role: 'commander', expiresMs: EpochMs.parse(1) })
  })

  it.each([{ wish: 'sayHello' }, { wish: 'dropCode' }] as const)(
    'that dies of %j is started again, whoever waits is told, and the engine never notices',
    async wish => {
      const { host, heard } = await withBot()
      const states: string[] = []
      host.onTelegram(({ state }) => states.push(state))
      expect(await host.telegramWish(wish)).toMatchObject({ is: 'failed', code: 'BOT_DOWN' })
      expect(host.telegram()).toMatchObject({ state: 'broken', bot: null })
      await live(host)
      expect(states).toEqual(['broken', 'connecting', 'connecting', 'live'])
      expect(heard('settings')).toHaveLength(1)
      expect(host.health()).toEqual({ is: 'running' })
    },
  )
})
