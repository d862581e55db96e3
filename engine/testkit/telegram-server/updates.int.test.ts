import { Api } from 'grammy'
import { expect, it } from 'vitest'
import { eventually } from '../eventually.ts'
import type { BotAccount } from './state/bot-account.ts'
import { refusalOf, telegramBench } from './telegram-bench.ts'

const textsOf = (updates: Awaited<ReturnType<Api['getUpdates']>>) =>
  updates.map(update => update.message?.text ?? 'no text')

const pollIn = (bot: BotAccount) => eventually(() => expect(bot.updates.isPolled).toBe(true))

it('keeps what people write until the bot asks, and hands it over again until it is confirmed', async () => {
  const { api, chat } = await telegramBench()
  chat.send('/one')
  chat.send('/two')
  const first = await api.getUpdates()
  expect(textsOf(first)).toEqual(['/one', '/two'])
  expect(await api.getUpdates()).toEqual(first)
  const [one, two] = first.map(update => update.update_id)
  expect(two).toBe((one ?? 0) + 1)
  expect(textsOf(await api.getUpdates({ offset: two ?? 0 }))).toEqual(['/two'])
  expect(await api.getUpdates({ offset: (two ?? 0) + 1 })).toEqual([])
})

it('hands over at most a hundred at once, or fewer when asked, and only the last with a negative offset', async () => {
  const { api, chat } = await telegramBench()
  for (let k = 1; k <= 150; k++) chat.send(`/${k}`)
  expect(await api.getUpdates({ limit: 1_000 })).toHaveLength(100)
  expect(textsOf(await api.getUpdates({ limit: 2 }))).toEqual(['/1', '/2'])
  expect(textsOf(await api.getUpdates({ offset: -2 }))).toEqual(['/149', '/150'])
  expect(textsOf(await api.getUpdates())).toEqual(['/149', '/150'])
})

it('holds a long poll open until something comes, and answers it empty when the time is over', async () => {
  const { api, bot, chat } = await telegramBench()
  const poll = api.getUpdates({ timeout: 50 })
  await pollIn(bot)
  chat.send('/late')
  expect(textsOf(await poll)).toEqual(['/late'])
  const startMs = performance.now()
  expect(await api.getUpdates({ offset: 1_000_000_000_000, timeout: 1 })).toEqual([])
  expect(performance.now() - startMs).toBeGreaterThanOrEqual(990)
})

it('refuses the older of two polls with 409, so that it knows of the other one', async () => {
  const { server, bot, api, chat } = await telegramBench()
  const older = refusalOf(api.getUpdates({ timeout: 50 }))
  const other = new Api(bot.token, { apiRoot: server.url })
  await pollIn(bot)
  const newer = other.getUpdates({ timeout: 50 })
  expect(await older).toEqual({
    code: 409,
    words:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    parameters: {},
  })
  chat.send('/hello')
  expect(textsOf(await newer)).toEqual(['/hello'])
})

it('forgets a poll whose caller has hung up, and loses nothing', async () => {
  const { server, api, bot, chat } = await telegramBench()
  const caller = new AbortController()
  const hungUp = fetch(`${server.url}/bot${bot.token}/getUpdates?timeout=50`, { signal: caller.signal })
  await pollIn(bot)
  caller.abort()
  await expect(hungUp).rejects.toThrow(/aborted/)
  await eventually(() => expect(bot.updates.isPolled).toBe(false))
  chat.send('/kept')
  expect(textsOf(await api.getUpdates({ timeout: 50 }))).toEqual(['/kept'])
})

it('sends the kinds that were asked for, remembers them, and sends every usual kind for an empty list', async () => {
  const { api, chat } = await telegramBench()
  await api.getUpdates({ allowed_updates: ['callback_query'] })
  chat.send('/unseen')
  expect(await api.getUpdates()).toEqual([])
  expect((await api.getWebhookInfo()).allowed_updates).toEqual(['callback_query'])
  await api.getUpdates({ allowed_updates: [] })
  chat.send('/seen')
  expect(textsOf(await api.getUpdates())).toEqual(['/seen'])
})

it('refuses getUpdates with 409 while a webhook is set, and ends the poll that waits', async () => {
  const { api, bot, chat } = await telegramBench()
  const waiting = refusalOf(api.getUpdates({ timeout: 50 }))
  await pollIn(bot)
  await api.setWebhook('https://example.com/hook')
  expect(await waiting).toMatchObject({ code: 409, words: 'Conflict: terminated by setWebhook request' })
  expect(await refusalOf(api.getUpdates())).toMatchObject({
    code: 409,
    words:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  })
  chat.send('/kept')
  expect(await api.getWebhookInfo()).toMatchObject({
    url: 'https://example.com/hook',
    pending_update_count: 1,
  })
  await api.deleteWebhook()
  expect(textsOf(await api.getUpdates())).toEqual(['/kept'])
  await api.deleteWebhook({ drop_pending_updates: true })
  expect(await api.getUpdates()).toEqual([])
})

it('refuses a webhook without HTTPS', async () => {
  const { api } = await telegramBench()
  expect(await refusalOf(api.setWebhook('http://example.com'))).toMatchObject({
    code: 400,
    words: 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  })
  expect((await api.getWebhookInfo()).url).toBe('')
})
