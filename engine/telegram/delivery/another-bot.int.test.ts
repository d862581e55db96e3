import { describe, expect, it } from 'vitest'
import { deliveryBench } from '../../testkit/delivery-bench.ts'
import { aUlid } from '../../testkit/events.ts'
import { eventually } from '../../testkit/eventually.ts'
import { aBriefing, anExpiry } from '../../testkit/noting-desk.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { ownChat } from './own-chat.ts'

const telegram = { noise: { expired: 'on' } }
const texts = (messages: readonly { text: string }[]) => messages.map(({ text }) => text)

describe('after the token of another bot', () => {
  it('no message of the one before is changed or answered, and what may still be acted on stands here too', async () => {
    let bot = 1
    const bench = await deliveryBench({ telegram, parts: { bot: () => bot } })
    await bench.greet()
    bench.tell(aBriefing(1), aBriefing(2), anExpiry(2))
    await eventually(() => expect(bench.desk.notes.filter(({ note }) => note === 'sent')).toHaveLength(3))
    const before = bench.server.journal.all().length
    bot = 2
    bench.restart()
    bench.tell(anExpiry(1), aBriefing(3))
    const now = () => texts(bench.said()).slice(3)
    await eventually(() => expect(now()).toContain(`mission:${aUlid(3)} pending`))
    await eventually(() => expect(bench.delivery.states().get(bench.chatId)?.waiting).toBe(0))
    expect(now().toSorted()).toEqual([
      `expired:${aUlid(1)} expired`,
      `mission:${aUlid(1)} expired`,
      `mission:${aUlid(3)} pending`,
    ])
    const calls = bench.server.journal.all().slice(before)
    expect(calls.filter(({ method }) => method === 'editMessageText')).toEqual([])
    expect(bench.desk.notes).toContainEqual(
      expect.objectContaining({ note: 'sent', key: `mission:${aUlid(3)}`, bot: 2 }),
    )
  })

  it('a mission that is pending and a guard that stands are told anew, also when all was settled', async () => {
    let bot = 1
    const bench = await deliveryBench({ telegram, parts: { bot: () => bot } })
    await bench.greet()
    bench.tell(ONE_OF_EACH.guardRaised, aBriefing(1), aBriefing(2), anExpiry(2))
    await eventually(() => expect(bench.said()).toHaveLength(4))
    await bench.delivery.stop()
    expect(bench.desk.notes.map(({ note }) => note)).toContain('settled')
    const before = bench.said().length
    const live = texts(bench.said()).filter(text => /^guard|pending/.test(text))
    bot = 2
    bench.restart()
    await eventually(() => expect(texts(bench.said()).slice(before).toSorted()).toEqual(live.toSorted()))
    expect(live).toHaveLength(2)
    bench.restart()
    await bench.greet()
    expect(bench.said()).toHaveLength(before + 2)
  })

  it('nothing was missed: what is told anew is no digest, however much and old it is', async () => {
    let bot = 1
    const bench = await deliveryBench({ telegram, parts: { bot: () => bot } })
    await bench.greet()
    bench.tell(...[1, 2, 3, 4, 5].map(aBriefing))
    await eventually(() => expect(bench.said()).toHaveLength(5))
    await bench.delivery.stop()
    bench.clock.shiftMs = 30 * 60_000
    bot = 2
    bench.restart()
    await eventually(() => expect(bench.delivery.states().get(bench.chatId)?.waiting).toBe(0))
    const [before, anew] = [texts(bench.said()).slice(0, 5), texts(bench.said()).slice(5)]
    expect(anew).toEqual(before)
  })

  it('what was on its way from the one before is told, and not looked for among the messages of this one', async () => {
    let bot = 1
    const bench = await deliveryBench({ telegram, parts: { bot: () => bot } })
    await bench.greet()
    bench.server.faults.next('sendMessage', { is: 'delayed', ms: 60_000, before: 'accepting' })
    bench.tell(aBriefing(1))
    await eventually(() => expect(bench.desk.notes.map(({ note }) => note)).toContain('taken'))
    bot = 2
    bench.restart()
    await eventually(() => expect(texts(bench.said())).toEqual([`mission:${aUlid(1)} pending`]))
    expect(bench.server.journal.of('editMessageText')).toEqual([])
  })
})

it('what was told to its end is not changed again after a restart', async () => {
  const bench = await deliveryBench({ telegram: { noise: { desk: 'on', badge: 'digest' } } })
  bench.tell({ ...ONE_OF_EACH.xpAwarded }, ONE_OF_EACH.paused, ONE_OF_EACH.resumed)
  await eventually(() =>
    expect(bench.desk.notes.filter(({ note }) => note === 'sent').length).toBeGreaterThan(1),
  )
  bench.restart()
  bench.tell(aBriefing(1))
  await eventually(() => expect(bench.said().at(-1)?.text).toContain(aUlid(1)))
  await eventually(() => expect(bench.delivery.states().get(bench.chatId)?.waiting).toBe(0))
  expect(bench.server.journal.of('editMessageText')).toEqual([])
})

it('a record from before bots were told apart belongs to the first bot that it names', () => {
  const sent = {
    a: { message: 7, after: null },
    b: { message: 8, after: null, bot: 2 },
    c: { message: null, after: 8, bot: 1 },
  }
  const chat = {
    chat: 11,
    role: 'commander',
    name: 'Anna',
    pairedMs: 0,
    pairedSeq: 1,
    settledSeq: 1,
    sent,
  } as never
  const known = (bot: number | null, first?: number) => {
    const own = ownChat({ ...(chat as object), ...(first === undefined ? {} : { bot: first }) } as never, bot)
    return [Object.keys(own.sent).join(''), [...own.elsewhere].join('')]
  }
  expect(known(1, 1)).toEqual(['ac', 'b'])
  expect(known(2, 1)).toEqual(['b', 'a'])
  expect(known(3)).toEqual(['a', 'b'])
  expect(known(null, 1)).toEqual(['abc', ''])
})
