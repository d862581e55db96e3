import { describe, expect, it } from 'vitest'
import type { Alert } from '../../contracts/alerts.ts'
import { deliveryBench } from '../../testkit/delivery-bench.ts'
import { aBriefing, anExpiry, inShort } from '../../testkit/noting-desk.ts'
import { aUlid } from '../../testkit/events.ts'
import { eventually } from '../../testkit/eventually.ts'
import { TelegramSettings } from '../../contracts/telegram.ts'
import { aPerson, privateChat } from '../../testkit/telegram-server/people/people.ts'
import { html } from '../texts/html.ts'

const briefing = (number: number, stage = 'pending') => `mission:${aUlid(number)} ${stage}`
const texts = (messages: readonly { text: string }[]) => messages.map(({ text }) => text)
const words = (text: string) => ({ html: html`${text}` })
const DIGEST = expect.stringMatching(/^digest:\d+$/) as string
/** A try has failed, and a minute goes by. */
async function outage(bench: Bench): Promise<void> {
  const before = bench.calls
  await eventually(() => expect(bench.calls).toBeGreaterThan(before))
  bench.clock.shiftMs += 61_000
}
type Bench = Awaited<ReturnType<typeof deliveryBench>>
const MARK = /may be here twice/

describe('an alert', () => {
  it('is taken, sent and noted, and settled when nothing waits', async () => {
    const { tell, said, desk, chatId } = await deliveryBench()
    tell(aBriefing(1))
    await eventually(() => expect(desk.notes).toHaveLength(4))
    expect(texts(said())).toEqual([briefing(1)])
    const key = `mission:${aUlid(1)}`
    expect(desk.notes.slice(1)).toEqual([
      { note: 'taken', chat: chatId, key, after: null },
      { note: 'sent', chat: chatId, key, message: said()[0]?.id, repeat: false },
      { note: 'settled', chat: chatId, seq: 2 },
    ])
  })

  it('changes its own message, and is told by no second one', async () => {
    const { tell, said, delivery } = await deliveryBench()
    tell(aBriefing(1))
    await eventually(() => expect(said()).toHaveLength(1))
    tell(anExpiry(1))
    await eventually(() => expect(texts(said())).toEqual([briefing(1, 'expired')]))
    await delivery.stop()
    expect(said()).toHaveLength(1)
  })

  it('is told once, as it stands, when it changed while it waited', async () => {
    const { tell, said, server } = await deliveryBench()
    server.goDown()
    tell(aBriefing(1), aBriefing(2), anExpiry(1))
    server.comeBack()
    await eventually(() => expect(said()).toHaveLength(2))
    expect(said()[0]?.text).toMatch(briefing(1, 'expired'))
    expect(said()[0]?.history).toHaveLength(1)
  })

  it('is silent, told later or not told at all, as its kind is set; its message is kept up to date whatever is set', async () => {
    const { tell, said, delivery } = await deliveryBench({ telegram: { noise: { mission: 'silent' } } })
    tell(aBriefing(1))
    await eventually(() => expect(said()).toHaveLength(1))
    expect(said()[0]?.isSilent).toBe(true)
    delivery.configure(TelegramSettings.parse({ noise: { mission: 'off' } }))
    tell(anExpiry(1), aBriefing(2))
    await eventually(() => expect(texts(said())).toEqual([briefing(1, 'expired')]))
    await delivery.stop()
    expect(said()).toHaveLength(1)
  })

  it('of a mission stands below the message of that mission', async () => {
    const { desk, said, delivery } = await deliveryBench()
    const [mission] = desk.tell(aBriefing(1))
    if (mission?.fact.kind !== 'mission') throw new Error('This is no mission.')
    const { course } = mission.fact
    const moved = {
      kind: 'moved',
      course,
      position: '7',
      stop: null,
      target: null,
      stopBefore: null,
      by: 'outside',
    } as const
    delivery.take([mission, { ...mission, key: 'moved:1', seq: 3, fact: moved }])
    await eventually(() => expect(said()).toHaveLength(2))
    expect(said()[1]).toMatchObject({ text: 'moved:1 pending', repliesTo: said()[0]?.id, isSilent: true })
  })

  it('of before the pairing is not told', async () => {
    const { desk, said, delivery } = await deliveryBench()
    const before = desk.tell(aBriefing(1)).map(alert => ({ ...alert, firstSeq: 0 }))
    delivery.take([...before, ...desk.tell(aBriefing(2))])
    await eventually(() => expect(texts(said())).toEqual([briefing(2)]))
  })

  it('is told where the clock was set back since the pairing, and by the next program as well', async () => {
    const bench = await deliveryBench()
    bench.clock.shiftMs = -3_600_000
    const first = bench.desk.tell(aBriefing(1))
    bench.desk.tell(aBriefing(2))
    bench.clock.shiftMs = 0
    bench.delivery.take(first)
    await eventually(() => expect(texts(bench.said())).toEqual([briefing(1)]))
    bench.restart()
    await eventually(() => expect(texts(bench.said())).toContain(briefing(2)))
  })

  it('that can’t be put into words does not silence those after it', async () => {
    const reply = (alert: Alert) => {
      if (alert.key === `mission:${aUlid(1)}`) throw new Error('a defect')
      return inShort(alert)
    }
    const { tell, said } = await deliveryBench({ parts: { reply } })
    tell(aBriefing(1), aBriefing(2))
    await eventually(() => expect(texts(said())).toEqual([briefing(2)]))
  })

  it('goes all the same when the engine does not write down that it is taken, and is noted when that is back', async () => {
    const { tell, desk, said } = await deliveryBench()
    desk.isDown = true
    tell(aBriefing(1))
    await eventually(() => expect(said()).toHaveLength(1))
    desk.isDown = false
    await eventually(() =>
      expect(desk.notes.map(({ note }) => note)).toEqual(['paired', 'taken', 'sent', 'settled']),
    )
  })
})

