import { expect, it } from 'vitest'
import { AlertReader } from '../testkit/alerts.ts'
import { botBench, emptyRecord } from '../testkit/bot-bench.ts'
import { eventually } from '../testkit/eventually.ts'
import { ONE_OF_EACH } from '../testkit/one-of-each.ts'
import { aPerson, privateChat } from '../testkit/telegram-server/people/people.ts'
import type { SeenMessage } from '../testkit/telegram-server/people/seen-message.ts'

const fromBot = (messages: readonly SeenMessage[]) =>
  messages.filter(({ isFromBot }) => isFromBot).map(({ text }) => text)

it('is connected by its token, and says as whom', async () => {
  const { until } = await botBench()
  expect(await until('live')).toMatchObject({
    text: 'Connected to Telegram.',
    nextStep: null,
    bot: { username: 'bitten_test_bot', name: 'bitten_test_bot' },
  })
})

it('hears nothing while the archive cannot say who is paired, and everything once it can', async () => {
  const { desk, view, chat, bot, program, written } = await botBench({
    before: (_, { answers }) => delete answers.telegramRecord,
  })
  await eventually(() =>
    expect(view()).toMatchObject({ state: 'connecting', text: expect.stringContaining('archive') as string }),
  )
  expect(await program.wish({ wish: 'makeCode', role: 'commander' })).toMatchObject({
    is: 'failed',
    code: 'NOT_CONNECTED',
  })
  chat.send('/status')
  expect(bot.updates.size).toBe(1)
  desk.answers.telegramRecord = emptyRecord
  await eventually(() => expect(bot.updates.size).toBe(0))
  await chat.waitFor(({ isFromBot }) => isFromBot)
  expect(written.join('\n')).toContain('ARCHIVE_DOWN')
})

it('answers a command, and a press at once with its outcome in the same message', async () => {
  const { chat, pair } = await botBench()
  await pair(chat)
  const asked = chat.send('/status')
  const answer = await chat.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
  expect(answer.buttons.flat()).toContain('Reload')
  const press = chat.press(answer.id, 'Reload')
  expect(press === 'stale' ? press : await press.answer).toMatchObject({ isAlert: false })
})

it('tells what happens at the desk', async () => {
  const { chat, pair, desk } = await botBench()
  await pair(chat)
  const [paused] = desk.tell(ONE_OF_EACH.paused)
  const told = await chat.waitFor(({ text }) => /paus/i.test(text))
  expect(told.isFromBot).toBe(true)
  await eventually(() =>
    expect(desk.notes).toContainEqual(expect.objectContaining({ note: 'sent', message: told.id })),
  )
  expect(paused?.seq).toBeGreaterThan(0)
})

it('tells those who command what the program itself has to say, silently', async () => {
  const { chat, pair, desk } = await botBench()
  await pair(chat)
  desk.notice('warn', 'Not worth a message.')
  desk.notice('error', 'The engine has ended and is started again.')
  const told = await chat.waitFor(({ text }) => text.includes('is started again'))
  expect(told).toMatchObject({ isSilent: true, isFromBot: true })
  expect(fromBot(chat.read()).some(text => text.includes('Not worth'))).toBe(false)
})

it('reads the ledger again where events were missed, and tells what they made', async () => {
  const { chat, pair, desk, written } = await botBench()
  await pair(chat)
  desk.answers.telegramRecord = () => new AlertReader().read(desk.ledger).book.record()
  desk.tellNobody(ONE_OF_EACH.paused)
  desk.tell(ONE_OF_EACH.resumed)
  await chat.waitFor(({ text }) => /paused/i.test(text))
  await chat.waitFor(({ text }) => /resumed/i.test(text))
  expect(written.join('\n')).toContain('Events were missed')
})

it('answers what breaks here with one sentence, and hears the next message', async () => {
  const { chat, pair, desk } = await botBench()
  await pair(chat)
  desk.view = () => {
    throw new Error('a defect')
  }
  const asked = chat.send('/status')
  await chat.waitFor(({ isFromBot, id }) => isFromBot && id > asked)
  const next = chat.send('/help')
  await chat.waitFor(({ isFromBot, id, text }) => isFromBot && id > next && text.includes('/status'))
})

it('writes its token nowhere: no line of the log, no view', async () => {
  const { chat, pair, server, bot, written, views, until } = await botBench()
  await pair(chat)
  server.goDown()
  await until('unreachable')
  server.comeBack()
  await until('live')
  bot.revokeToken()
  await until('refused')
  const [, secret = 'none'] = bot.token.split(':')
  expect(JSON.stringify([written, views])).not.toContain(secret.slice(0, 20))
})

it('is heard through a thousand messages of a stranger and a thousand commands of its own chat', async () => {
  const { chat, bot, pair, desk, view } = await botBench()
  await pair(chat)
  const eve = privateChat(bot, aPerson(66, 'Eve'))
  for (let k = 0; k < 1_000; k++) {
    eve.send(`/fire ${k}`)
    chat.send(`/status ${k}`)
  }
  chat.send('/pause')
  await eventually(() => expect(desk.commands).toMatchObject([{ command: { kind: 'pause' } }]))
  await eventually(() => expect(view()?.strangers.messages).toBe(1_000))
  expect(fromBot(eve.read())).toHaveLength(1)
  expect(fromBot(chat.read()).length).toBeLessThan(100)
})
