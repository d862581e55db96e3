import { Bot, InlineKeyboard } from 'grammy'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../eventually.ts'
import { aPerson, group, privateChat } from './people/people.ts'
import { telegramBench } from './telegram-bench.ts'

/** A bot of grammY that listens by long polling until the test is over. */
async function aListeningBot(write: (bot: Bot) => void) {
  const bench = await telegramBench()
  const listener = new Bot(bench.bot.token, { client: { apiRoot: bench.server.url } })
  write(listener)
  const running = listener.start()
  onTestFinished(async () => {
    await listener.stop()
    await running
  })
  return bench
}

it('brings a command to the bot with its argument, and its answer back into the chat', async () => {
  const { chat } = await aListeningBot(bot =>
    bot.command('start', context => context.reply(`code ${context.match}`)),
  )
  chat.start('K7Q2')
  expect(await chat.waitFor(message => message.isFromBot)).toMatchObject({
    text: 'code K7Q2',
    from: 'bitten_test_bot',
  })
})

it('lets a person press a button by its label and tells them what the bot answered', async () => {
  const { chat } = await aListeningBot(bot => {
    bot.command('fire', context =>
      context.reply('Sure?', { reply_markup: new InlineKeyboard().text('Yes', 'yes:1') }),
    )
    bot.callbackQuery('yes:1', async context => {
      await context.editMessageText('Filled at 1.08431')
      await context.answerCallbackQuery({ text: 'Done', show_alert: true })
    })
  })
  chat.send('/fire')
  const { id } = await chat.waitFor(message => message.text === 'Sure?')
  const press = chat.press(id, 'Yes')
  expect(press).toMatchObject({ data: 'yes:1' })
  expect(press === 'stale' ? press : await press.answer).toEqual({ text: 'Done', isAlert: true })
  const seen = await chat.waitFor(message => message.text.startsWith('Filled'))
  expect(seen.history.map(({ text }) => text)).toEqual(['Sure?', 'Filled at 1.08431'])
  expect(chat.press(id, 'Yes')).toBe('stale')
})

it('calls a button stale that is gone, and one of a message that is gone', async () => {
  const { api, chat } = await telegramBench()
  const buttons = { reply_markup: new InlineKeyboard().text('A', 'a').url('Link', 'https://example.com') }
  const { message_id } = await api.sendMessage(chat.chatId, 'x', buttons)
  expect(chat.press(message_id, 'B')).toBe('stale')
  expect(chat.press(message_id, 'Link')).toBe('stale')
  await api.deleteMessage(chat.chatId, message_id)
  expect(chat.press(message_id, 'A')).toBe('stale')
})

it('sends a press with data that no button ever had, as a changed client may', async () => {
  const { api, chat } = await telegramBench()
  const { message_id } = await api.sendMessage(chat.chatId, 'x')
  chat.forge(message_id, 'flatten:everything')
  const [update] = await api.getUpdates()
  expect(update?.callback_query).toMatchObject({
    from: { id: chat.person.id },
    data: 'flatten:everything',
    message: { message_id, text: 'x' },
  })
})

it('takes the answer to a press once, and none when the press is too old or unknown', async () => {
  const { api, bot, chat } = await telegramBench()
  const { message_id } = await api.sendMessage(chat.chatId, 'x')
  const first = chat.forge(message_id, 'a')
  await api.answerCallbackQuery(first.queryId, { text: 'yes' })
  expect(await first.answer).toEqual({ text: 'yes', isAlert: false })
  const words = /400: Bad Request: query is too old and response timeout expired or query ID is invalid/
  await expect(api.answerCallbackQuery(first.queryId)).rejects.toThrow(words)
  const second = chat.forge(message_id, 'a')
  bot.queries.expire()
  await expect(api.answerCallbackQuery(second.queryId)).rejects.toThrow(words)
  await expect(api.answerCallbackQuery('0')).rejects.toThrow(words)
})

it('forwards a message with its first writer, and without the buttons that call the bot', async () => {
  const { api, bot, chat } = await telegramBench()
  const ben = privateChat(bot, aPerson(12, 'Ben'))
  ben.send('/start')
  bot.updates.drop()
  const { message_id } = await api.sendMessage(chat.chatId, 'Plan', {
    reply_markup: new InlineKeyboard().text('Fire', 'f'),
  })
  const forwarded = ben.forward(chat, message_id)
  expect(ben.read().at(-1)).toMatchObject({
    id: forwarded,
    from: 'Ben',
    text: 'Plan',
    isForwarded: true,
    buttons: [],
  })
  const [update] = await api.getUpdates()
  expect(update?.message?.forward_origin).toMatchObject({ type: 'user', sender_user: { id: bot.me.id } })
})

