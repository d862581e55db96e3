import { InlineKeyboard } from 'grammy'
import { expect, it } from 'vitest'
import { aPerson, privateChat } from './people/people.ts'
import { refusalOf, telegramBench } from './telegram-bench.ts'

it('puts a message into the chat as a person reads it, with its marks, its buttons and its silence', async () => {
  const nowMs = Date.UTC(2026, 10, 23)
  const { api, chat, bot } = await telegramBench(() => nowMs)
  const sent = await api.sendMessage(chat.chatId, '*EURUSD* long', {
    parse_mode: 'MarkdownV2',
    disable_notification: true,
    reply_markup: new InlineKeyboard()
      .text('Fire', 'fire:1')
      .text('Reject', 'no:1')
      .row()
      .url('Help', 'https://example.com'),
  })
  expect(sent).toMatchObject({
    chat: { id: chat.chatId, type: 'private', first_name: 'Anna' },
    from: { id: bot.me.id, is_bot: true },
    date: nowMs / 1_000,
    text: 'EURUSD long',
    entities: [{ type: 'bold', offset: 0, length: 6 }],
  })
  expect(chat.read().at(-1)).toMatchObject({
    id: sent.message_id,
    isFromBot: true,
    isSilent: true,
    text: 'EURUSD long',
    buttons: [['Fire', 'Reject'], ['Help']],
  })
})

it('refuses broken markup, an empty text and one that is too long, and puts nothing into the chat', async () => {
  const { api, chat } = await telegramBench()
  const send = (text: string, parse_mode?: 'HTML' | 'MarkdownV2') =>
    refusalOf(api.sendMessage(chat.chatId, text, parse_mode ? { parse_mode } : {}))
  expect(await send('1.0842', 'MarkdownV2')).toEqual({
    code: 400,
    words:
      "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    parameters: {},
  })
  expect(await send('<b>open', 'HTML')).toMatchObject({
    words: `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`,
  })
  expect(await send('')).toMatchObject({ code: 400, words: 'Bad Request: message text is empty' })
  expect(await send('x'.repeat(4_097))).toMatchObject({
    code: 400,
    words: 'Bad Request: message is too long',
  })
  expect(chat.read()).toHaveLength(1)
})

it('refuses callback data of more than 64 bytes, and a button that does nothing', async () => {
  const { api, chat } = await telegramBench()
  const send = (data: string) =>
    api.sendMessage(chat.chatId, 'x', {
      reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: data }]] },
    })
  await send('x'.repeat(64))
  expect(await refusalOf(send('x'.repeat(65)))).toMatchObject({ words: 'Bad Request: BUTTON_DATA_INVALID' })
  expect(await refusalOf(send('é'.repeat(33)))).toMatchObject({
    code: 400,
    words: 'Bad Request: BUTTON_DATA_INVALID',
  })
  expect(await refusalOf(send(''))).toMatchObject({
    code: 400,
    words:
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  })
})

it('keeps every look of a message that is edited; an edit without buttons takes them away', async () => {
  const { api, chat } = await telegramBench()
  const { message_id } = await api.sendMessage(chat.chatId, 'issued', {
    reply_markup: new InlineKeyboard().text('Fire', 'f'),
  })
  const edited = await api.editMessageText(chat.chatId, message_id, 'fired')
  expect(edited).toMatchObject({ message_id, text: 'fired' })
  expect(edited).toHaveProperty('edit_date')
  await api.editMessageReplyMarkup(chat.chatId, message_id, {
    reply_markup: new InlineKeyboard().text('Close', 'c'),
  })
  expect(chat.read().at(-1)?.history).toEqual([
    { text: 'issued', buttons: [['Fire']] },
    { text: 'fired', buttons: [] },
    { text: 'fired', buttons: [['Close']] },
  ])
})

it('refuses an edit that changes nothing, of no message, and of another one’s', async () => {
  const { api, chat } = await telegramBench()
  const { message_id } = await api.sendMessage(chat.chatId, '<b>same</b>', { parse_mode: 'HTML' })
  expect(
    await refusalOf(api.editMessageText(chat.chatId, message_id, '*same*', { parse_mode: 'MarkdownV2' })),
  ).toMatchObject({
    code: 400,
    words:
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  })
  await api.editMessageText(chat.chatId, message_id, 'same')
  expect(await refusalOf(api.editMessageText(chat.chatId, 999, 'x'))).toMatchObject({
    words: 'Bad Request: message to edit not found',
  })
  expect(await refusalOf(api.editMessageText(chat.chatId, chat.send('mine'), 'x'))).toMatchObject({
    words: "Bad Request: message can't be edited",
  })
})

it('takes a message out of the chat once', async () => {
  const { api, chat } = await telegramBench()
  const { message_id } = await api.sendMessage(chat.chatId, 'gone soon')
  await api.deleteMessage(chat.chatId, message_id)
  expect(chat.read().map(({ text }) => text)).toEqual(['/start'])
  expect(await refusalOf(api.deleteMessage(chat.chatId, message_id))).toMatchObject({
    code: 400,
    words: 'Bad Request: message to delete not found',
  })
})

it('refuses a bot that nobody let in: an unknown chat, a person who never wrote, one who blocked it', async () => {
  const { api, bot, chat } = await telegramBench()
  const stranger = privateChat(bot, aPerson(12, 'Ben'))
  const send = (chatId: number | string) => refusalOf(api.sendMessage(chatId, 'hello'))
  expect(await send(404)).toMatchObject({ code: 400, words: 'Bad Request: chat not found' })
  expect(await send('@nobody')).toMatchObject({ code: 400, words: 'Bad Request: chat not found' })
  expect(await send(stranger.chatId)).toMatchObject({
    code: 403,
    words: "Forbidden: bot can't initiate conversation with a user",
  })
  chat.shutOut()
  expect(await send(chat.chatId)).toMatchObject({
    code: 403,
    words: 'Forbidden: bot was blocked by the user',
  })
  const [update] = await api.getUpdates()
  expect(update?.my_chat_member?.new_chat_member.status).toBe('kicked')
  chat.letIn()
  await api.sendMessage(chat.chatId, 'back')
  expect(chat.read().at(-1)?.text).toBe('back')
})

it('puts a message below the one it answers, and without it where that is gone and the bot allows it', async () => {
  const { api, chat } = await telegramBench()
  const asked = chat.send('/status')
  const answer = (message_id: number, allow_sending_without_reply?: boolean) =>
    api.sendMessage(chat.chatId, 'answer', {
      reply_parameters: {
        message_id,
        ...(allow_sending_without_reply === undefined ? {} : { allow_sending_without_reply }),
      },
    })
  await answer(asked)
  expect(chat.read().at(-1)).toMatchObject({ text: 'answer', repliesTo: asked })
  expect(await refusalOf(answer(999))).toMatchObject({
    code: 400,
    words: 'Bad Request: message to be replied not found',
  })
  await answer(999, true)
  expect(chat.read().at(-1)).toMatchObject({ text: 'answer', repliesTo: null })
})