describe('an alert whose answer was lost', () => {
  it('is found where it is, and told once', async () => {
    const { tell, said, server, desk, greet } = await deliveryBench()
    await greet()
    server.faults.next('sendMessage', { is: 'answerLost' })
    tell(aBriefing(1), aBriefing(2))
    await eventually(() => expect(said()).toHaveLength(2))
    expect(texts(said())).toEqual([briefing(1), briefing(2)])
    await eventually(() => expect(desk.notes.filter(({ note }) => note === 'sent')).toHaveLength(2))
    expect(desk.notes).toContainEqual(
      expect.objectContaining({ note: 'sent', message: said()[0]?.id, repeat: false }),
    )
  })

  it('is sent again, and says so, when it is nowhere', async () => {
    const { tell, said, server, desk, greet } = await deliveryBench()
    await greet()
    server.faults.next('sendMessage', { is: 'dropped' }, 2)
    tell(aBriefing(1))
    await eventually(() => expect(said()).toHaveLength(1))
    expect(said()[0]?.text).toMatch(MARK)
    await eventually(() =>
      expect(desk.notes).toContainEqual(expect.objectContaining({ note: 'sent', repeat: true })),
    )
  })

  it('is found among messages of others, which stay as they are', async () => {
    const { tell, said, server, chat, delivery, chatId } = await deliveryBench()
    await delivery.answer(chatId, words('an answer'))
    server.faults.next('sendMessage', { is: 'answerLost' })
    server.faults.next('editMessageText', { is: 'dropped' })
    chat.send('one')
    tell(aBriefing(1))
    chat.send('two')
    await eventually(() => expect(texts(said())).toEqual(['an answer', briefing(1)]))
    await delivery.stop()
    expect(texts(said())).toEqual(['an answer', briefing(1)])
  })

  it('is found by the program that comes after the one that sent it', async () => {
    const bench = await deliveryBench()
    await bench.greet()
    bench.server.faults.next('sendMessage', { is: 'delayed', ms: 100, before: 'answering' })
    bench.tell(aBriefing(1))
    await eventually(() => expect(bench.said()).toHaveLength(1))
    bench.restart()
    await eventually(() => expect(bench.desk.notes.map(({ note }) => note)).toContain('sent'))
    expect(texts(bench.said())).toEqual([briefing(1)])
  })

  it('is sent again, and says so, by a program that has sent nothing yet: an older message must not be taken for it', async () => {
    const bench = await deliveryBench()
    await bench.delivery.answer(bench.chatId, words('an answer of before'))
    bench.restart()
    bench.delivery.heard(bench.chatId, 1)
    const [lost, well] = [{ is: 'answerLost' }, { is: 'delayed', ms: 1, before: 'answering' }] as const
    for (const fault of [lost, well, lost]) bench.server.faults.next('sendMessage', fault)
    bench.tell(aBriefing(1))
    await eventually(() => expect(bench.desk.notes.at(-1)).toMatchObject({ note: 'settled' }))
    expect(texts(bench.said())).toEqual([
      'an answer of before',
      briefing(1),
      expect.stringMatching(/follows once more/),
      expect.stringMatching(MARK),
    ])
  })
})