it('dates a message when the person wrote it, however late the bot asks', async () => {
  const nowMs = Date.UTC(2026, 10, 23)
  const { api, chat } = await telegramBench(() => nowMs)
  chat.send('/fire', { secondsAgo: 90 })
  const [update] = await api.getUpdates()
  expect(update?.message?.date).toBe(nowMs / 1_000 - 90)
})

it('tells the bot of a message that was edited as of an edited one, and shows both looks', async () => {
  const { api, chat } = await telegramBench()
  const id = chat.send('/fire 1')
  chat.edit(id, '/fire 2')
  const updates = await api.getUpdates()
  expect(updates.map(({ message, edited_message }) => [message?.text, edited_message?.text])).toEqual([
    ['/fire 1', undefined],
    [undefined, '/fire 2'],
  ])
  expect(updates[1]?.edited_message?.message_id).toBe(id)
  expect(
    chat
      .read()
      .at(-1)
      ?.history.map(({ text }) => text),
  ).toEqual(['/fire 1', '/fire 2'])
})

it('shows the bot of a group only what is meant for it: commands, and answers to its own messages', async () => {
  const { api, anna, bot } = await telegramBench()
  const [boss, ben] = group(bot, 'Squad', [anna, aPerson(12, 'Ben')])
  if (!boss || !ben) throw new Error('The group has two members.')
  const { message_id } = await api.sendMessage(boss.chatId, 'Hello, squad')
  boss.send('Talk among people')
  ben.send('/status')
  ben.send('/status@another_bot')
  ben.send('/status@bitten_test_bot')
  ben.send('I see', { repliesTo: message_id })
  const updates = await api.getUpdates()
  expect(updates[0]?.my_chat_member?.new_chat_member.status).toBe('member')
  expect(updates.slice(1).map(({ message }) => [message?.from.first_name, message?.text])).toEqual([
    ['Ben', '/status'],
    ['Ben', '/status@bitten_test_bot'],
    ['Ben', 'I see'],
  ])
  expect(updates.at(-1)?.message?.reply_to_message?.text).toBe('Hello, squad')
  expect(ben.read().map(({ text }) => text)).toContain('Talk among people')
  boss.shutOut()
  await expect(api.sendMessage(boss.chatId, 'x')).rejects.toThrow(
    '403: Forbidden: bot was kicked from the group chat',
  )
})

it('brings a thousand commands that were written at once to the bot, in their order, each once', async () => {
  const heard: string[] = []
  const { chat } = await aListeningBot(bot =>
    bot.on('message:text', context => {
      heard.push(context.message.text)
    }),
  )
  const written = Array.from({ length: 1_000 }, (_, k) => `/status ${k}`)
  for (const text of written) chat.send(text)
  await eventually(() => expect(heard.length).toBeGreaterThanOrEqual(1_000))
  expect(heard).toEqual(written)
})

it('waits for a message that fits, past those that do not', async () => {
  const { api, chat } = await telegramBench()
  const waiting = chat.waitFor(message => message.text === 'late')
  await api.sendMessage(chat.chatId, 'early')
  await api.sendMessage(chat.chatId, 'late')
  expect((await waiting).text).toBe('late')
})

it('says what the chat shows when no message came that fits', async () => {
  const { api, chat } = await telegramBench()
  await api.sendMessage(chat.chatId, 'something else')
  await expect(chat.waitFor(message => message.text === 'never', 1)).rejects.toThrow(
    'No such message came. The chat shows:\nAnna: /start\nbitten_test_bot: something else',
  )
})

it('forgets the chat and the journal when a long test has no more use for them', async () => {
  const { server, api, chat } = await telegramBench()
  await api.sendMessage(chat.chatId, 'x')
  chat.clear()
  server.journal.clear()
  expect([chat.read(), server.journal.all()]).toEqual([[], []])
  await api.sendMessage(chat.chatId, 'y')
  expect(server.journal.all()).toMatchObject([{ number: 1, text: 'y', messageId: chat.read()[0]?.id }])
})
