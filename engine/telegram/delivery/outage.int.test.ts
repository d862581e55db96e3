import { describe, expect, it } from 'vitest'
import { aUlid } from '../../testkit/events.ts'
import { deliveryBench } from '../../testkit/delivery-bench.ts'
import { eventually } from '../../testkit/eventually.ts'
import { aBriefing, anExpiry } from '../../testkit/noting-desk.ts'
import { html } from '../texts/html.ts'

const texts = (messages: readonly { text: string }[]) => messages.map(({ text }) => text)
const MISSED = expect.stringMatching(/what you missed/) as string
const telegram = { noise: { expired: 'on' } }

describe('a chat that was out of reach for a minute', () => {
  it('is told in one message what it missed, though an answer came through before it', async () => {
    const bench = await deliveryBench({ telegram })
    await bench.greet()
    bench.server.goDown()
    bench.tell(aBriefing(1), aBriefing(2), anExpiry(1), anExpiry(2))
    await eventually(() => expect(bench.desk.notes.map(({ note }) => note)).toContain('taken'))
    const before = bench.calls
    await eventually(() => expect(bench.calls).toBeGreaterThan(before))
    bench.clock.shiftMs += 61_000
    const answered = bench.delivery.answer(bench.chatId, { html: html`an answer` })
    bench.server.comeBack()
    expect(await answered).toMatchObject({ is: 'sent' })
    await eventually(() => expect(texts(bench.said()).at(-1)).toEqual(MISSED))
    await bench.delivery.stop()
    expect(texts(bench.said())).toEqual(['an answer', MISSED])
  })

  it('is told in one message what it missed, though the first of it was found where it had arrived', async () => {
    const bench = await deliveryBench({ telegram })
    await bench.greet()
    bench.server.faults.next('sendMessage', { is: 'answerLost' })
    bench.server.faults.next('editMessageText', { is: 'refused', code: 429, retryAfterSeconds: 1 })
    bench.tell(aBriefing(1), aBriefing(2), aBriefing(3), anExpiry(1), anExpiry(2), anExpiry(3))
    await eventually(() =>
      expect(bench.server.journal.all().some(({ method }) => method === 'editMessageText')).toBe(true),
    )
    bench.clock.shiftMs += 61_000
    await eventually(() => expect(texts(bench.said()).at(-1)).toEqual(MISSED))
    await bench.delivery.stop()
    expect(texts(bench.said())).toEqual([`mission:${aUlid(1)} expired`, MISSED])
  })

  it('is told in one message what it missed while it had shut the bot out', async () => {
    const { tell, said, chat, delivery, chatId, clock } = await deliveryBench({ telegram })
    chat.shutOut()
    tell(aBriefing(1), aBriefing(2), anExpiry(1), anExpiry(2))
    await eventually(() => expect(delivery.states().get(chatId)?.problem).toMatch(/blocked/))
    clock.shiftMs += 3_600_000
    chat.letIn()
    delivery.heard(chatId, chat.send('/start'))
    await eventually(() => expect(texts(said()).at(-1)).toEqual(MISSED))
    await delivery.stop()
    expect(texts(said())).toEqual([MISSED])
  })
})
