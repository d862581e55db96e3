import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { Api } from 'grammy'
import { expect, it } from 'vitest'
import { aPng } from '../../testkit/telegram-server/samples.ts'
import { telegramBench } from '../../testkit/telegram-server/telegram-bench.ts'
import { Html, html } from '../texts/html.ts'
import { GrammyMessenger } from './grammy-messenger.ts'

async function bench() {
  const opened = await telegramBench()
  return { ...opened, messenger: new GrammyMessenger(opened.api), chatId: opened.chat.chatId }
}

const words = (text: string) => ({ html: html`<b>${text}</b>` })

it('writes a message with marks, buttons and silence, below the one that it answers', async () => {
  const { messenger, chat, chatId } = await bench()
  const asked = chat.send('/status')
  const reply = {
    html: html`<b>EURUSD</b> ${'<&>'}`,
    buttons: [
      [
        { label: 'Fire', says: '/fire 01J' },
        { label: 'Yes', nonce: 'a'.repeat(22), yes: true },
      ],
      [{ label: 'Page', link: 'https://example.com/' }],
    ],
    isSilent: true,
  }
  const outcome = await messenger.send(chatId, reply, asked)
  const seen = chat.read().at(-1)
  expect(outcome).toEqual({ is: 'sent', message: seen?.id })
  expect(seen).toMatchObject({
    text: 'EURUSD <&>',
    isSilent: true,
    repliesTo: asked,
    buttons: [['Fire', 'Yes'], ['Page']],
  })
  expect(chat.press(seen?.id ?? 0, 'Fire')).toMatchObject({ data: '/fire 01J' })
  expect(chat.press(seen?.id ?? 0, 'Yes')).toMatchObject({ data: `n:y:${'a'.repeat(22)}` })
})

it('answers a message that was deleted all the same', async () => {
  const { messenger, chat, chatId } = await bench()
  expect(await messenger.send(chatId, words('here'), 999)).toMatchObject({ is: 'sent' })
  expect(chat.read().at(-1)).toMatchObject({ text: 'here', repliesTo: null })
})

it('puts keys below the text field, and takes them away', async () => {
  const { messenger, chat, chatId } = await bench()
  await messenger.send(chatId, { ...words('menu'), keys: [['/status', '/positions'], ['/pause']] })
  expect(chat.keyboard()).toEqual([['/status', '/positions'], ['/pause']])
  await messenger.send(chatId, { ...words('bye'), keys: [] })
  expect(chat.keyboard()).toEqual([])
})

it('sends a picture with its words below it, and changes those', async () => {
  const { messenger, chat, chatId } = await bench()
  const picture = { png: aPng(4, 2), name: 'chart.png' }
  const sent = await messenger.send(chatId, { ...words('plan'), picture })
  expect(chat.read().at(-1)).toMatchObject({ is: 'photo', text: 'plan' })
  const message = sent.is === 'sent' ? sent.message : 0
  expect(await messenger.edit(chatId, message, { ...words('filled'), picture })).toEqual({ is: 'changed' })
  expect(await messenger.edit(chatId, message, words('closed'))).toEqual({ is: 'changed' })
  expect(await messenger.edit(chatId, message, words('closed'))).toEqual({ is: 'same' })
  expect(chat.read().at(-1)).toMatchObject({ is: 'photo', text: 'closed' })
})

it('changes a message of its own, once; another one’s and none at all are gone', async () => {
  const { messenger, chat, chatId } = await bench()
  const sent = await messenger.send(chatId, { ...words('one'), buttons: [[{ label: 'A', says: '/a' }]] })
  const message = sent.is === 'sent' ? sent.message : 0
  expect(await messenger.edit(chatId, message, words('two'))).toEqual({ is: 'changed' })
  expect(chat.read().at(-1)).toMatchObject({ text: 'two', buttons: [] })
  expect(await messenger.edit(chatId, message, words('two'))).toEqual({ is: 'same' })
  expect(await messenger.edit(chatId, chat.send('mine'), words('x'))).toEqual({ is: 'gone' })
  expect(await messenger.edit(chatId, 9_999, words('x'))).toEqual({ is: 'gone' })
})

