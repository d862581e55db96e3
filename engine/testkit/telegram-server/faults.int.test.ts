import { Bot } from 'grammy'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../eventually.ts'
import { aPerson, group } from './people/people.ts'
import { refusalOf, telegramBench } from './telegram-bench.ts'

const NETWORK = /Network request for 'sendMessage' failed/

it('drops a call before it has any effect, as often as it was told to', async () => {
  const { server, api, chat } = await telegramBench()
  server.faults.next('sendMessage', { is: 'dropped' }, 2)
  await expect(api.sendMessage(chat.chatId, 'one')).rejects.toThrow(NETWORK)
  await expect(api.sendMessage(chat.chatId, 'two')).rejects.toThrow(NETWORK)
  await api.sendMessage(chat.chatId, 'three')
  expect(chat.read().map(({ text }) => text)).toEqual(['/start', 'three'])
  expect(server.journal.all()).toMatchObject([
    { text: 'one', accepted: false, told: 'nothing' },
    { text: 'two', accepted: false, told: 'nothing' },
    { text: 'three', accepted: true, told: 'ok' },
  ])
})

it('loses the answer to a call that had its effect', async () => {
  const { server, api, chat } = await telegramBench()
  server.faults.next('*', { is: 'answerLost' })
  await expect(api.sendMessage(chat.chatId, 'one')).rejects.toThrow(NETWORK)
  const seen = chat.read().at(-1)
  expect(seen?.text).toBe('one')
  expect(server.journal.all()).toMatchObject([{ accepted: true, told: 'nothing', messageId: seen?.id }])
})

it('hands over an update again when the answer that carried it was lost', async () => {
  const { server, api, chat } = await telegramBench()
  chat.send('/once')
  server.faults.next('getUpdates', { is: 'answerLost' })
  await expect(api.getUpdates()).rejects.toThrow(/Network request/)
  expect(await api.getUpdates()).toMatchObject([{ message: { text: '/once' } }])
})

it('refuses with 500 and 502 in the shape of the server, and with the page of a proxy', async () => {
  const { server, api, chat } = await telegramBench()
  server.faults.next('sendMessage', { is: 'refused', code: 500 })
  server.faults.next('sendMessage', { is: 'refused', code: 502 })
  server.faults.next('sendMessage', { is: 'badGateway' })
  const send = () => api.sendMessage(chat.chatId, 'x')
  expect(await refusalOf(send())).toEqual({ code: 500, words: 'Internal Server Error', parameters: {} })
  expect(await refusalOf(send())).toEqual({ code: 502, words: 'Bad Gateway', parameters: {} })
  await expect(send()).rejects.toThrow(NETWORK)
  expect(chat.read()).toHaveLength(1)
})

