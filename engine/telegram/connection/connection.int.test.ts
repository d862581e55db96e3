import { Api } from 'grammy'
import { expect, it } from 'vitest'
import { botBench } from '../../testkit/bot-bench.ts'
import { eventually } from '../../testkit/eventually.ts'
import { connectProxy } from '../../testkit/proxies/connect-proxy.ts'
import { socksProxy } from '../../testkit/proxies/socks-proxy.ts'

it('stops at a token that Telegram does not know, says so, and goes on with another', async () => {
  const { bot, until, program, config, chat, pair } = await botBench()
  await pair(chat)
  bot.revokeToken()
  expect(await until('refused')).toMatchObject({ nextStep: expect.stringContaining('BotFather') as string })
  const asked = chat.send('/help')
  program.configure({ ...config, tokens: { ...config.tokens, bot: bot.token } })
  await until('live')
  await chat.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
})

it('tries a refused token again when it is pasted again', async () => {
  const { bot, until, program, config } = await botBench()
  await until('live')
  const { token } = bot
  bot.revokeToken()
  await until('refused')
  bot.token = token
  program.configure(config)
  await until('live')
})

it('names another program that polls with its token, and is live again when that is gone', async () => {
  const { server, bot, until } = await botBench()
  await until('live')
  const other = new Api(bot.token, { apiRoot: server.url })
  const cut = new AbortController()
  const polls = (async () => {
    while (!cut.signal.aborted) await other.getUpdates({ timeout: 1 }).catch(() => undefined)
  })()
  expect((await until('conflict'))?.text).toContain('Another program')
  cut.abort()
  await polls
  await until('live')
})

it('takes nothing from a bot with a webhook until it is told to, and loses none of what waits', async () => {
  const { chat, until, program, bot } = await botBench({
    before: ({ bot }) => {
      bot.webhookUrl = 'https://example.com/hook'
    },
  })
  await until('webhook')
  expect(bot.webhookUrl).not.toBe('')
  chat.send('/status')
  expect(await program.wish({ wish: 'takeOver' })).toEqual({ is: 'done' })
  await until('live')
  await chat.waitFor(({ isFromBot }) => isFromBot)
  expect(await program.wish({ wish: 'takeOver' })).toMatchObject({ is: 'failed', code: 'NO_WEBHOOK' })
})

it('sees a webhook that is set while it polls', async () => {
  const { until, api } = await botBench()
  await until('live')
  await api.setWebhook('https://example.com/hook')
  await until('webhook')
})

it('waits as long as Telegram asks, and goes on', async () => {
  const { until, views } = await botBench({
    before: ({ server }) => server.faults.next('getMe', { is: 'refused', code: 429, retryAfterSeconds: 1 }),
  })
  await until('live')
  expect(views.find(({ state }) => state === 'limited')?.text).toContain('1 s')
})

it('outlives a server that goes away, and answers what was written meanwhile', async () => {
  const { server, chat, pair, until } = await botBench()
  await pair(chat)
  server.goDown()
  expect((await until('unreachable'))?.text).toMatch(/^Telegram cannot be reached: /)
  const asked = chat.send('/help')
  server.comeBack()
  await chat.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
  await until('live')
})

it('hears nothing twice: what it has handled is confirmed when it stops', async () => {
  const { chat, pair, program, bot } = await botBench()
  await pair(chat)
  const asked = chat.send('/help')
  await chat.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
  await program.stop()
  expect(bot.updates.size).toBe(0)
})

it('connects anew, in order, when the settings name another way or switch it off and on', async () => {
  const { chat, pair, program, config, until, server } = await botBench()
  await pair(chat)
  const { settings } = config
  program.configure({ ...config, settings: { ...settings, on: false } })
  await until('off')
  const asked = chat.send('/help')
  program.configure({ ...config, settings: { ...settings, apiRoot: `${server.url}/` } })
  await until('live')
  await chat.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
  program.configure({ ...config, tokens: { ...config.tokens, bot: null } })
  await until('noToken')
})

it.each([
  ['HTTP', connectProxy],
  ['SOCKS5', socksProxy],
])('goes through a proxy of %s', async (_, start) => {
  const proxy = await start()
  const { server, chat, pair } = await botBench({ settings: { proxy: proxy.url } })
  await pair(chat)
  expect(new Set(proxy.reached)).toEqual(new Set([new URL(server.url).host]))
})

it('says that a proxy is not there', async () => {
  const proxy = await connectProxy()
  const { until } = await botBench({ settings: { proxy: proxy.url.replace(/\d+$/, '1') } })
  expect((await until('unreachable'))?.text).toContain('refused')
})

it.each([[5], [-5]])(
  'obeys on a computer whose clock is %i minutes ahead, and still refuses what came too late',
  async minutes => {
    const { chat, pair, desk } = await botBench({ now: () => Date.now() + minutes * 60_000 })
    await pair(chat)
    chat.send('/pause', { secondsAgo: 90 })
    chat.send('/pause')
    await eventually(() => expect(desk.commands).toHaveLength(1))
    const asked = chat.send('/help')
    await chat.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
    expect(desk.commands).toMatchObject([{ command: { kind: 'pause' } }])
  },
)

it('carries out no press that was made while nobody listened', async () => {
  const { chat, pair, program, config, desk, until } = await botBench()
  await pair(chat)
  const { id } = await chat.waitFor(({ isFromBot }) => isFromBot)
  program.configure({ ...config, settings: { ...config.settings, on: false } })
  await until('off')
  const press = chat.forge(id, '/pause')
  program.configure(config)
  expect((await press.answer).text).toBe('This press came late. Press again.')
  expect((await chat.forge(id, '/pause').answer).text).not.toContain('late')
  await eventually(() => expect(desk.commands).toHaveLength(1))
})