it('tells an answer that was lost from a refusal and from a wait', async () => {
  const { messenger, server, chatId } = await bench()
  const send = () => messenger.send(chatId, words('x'))
  const fault = server.faults.next.bind(server.faults, 'sendMessage')
  for (const lost of [
    { is: 'dropped' },
    { is: 'answerLost' },
    { is: 'badGateway' },
    { is: 'refused', code: 500 },
  ] as const) {
    fault(lost)
    expect(await send()).toMatchObject({ is: 'lost' })
  }
  fault({ is: 'refused', code: 429, retryAfterSeconds: 7 })
  expect(await send()).toMatchObject({ is: 'unreachable', afterMs: 7_000 })
  fault({ is: 'refused', code: 401 })
  expect(await send()).toMatchObject({ is: 'unreachable', afterMs: 0 })
  fault({ is: 'refused', code: 400, description: 'Bad Request: message is too long' })
  expect(await send()).toMatchObject({ is: 'refused', shutOut: false })
  expect(await send()).toMatchObject({ is: 'sent' })
})

it('loses nothing in an edit: whatever went wrong on the way, it is made again', async () => {
  const { messenger, server, chatId } = await bench()
  const sent = await messenger.send(chatId, words('one'))
  const message = sent.is === 'sent' ? sent.message : 0
  server.faults.next('editMessageText', { is: 'answerLost' })
  expect(await messenger.edit(chatId, message, words('two'))).toMatchObject({ is: 'unreachable', afterMs: 0 })
  expect(await messenger.edit(chatId, message, words('two'))).toEqual({ is: 'same' })
})

it('is shut out of a chat that blocked it, and of one that nobody knows', async () => {
  const { messenger, chat, chatId } = await bench()
  chat.shutOut()
  expect(await messenger.send(chatId, words('x'))).toMatchObject({ is: 'refused', shutOut: true })
  expect(await messenger.edit(chatId, 1, words('x'))).toMatchObject({ is: 'refused', shutOut: true })
  expect(await messenger.send(404, words('x'))).toMatchObject({ is: 'refused', shutOut: true })
})

it('knows that nothing has left when nobody listens, and never says the token', async () => {
  const { bot, chatId } = await bench()
  const messenger = new GrammyMessenger(new Api(bot.token, { apiRoot: 'http://127.0.0.1:1' }))
  const outcome = await messenger.send(chatId, words('x'))
  expect(outcome).toMatchObject({ is: 'unreachable', afterMs: 0 })
  expect(JSON.stringify(outcome)).not.toContain(bot.token.slice(-20))
})

it('gives up a call that is never answered, and does not know what became of it', async () => {
  const { bot, chatId } = await bench()
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const apiRoot = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const messenger = new GrammyMessenger(new Api(bot.token, { apiRoot }), { patienceMs: 50 })
  expect(await messenger.send(chatId, words('x'))).toMatchObject({ is: 'lost' })
  silent.close()
})

it('says a text whose marks Telegram refuses without them, once, and in the log that it did', async () => {
  const { api, chat, chatId, server } = await bench()
  const written: string[] = []
  const messenger = new GrammyMessenger(api, {
    log: { write: (level, text) => void written.push(`${level} ${text}`) },
  })
  const broken = (text: string) => ({ html: new Html(`<b>${text} &lt;&amp;`) })
  const sent = await messenger.send(chatId, broken('EURUSD'))
  const seen = chat.read().at(-1)
  expect(sent).toEqual({ is: 'sent', message: seen?.id })
  expect(seen?.text).toBe('EURUSD <&')
  expect(await messenger.edit(chatId, seen?.id ?? 0, broken('USDJPY'))).toEqual({ is: 'changed' })
  expect(chat.read().at(-1)?.text).toBe('USDJPY <&')
  const refused = 'error Telegram refuses the marks of a message, which goes out as plain text'
  expect(written).toEqual([refused, refused])
  expect(server.journal.of('sendMessage')).toHaveLength(2)
})
