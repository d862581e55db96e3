import { expect, it } from 'vitest'
import type { Alert } from '../../contracts/alerts.ts'
import { ALERT_STORY } from '../../testkit/alert-story.ts'
import { telegramBench } from '../../testkit/telegram-server/telegram-bench.ts'
import { shownText } from '../../testkit/shown-reply.ts'
import { aUlid } from '../../testkit/events.ts'
import { GrammyMessenger } from '../delivery/grammy-messenger.ts'
import { partsOf } from '../delivery/reply-parts.ts'
import { alertReply } from './alert-reply.ts'
import { html } from './html.ts'
import { MESSAGE_CHARACTERS } from './pages.ts'

/** Each call comes seconds after the one before: how fast a chat may be written to is no matter here. */
async function bench() {
  let nowMs = Date.UTC(2026, 0, 6, 9, 30)
  const opened = await telegramBench(() => (nowMs += 5_000))
  return { ...opened, messenger: new GrammyMessenger(opened.api), chatId: opened.chat.chatId }
}

const reply = (alert: Alert) => alertReply(alert, { nowMs: alert.wallMs, currency: 'USD' })

it('an alert of every kind arrives as it was written, with its buttons', async () => {
  const { messenger, chat, chatId } = await bench()
  for (const alert of Object.values(ALERT_STORY).flat()) {
    const { buttons = [] } = reply(alert)
    const outcome = await messenger.send(chatId, reply(alert))
    const seen = chat.read().at(-1)
    expect(outcome, alert.key).toEqual({ is: 'sent', message: seen?.id })
    expect(seen?.text).toBe(shownText(reply(alert)))
    expect(seen?.buttons ?? []).toEqual(buttons.map(row => row.map(({ label }) => label)))
  }
})

it('a mission is one message from its plan to its result, and says what its buttons say at the time', async () => {
  const { messenger, chat, chatId } = await bench()
  const [issued, ...later] = ALERT_STORY.mission.slice(0, 4)
  if (!issued) throw new Error('the story has a mission')
  const sent = await messenger.send(chatId, reply(issued))
  if (sent.is !== 'sent') throw new Error(`it was ${sent.is}`)
  expect(chat.press(sent.message, 'Fire')).toMatchObject({ data: `/fire ${aUlid(7)}` })
  const seen = () => chat.read().find(({ id }) => id === sent.message)
  const heads: (string | undefined)[] = []
  for (const edition of later) {
    expect(await messenger.edit(chatId, sent.message, reply(edition))).toEqual({ is: 'changed' })
    heads.push(seen()?.text?.split('\n')[1])
  }
  expect(heads).toEqual([
    'FIRED 0.40 lots: no fill yet.',
    'FILLED #48213390 · slippage 0.2 pips worse',
    'CLOSED +2.26 R · +108.24 USD',
  ])
  expect(seen()?.buttons ?? []).toEqual([])
})

it('words of others that are far too long come in messages that each fit, and nothing of them is a mark', async () => {
  const { messenger, chat, chatId } = await bench()
  const text = Array.from(
    { length: 200 },
    (_, k) => `<b>${k}</b> & "שלום\u202E" 🎯 ${'word '.repeat(8)}`,
  ).join('\n')
  const before = chat.read().length
  for (const part of partsOf({ html: html`${text}` }))
    expect(await messenger.send(chatId, part)).toMatchObject({ is: 'sent' })
  const seen = chat.read().slice(before)
  expect(seen.length).toBeGreaterThan(1)
  for (const page of seen) expect(page.text?.length).toBeLessThanOrEqual(MESSAGE_CHARACTERS)
  const shown = seen.map(page => page.text).join('\n')
  for (const k of [0, 99, 199]) expect(shown).toContain(`<b>${k}</b> & "שלום" 🎯`)
})