describe('answers', () => {
  it('go before alerts that wait, in the order in which they were asked for', async () => {
    const { tell, said, server, delivery, chatId } = await deliveryBench()
    server.faults.next('sendMessage', { is: 'delayed', ms: 100, before: 'accepting' })
    tell(aBriefing(1), aBriefing(2), aBriefing(3))
    await eventually(() => expect(server.faults.pending).toBe(0))
    await Promise.all([delivery.answer(chatId, words('one')), delivery.answer(chatId, words('two'))])
    await eventually(() => expect(said()).toHaveLength(5))
    expect(texts(said())).toEqual([briefing(1), 'one', 'two', briefing(2), briefing(3)])
  })

  it('are found when their own answer was lost, and sent again where they are not', async () => {
    const { said, server, delivery, chatId, greet } = await deliveryBench()
    await greet()
    server.faults.next('sendMessage', { is: 'answerLost' })
    const found = await delivery.answer(chatId, words('one'))
    expect(found).toEqual({ is: 'sent', message: said()[0]?.id })
    server.faults.next('sendMessage', { is: 'dropped' })
    await delivery.answer(chatId, words('two'))
    expect(texts(said())).toEqual(['one', expect.stringMatching(MARK)])
  })

  it('that are too long come in parts, without a sound after the first, the last with the buttons', async () => {
    const { said, delivery, chatId } = await deliveryBench()
    const long = Array.from({ length: 900 }, (_, k) => `line ${k}`).join('\n')
    await delivery.answer(chatId, { ...words(long), buttons: [[{ label: 'More', says: '/more' }]] })
    await eventually(() => expect(said().at(-1)?.text).toMatch(/line 899$/))
    const shown = said()
    expect(shown.map(({ text }) => text).join('\n')).toBe(long)
    expect(shown.map(({ isSilent }) => isSilent)).toEqual([false, ...shown.slice(1).map(() => true)])
    expect(shown.map(({ buttons }) => buttons.length)).toEqual([...shown.slice(1).map(() => 0), 1])
  })

  it('change the message that was pressed, and are a new one where that is gone', async () => {
    const { said, chat, delivery, chatId } = await deliveryBench()
    const asked = await delivery.answer(chatId, {
      ...words('Fire?'),
      buttons: [[{ label: 'Yes', says: '/yes' }]],
    })
    const message = asked.is === 'sent' ? asked.message : 0
    expect(await delivery.replace(chatId, message, words('Filled.'))).toEqual({ is: 'sent', message })
    expect(said()).toMatchObject([{ text: 'Filled.', buttons: [] }])
    const other = await delivery.replace(chatId, 9_999, words('Closed.'))
    expect(other).toEqual({ is: 'sent', message: said()[1]?.id })
    expect(chat.read().at(-1)?.text).toBe('Closed.')
  })

  it('reach a chat that is not paired, and none of its alerts do', async () => {
    const { tell, said, delivery, bot, chatId } = await deliveryBench()
    const stranger = privateChat(bot, aPerson(77, 'Ben'))
    stranger.send('hello')
    await delivery.answer(stranger.chatId, words('This bot belongs to somebody else.'))
    expect([...delivery.states().keys()]).toEqual([chatId])
    tell(aBriefing(1))
    await eventually(() => expect(said()).toHaveLength(1))
    expect(stranger.read().filter(({ isFromBot }) => isFromBot)).toHaveLength(1)
  })
})

