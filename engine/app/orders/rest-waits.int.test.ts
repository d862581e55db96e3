import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../contracts/wire/index.ts'
import { DESK } from '../../testkit/desk-harness.ts'
import { AWAY, WaitingDesk } from '../../testkit/waiting-desk.ts'

/** A waiting order of which the broker has filled a part. The rest waits, and its terminal has not said its last word. */
function filledInPart(part = 0.02) {
  const desk = new WaitingDesk().placed()
  const { order: id, lots, side } = desk.order.recorded
  const { listed } = desk
  const price = listed.price
  const rest = { ...listed, lots: (lots - part).toFixed(2) }
  const deal = { deal: '901', order: listed.order, position: listed.order, id, symbol: 'EURUSD', entry: 'in', side, lots: part.toFixed(2), price, profit: 0, commission: -1, swap: 0, timeMs: desk.nowMs(), reason: 'command', magic: 777_001 } as const // prettier-ignore
  desk.mute = true
  desk.lose().tell({ type: 'deal', body: deal as never })
  const position = { position: listed.order, symbol: 'EURUSD', side, lots: part.toFixed(2), open: price, stop: listed.stop, target: listed.target, profit: 0, swap: 0, openMs: desk.nowMs(), magic: 777_001, id } // prettier-ignore
  desk.tell({ type: 'positions', body: { positions: [position as never] } })
  desk.tell({ type: 'orders', body: { orders: [rest] } })
  const say = (about: string, is: Verdict['is'], filled: string | null = null) =>
    desk.tell({ type: 'verdict', body: { id: about, is, retcode: 10_010, order: listed.order, deal: null, position: listed.order, price, lots: filled, text: is } as never }) // prettier-ignore
  return { desk, id, deal, rest, say, part: part.toFixed(2) }
}

describe('the rest of an order that was filled in part', () => {
  test.each([
    ['PAUSE', { kind: 'pause' }],
    ['CANCEL', { kind: 'cancelAll' }],
    ['FLATTEN', { kind: 'flattenAll' }],
    ['SAFE', { kind: 'setSelector', selector: 'SAFE' }],
  ] as const)('is taken back by %s, at once and asked for once', (_, command) => {
    const { desk, id } = filledInPart()
    expect(desk.order.state).toBe('partlyFilled')
    desk.ask(command)
    desk.quote(desk.offered.entry - AWAY)
    expect(desk.sent.filter(({ type }) => type === 'cancel').map(({ body }) => body)).toMatchObject([{ order: id }]) // prettier-ignore
  })

  test('is taken back by hand, and said to wait', () => {
    const { desk, id } = filledInPart()
    expect(desk.feed.snapshot().orders).toMatchObject([{ order: id, waits: { price: desk.listed.price } }])
    expect(desk.takeBack()).toMatchObject({
      is: 'done',
      text: expect.stringMatching(/^Taking back/) as string,
    })
    expect(desk.cancels()).toHaveLength(1)
  })

  test('is taken back at the next link when nobody was there to be told', () => {
    const { desk } = filledInPart()
    desk.engine.terminalDown(DESK, 'gone')
    desk.ask({ kind: 'pause' })
    expect(desk.cancels()).toEqual([])
    desk.greet()
    expect(desk.cancels()).toHaveLength(1)
  })

  test('is over with the last word, with a fill of all, and with the end of the position', () => {
    const told = filledInPart()
    told.say(told.id, 'accepted', told.part)
    const whole = filledInPart()
    const { lots } = whole.desk.order.recorded
    whole.desk.tell({ type: 'deal', body: { ...whole.deal, deal: '902', lots: (lots - 0.02).toFixed(2) } as never }) // prettier-ignore
    const closed = filledInPart()
    closed.desk.tell({
      type: 'deal',
      body: { ...closed.deal, deal: '902', entry: 'out', side: 'buy' } as never,
    })
    for (const { desk } of [told, whole, closed]) {
      expect([...desk.engine.desk.state.waiting]).toEqual([])
      desk.ask({ kind: 'pause' })
      expect(desk.cancels()).toEqual([])
      expect(desk.takeBack()).toMatchObject({ is: 'refused' })
    }
  })

  test('that its terminal leaves at the broker for long is taken back by itself', () => {
    const { desk, id, rest } = filledInPart()
    desk.play(1, () => desk.offered.entry - AWAY)
    desk.tell({ type: 'orders', body: { orders: [rest] } })
    expect(desk.events('cancelRequested')).toMatchObject([{ order: id, origin: 'desk' }])
  })

  test('is folded again from the ledger, and what asks for it is settled by its last word', () => {
    const { desk, id, say, part } = filledInPart()
    desk.ask({ kind: 'pause' })
    const [cancel = ''] = desk.cancels()
    desk.engine.stop()
    const before = [...desk.engine.desk.state.waiting]
    expect([...desk.crash().engine.desk.state.waiting]).toEqual(before)
    expect(before).toEqual([id])
    desk.greet()
    say(id, 'accepted', part)
    say(cancel, 'rejected')
    expect(desk.order.state).toBe('filled')
    desk.wait(60_000)
    expect(new Set(desk.cancels())).toEqual(new Set([cancel]))
  })
})
