import { expect, it } from 'vitest'
import { aPerson, privateChat } from '../../testkit/telegram-server/people/people.ts'
import { refusalOf, telegramBench } from '../../testkit/telegram-server/telegram-bench.ts'
import { rateLimited } from './rate-limited.ts'

it('holds all chats together to thirty messages a second', async () => {
  const { server, bot, api } = await telegramBench()
  rateLimited(api)
  const chats = Array.from({ length: 61 }, (_, k) => privateChat(bot, aPerson(100 + k, `Person ${k}`)))
  for (const chat of chats) chat.start('x')
  await Promise.all(chats.map(({ chatId }) => api.sendMessage(chatId, 'x')))
  const times = server.journal.of('sendMessage').map(({ atMs }) => atMs)
  expect(times).toHaveLength(61)
  // Thirty of each second: between the second and the third lies a whole one.
  expect((times[60] ?? 0) - (times[30] ?? 0)).toBeGreaterThan(500)
})

it('tells of a message that came too early, and sends it no second time', async () => {
  const { server, api, chat } = await telegramBench()
  rateLimited(api)
  server.faults.next('sendMessage', { is: 'refused', code: 429, retryAfterSeconds: 1 })
  expect(await refusalOf(api.sendMessage(chat.chatId, 'x'))).toMatchObject({ code: 429 })
  expect(server.journal.of('sendMessage')).toHaveLength(1)
})

it('sets a menu again when it was told to wait', async () => {
  const { server, api } = await telegramBench()
  rateLimited(api)
  server.faults.next('setMyCommands', { is: 'refused', code: 429, retryAfterSeconds: 1 })
  await api.setMyCommands([{ command: 'status', description: 'x' }])
  expect(server.journal.of('setMyCommands').map(({ code }) => code)).toEqual([429, 200])
})
