import { Api } from 'grammy'
import { expect, it } from 'vitest'
import { eventually } from '../eventually.ts'
import { refusalOf, telegramBench } from './telegram-bench.ts'

it('says who the bot is to whoever has its token', async () => {
  const { api, bot } = await telegramBench()
  expect(await api.getMe()).toEqual(bot.me)
})

it('listens on the loopback address only', async () => {
  const { server } = await telegramBench()
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

it('answers a wrong token with 401, and a token that was revoked', async () => {
  const { server, bot, api } = await telegramBench()
  const stranger = new Api('7000000001:not-the-token', { apiRoot: server.url })
  expect(await refusalOf(stranger.getMe())).toEqual({ code: 401, words: 'Unauthorized', parameters: {} })
  const waiting = api.getUpdates({ timeout: 50 })
  await eventually(() => expect(bot.updates.isPolled).toBe(true))
  bot.revokeToken()
  expect(await waiting).toEqual([])
  expect(await refusalOf(api.getMe())).toMatchObject({ code: 401 })
  expect(await new Api(bot.token, { apiRoot: server.url }).getMe()).toEqual(bot.me)
})

it('holds several bots apart', async () => {
  const { server, chat } = await telegramBench()
  const voice = server.addBot('voice_test_bot')
  const api = new Api(voice.token, { apiRoot: server.url })
  expect((await api.getMe()).username).toBe('voice_test_bot')
  expect(await refusalOf(api.sendMessage(chat.chatId, 'hello'))).toMatchObject({
    code: 400,
    words: 'Bad Request: chat not found',
  })
})

it('answers a method or an address that it does not know with 404', async () => {
  const { server, bot } = await telegramBench()
  const answer = async (path: string) => {
    const response = await fetch(`${server.url}${path}`)
    return { status: response.status, body: await response.json() }
  }
  expect(await answer(`/bot${bot.token}/sendPigeon`)).toEqual({
    status: 404,
    body: { ok: false, error_code: 404, description: 'Not Found: method not found' },
  })
  expect(await answer('/')).toEqual({
    status: 404,
    body: { ok: false, error_code: 404, description: 'Not Found' },
  })
})

it('takes parameters from the address, from a form and as JSON, and methods in any case of letters', async () => {
  const { server, bot, chat } = await telegramBench()
  const address = `${server.url}/bot${bot.token}/SENDmessage`
  const chatId = String(chat.chatId)
  await fetch(`${address}?${new URLSearchParams({ chat_id: chatId, text: 'address' }).toString()}`)
  await fetch(address, { method: 'POST', body: new URLSearchParams({ chat_id: chatId, text: 'form' }) })
  await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: chat.chatId, text: 'json' }),
  })
  const parts = new FormData()
  parts.set('chat_id', chatId)
  parts.set('text', 'parts')
  parts.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] }))
  await fetch(address, { method: 'POST', body: parts })
  expect(chat.read().map(({ text, buttons }) => [text, buttons])).toEqual([
    ['/start', []],
    ['address', []],
    ['form', []],
    ['json', []],
    ['parts', [['A']]],
  ])
})

it('refuses a body that is no JSON object', async () => {
  const { server, bot } = await telegramBench()
  const response = await fetch(`${server.url}/bot${bot.token}/sendMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '[1',
  })
  expect([response.status, await response.json()]).toEqual([
    400,
    { ok: false, error_code: 400, description: "Bad Request: can't parse request JSON object" },
  ])
})