it('refuses with 429 and notes who comes back before the wait is over', async () => {
  let nowMs = 1_000_000
  const { server, api, chat } = await telegramBench(() => nowMs)
  server.faults.next('sendMessage', { is: 'refused', code: 429, retryAfterSeconds: 7 })
  expect(await refusalOf(api.sendMessage(chat.chatId, 'first'))).toEqual({
    code: 429,
    words: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
  nowMs += 6_999
  await api.sendMessage(chat.chatId, 'early')
  nowMs += 1
  await api.sendMessage(chat.chatId, 'in time')
  expect(server.journal.all().map(({ text, cameTooEarly }) => [text, cameTooEarly])).toEqual([
    ['first', false],
    ['early', true],
    ['in time', false],
  ])
})

it('says how long to wait in the head of the answer too, as the public server does', async () => {
  const { server, bot, chat } = await telegramBench()
  server.faults.next('sendMessage', { is: 'refused', code: 429, retryAfterSeconds: 7 })
  const response = await fetch(`${server.url}/bot${bot.token}/sendMessage?chat_id=${chat.chatId}&text=x`)
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
})

it('delays a call before it has its effect, or its answer', async () => {
  const { server, api, chat } = await telegramBench(() => performance.now())
  server.faults.next('sendMessage', { is: 'delayed', ms: 200, before: 'accepting' })
  const startMs = performance.now()
  await api.sendMessage(chat.chatId, 'late')
  expect((chat.read().at(-1)?.sentAtMs ?? 0) - startMs).toBeGreaterThanOrEqual(195)

  server.faults.next('sendMessage', { is: 'delayed', ms: 200, before: 'answering' })
  let isAnswered = false
  const answer = api.sendMessage(chat.chatId, 'shown').then(() => (isAnswered = true))
  const { sentAtMs } = await chat.waitFor(message => message.text === 'shown')
  expect(isAnswered).toBe(false)
  await answer
  expect(performance.now() - sentAtMs).toBeGreaterThanOrEqual(195)
})

it('holds a chat to one message a second, a group to twenty a minute and the bot to thirty a second', async () => {
  let nowMs = 1_000_000
  const { api, anna, bot, chat } = await telegramBench(() => nowMs)
  bot.limits.switchOn()
  await api.sendMessage(chat.chatId, 'one')
  expect(await refusalOf(api.sendMessage(chat.chatId, 'two'))).toMatchObject({
    code: 429,
    parameters: { retry_after: 1 },
  })
  nowMs += 1_000
  await api.sendMessage(chat.chatId, 'two')
  const [squad] = group(bot, 'Squad', [anna])
  for (let k = 0; k < 20; k++) {
    nowMs += 1_000
    await api.sendMessage(squad?.chatId ?? 0, `message ${k}`)
  }
  nowMs += 1_000
  expect(await refusalOf(api.sendMessage(squad?.chatId ?? 0, 'x'))).toMatchObject({
    parameters: { retry_after: 40 },
  })
  nowMs += 1_000
  const groups = Array.from(
    { length: 31 },
    (_, k) => group(bot, `Group ${k}`, [aPerson(100 + k, 'Someone')])[0],
  )
  for (const each of groups.slice(0, 30)) await api.sendMessage(each?.chatId ?? 0, 'x')
  expect(await refusalOf(api.sendMessage(groups[30]?.chatId ?? 0, 'x'))).toMatchObject({
    parameters: { retry_after: 1 },
  })
  bot.limits.switchOff()
  await api.sendMessage(chat.chatId, 'free')
  await api.sendMessage(chat.chatId, 'free')
})

it('goes down and comes back with every message, every setting and every update that was not confirmed', async () => {
  const { server, api, bot, chat } = await telegramBench()
  await api.sendMessage(chat.chatId, 'before')
  await api.setMyCommands([{ command: 'status', description: 'x' }])
  const poll = api.getUpdates({ timeout: 50 })
  const cut = expect(poll).rejects.toThrow(/Network request/)
  await eventually(() => expect(bot.updates.isPolled).toBe(true))
  server.goDown()
  await cut
  await expect(api.sendMessage(chat.chatId, 'lost')).rejects.toThrow(NETWORK)
  chat.send('/while it was down')
  server.comeBack()
  await api.sendMessage(chat.chatId, 'after')
  expect(chat.read().map(({ text }) => text)).toEqual(['/start', 'before', '/while it was down', 'after'])
  expect(await api.getMyCommands()).toHaveLength(1)
  expect(await api.getUpdates()).toMatchObject([{ message: { text: '/while it was down' } }])
})

it('lets grammY’s own loop of polls live through a server that goes down', async () => {
  const { server, bot, chat } = await telegramBench()
  const listener = new Bot(bot.token, { client: { apiRoot: server.url } })
  listener.on('message:text', context => context.reply(`heard ${context.message.text}`))
  const running = listener.start()
  onTestFinished(async () => {
    await listener.stop()
    await running
  })
  await eventually(() => expect(bot.updates.isPolled).toBe(true))
  server.goDown()
  chat.send('one')
  server.comeBack()
  await chat.waitFor(message => message.text === 'heard one')
})