describe('kinds that are told together', () => {
  const telegram = { noise: { mission: 'digest' }, digestMinutes: 5 }

  it('wait for their time, and come in one silent message', async () => {
    const { tell, said, delivery, clock, chatId } = await deliveryBench({ telegram })
    tell(aBriefing(1), aBriefing(2))
    await delivery.answer(chatId, words('an answer'))
    expect(texts(said())).toEqual(['an answer'])
    clock.shiftMs = 5 * 60_000 + 1
    await delivery.answer(chatId, words('another'))
    await eventually(() => expect(said()).toHaveLength(3))
    expect(said()[2]).toMatchObject({ isSilent: true })
    tell(aBriefing(3))
    await delivery.stop()
    expect(said()).toHaveLength(3)
  })

  it('are not told again after a restart, and those that still wait are told in their time', async () => {
    const bench = await deliveryBench({ telegram })
    bench.tell(aBriefing(1), aBriefing(2))
    bench.clock.shiftMs = 5 * 60_000 + 1
    bench.delivery.heard(bench.chatId, null)
    await eventually(() => expect(bench.said()).toHaveLength(1))
    bench.tell(aBriefing(3))
    bench.restart()
    bench.clock.shiftMs *= 2
    bench.delivery.heard(bench.chatId, null)
    await eventually(() => expect(bench.said()).toHaveLength(2))
    expect(bench.said()[1]?.text).not.toMatch(aUlid(1))
  })
})

describe('a program that starts', () => {
  it('goes on where the one before ended: what was not told is told, what was is changed', async () => {
    const bench = await deliveryBench()
    bench.tell(aBriefing(1))
    await eventually(() => expect(bench.desk.notes.map(({ note }) => note)).toContain('sent'))
    bench.desk.tell(anExpiry(1), aBriefing(2))
    bench.restart()
    await eventually(() => expect(bench.said()).toHaveLength(2))
    await eventually(() =>
      expect(texts(bench.said()).map(text => text.split('\n').at(-1))).toEqual([
        briefing(1, 'expired'),
        briefing(2),
      ]),
    )
  })

  it('sends no digest a second time when only its settling is missing', async () => {
    const bench = await deliveryBench({ telegram: { noise: { expired: 'on' } } })
    await bench.greet()
    bench.server.goDown()
    bench.tell(aBriefing(1), aBriefing(2), anExpiry(1), anExpiry(2))
    await eventually(() => expect(bench.desk.notes.map(({ note }) => note)).toContain('taken'))
    await outage(bench)
    bench.server.comeBack()
    const sent: unknown = expect.objectContaining({ note: 'sent', key: DIGEST })
    await eventually(() => expect(bench.desk.notes).toContainEqual(sent))
    bench.restart()
    bench.tell(aBriefing(3))
    await eventually(() => expect(texts(bench.said())).toContain(briefing(3)))
    expect(texts(bench.said())).toEqual([expect.stringMatching(/what you missed/), briefing(3)])
  })

  it('takes what it missed when the ledger is read again', async () => {
    const { desk, delivery, tell, said, chatId } = await deliveryBench()
    tell(aBriefing(1))
    await eventually(() => expect(said()).toHaveLength(1))
    desk.tell(aBriefing(2), anExpiry(1))
    const { chats, alerts } = desk.record()
    for (const chat of chats) delivery.open(chat, alerts)
    await eventually(() => expect(texts(said())).toEqual([briefing(1, 'expired'), briefing(2)]))
    delivery.close(chatId)
    tell(aBriefing(3))
    await delivery.stop()
    expect(said()).toHaveLength(2)
  })
})

