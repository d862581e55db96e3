import { setTimeout as pause } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy'
import { expect, it } from 'vitest'
import type { JournalEntry } from './journal.ts'
import { aPerson, privateChat } from './people/people.ts'
import { telegramBench } from './telegram-bench.ts'

const MESSAGES = 2_000
const CHATS = 16
/** Timers of Node may fire a little early. */
const MARGIN_MS = 50

/** Sends until the server says yes, as a simple client would: a wait is kept, anything else is tried again at once. */
async function sendUntilTold(api: Api, chatId: number, text: string): Promise<number> {
  for (;;) {
    try {
      return (await api.sendMessage(chatId, text)).message_id
    } catch (problem: unknown) {
      const seconds = problem instanceof GrammyError ? (problem.parameters.retry_after ?? 0) : 0
      await pause(seconds > 0 ? seconds * 1_000 + MARGIN_MS : 1)
    }
  }
}

const byText = (entries: readonly JournalEntry[]) =>
  entries.reduce((groups, entry) => {
    const text = entry.text ?? ''
    return groups.set(text, [...(groups.get(text) ?? []), entry])
  }, new Map<string, JournalEntry[]>())

it('knows of 2,000 messages in a storm what was accepted, what the client was told, and what the chats show', async () => {
  const { server, bot, api } = await telegramBench(() => performance.now())
  const chats = Array.from({ length: CHATS }, (_, k) => privateChat(bot, aPerson(100 + k, `Person ${k}`)))
  for (const chat of chats) chat.start('storm')
  server.faults.storm(
    7,
    ['sendMessage'],
    [
      { fault: { is: 'dropped' }, share: 0.04 },
      { fault: { is: 'answerLost' }, share: 0.04 },
      { fault: { is: 'refused', code: 500 }, share: 0.03 },
      { fault: { is: 'badGateway' }, share: 0.02 },
      { fault: { is: 'refused', code: 429, retryAfterSeconds: 1 }, share: 0.005 },
      { fault: { is: 'delayed', ms: 5, before: 'accepting' }, share: 0.03 },
      { fault: { is: 'delayed', ms: 5, before: 'answering' }, share: 0.03 },
    ],
  )
  const told = new Map<string, number>()
  const work = chats.map(async ({ chatId }, k) => {
    for (let n = k; n < MESSAGES; n += CHATS) {
      told.set(`message ${n}`, await sendUntilTold(api, chatId, `message ${n}`))
      if (told.size % 500 !== 0) continue
      server.goDown()
      await pause(20)
      server.comeBack()
    }
  })
  await Promise.all(work)

  const entries = server.journal.of('sendMessage')
  const accepted = entries.filter(entry => entry.accepted)
  expect(byText(accepted).size).toBe(MESSAGES)
  expect(
    new Map(accepted.flatMap(({ text, told: t, messageId }) => (t === 'ok' ? [[text, messageId]] : []))),
  ).toEqual(told)
  for (const [text, times] of byText(accepted))
    expect([text, times.slice(0, -1).filter(entry => entry.told !== 'nothing')]).toEqual([text, []])
  const shown = chats.flatMap(chat => chat.read().filter(message => message.isFromBot))
  expect(shown.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
    accepted.map(({ messageId }) => messageId).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  )
  expect(entries.filter(entry => entry.cameTooEarly)).toEqual([])
  const kinds = new Set(
    entries.map(entry => `${entry.accepted ? 'accepted' : 'not'}, told ${entry.told}, ${entry.code}`),
  )
  expect([...kinds]).toEqual(
    expect.arrayContaining([
      'accepted, told ok, 200',
      'accepted, told nothing, 200',
      'not, told nothing, 0',
      'not, told refused, 429',
      'not, told refused, 500',
      'not, told refused, 502',
    ]),
  )
})