describe('a chat that can’t be reached', () => {
  it('is told in order when the wait is over that Telegram asked for, and not before', async () => {
    const { tell, said, server } = await deliveryBench()
    server.faults.next('sendMessage', { is: 'refused', code: 429, retryAfterSeconds: 1 })
    tell(aBriefing(1), aBriefing(2))
    await eventually(() => expect(texts(said())).toEqual([briefing(1), briefing(2)]))
    expect(server.journal.all().filter(({ cameTooEarly }) => cameTooEarly)).toEqual([])
  })

  it('is told each by itself after a short outage, or when it were few', async () => {
    const bench = await deliveryBench()
    await bench.greet()
    bench.server.goDown()
    bench.tell(aBriefing(1), aBriefing(2), aBriefing(3), aBriefing(4))
    await eventually(() => expect(bench.desk.notes.map(({ note }) => note)).toContain('taken'))
    bench.server.comeBack()
    await eventually(() => expect(bench.said()).toHaveLength(4))
    await eventually(() => expect(bench.desk.notes.at(-1)).toMatchObject({ note: 'settled' }))
    bench.server.goDown()
    bench.tell(aBriefing(5), aBriefing(6), aBriefing(7))
    await eventually(() =>
      expect(bench.desk.notes.at(-1)).toMatchObject({ note: 'taken', key: `mission:${aUlid(5)}` }),
    )
    bench.clock.shiftMs = 61_000
    bench.server.comeBack()
    await eventually(() => expect(bench.said()).toHaveLength(7))
  })

  it('is told in one message what it missed in a minute, and then what may still be acted on', async () => {
    const bench = await deliveryBench({ telegram: { noise: { expired: 'on' } } })
    await bench.greet()
    bench.server.goDown()
    bench.tell(aBriefing(1), aBriefing(2), aBriefing(3), anExpiry(1), anExpiry(2))
    await eventually(() => expect(bench.desk.notes.map(({ note }) => note)).toContain('taken'))
    await outage(bench)
    bench.server.comeBack()
    await eventually(() => expect(bench.desk.notes.at(-1)).toMatchObject({ note: 'settled' }))
    const [digest, live, ...more] = bench.said()
    expect(digest?.text).toMatch(/what you missed/)
    expect(live?.text).toMatch(briefing(3))
    expect(more).toEqual([])
    expect(bench.desk.record().chats[0]?.sent).toEqual({
      [`mission:${aUlid(3)}`]: { message: live?.id, after: null },
    })
  })

  it('is shut out of says so, and is told what waits when somebody writes there again', async () => {
    const { tell, said, chat, delivery, chatId } = await deliveryBench()
    chat.shutOut()
    tell(aBriefing(1))
    await eventually(() => expect(delivery.states().get(chatId)?.problem).toMatch(/blocked/))
    expect(delivery.states().get(chatId)).toMatchObject({ waiting: 1, lastSentMs: null })
    expect(await delivery.answer(chatId, words('x'))).toMatchObject({ is: 'refused' })
    chat.letIn()
    delivery.heard(chatId, chat.send('/start'))
    await eventually(() => expect(said()).toHaveLength(1))
    expect(delivery.states().get(chatId)).toMatchObject({ waiting: 0, problem: null })
  })
})
