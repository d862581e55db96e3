import { describe, expect, test } from 'vitest'
import type { CommandAnswer, TerminalId, Ulid } from '../../contracts/index.ts'
import type { Beat, Deal, OpenPosition, WaitingOrder } from '../../contracts/wire/index.ts'
import { netTodayCents } from '../guards/guards-of.ts'
import { aHello, DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

const terminalOf = (desk: DeskHarness) => {
  const terminal = desk.engine.desk.terminals.get(DESK)
  if (!terminal) throw new Error('no terminal')
  return terminal
}
const orderOf = (desk: DeskHarness) => {
  const order = [...desk.engine.desk.state.orders.values()].at(-1)
  if (!order) throw new Error('no order')
  return order
}
const beat = (desk: DeskHarness, brokerConnected = true) =>
  desk.tell({ type: 'beat', body: { marketMs: desk.nowMs(), autoTrading: true, tradeAllowed: true, brokerConnected, pingMs: 1, queued: 0, unacked: 0 } as Beat }) // prettier-ignore
const settle = (desk: DeskHarness, typed: string, order: string = orderOf(desk).recorded.order): CommandAnswer =>
  desk.engine.command({ kind: 'settleOrder', id: desk.ids.next(desk.nowMs()), origin: 'window', order: order as Ulid, typed }) // prettier-ignore
const codeOf = (answer: CommandAnswer) => (answer.is === 'refused' ? answer.code : answer.is)
const wordsOf = (desk: DeskHarness) => desk.feed.snapshot().orders.map(order => order.settle)
/** The answer to the last question, with nothing in it. */
function answered(desk: DeskHarness) {
  const sync = desk.sent.findLast(message => message.type === 'sync')
  if (sync?.type !== 'sync') throw new Error('nothing was asked')
  desk.lose().tell({ type: 'synced', body: { id: sync.body.id } })
}

/** A position of ours that is gone, and no deal in the broker's history that says how. The terminal has said so. */
function gone() {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  desk.deliver()
  const [position] = desk.broker.positions().positions
  if (!position) throw new Error('not filled')
  desk.tell({ type: 'positions', body: { positions: [] } }).wait(10_000)
  beat(desk)
  answered(desk)
  const { side, lots } = orderOf(desk).recorded
  return { desk, position, words: `I end ${side} ${lots} EURUSD without a result` }
}
const closing = (desk: DeskHarness, { position }: OpenPosition): Deal => {
  const [dealIn] = desk.broker.deals()
  return { ...dealIn, deal: '9001', order: '9001', position, id: null, entry: 'out', side: 'buy', reason: 'stop', profit: -5_000, timeMs: desk.nowMs() } as Deal // prettier-ignore
}

describe('an order whose position is gone without a deal', () => {
  test('keeps the desk from arming until a person ends it with the words that are shown', () => {
    const { desk, words } = gone()
    expect(terminalOf(desk).armed).toBe(false)
    expect(wordsOf(desk)).toEqual([words])
    expect(codeOf(settle(desk, words.toLowerCase()))).toBe('WRONG_WORDS')
    expect(settle(desk, words)).toMatchObject({ is: 'done' })
    answered(desk)
    expect(terminalOf(desk).armed).toBe(true)
    expect(codeOf(settle(desk, words))).toBe('ORDER_ENDED')
  })

  test('is then neither won nor lost: no trade, no XP, no result of the day, no risk, and its mission is closed', () => {
    const { desk, words } = gone()
    expect(desk.feed.snapshot().fire.openTrades).toBe(1)
    settle(desk, words)
    expect([desk.events('tradeClosed'), desk.events('xpAwarded')]).toEqual([[], []])
    expect(netTodayCents(desk.engine.desk, terminalOf(desk))).toBe(0)
    expect(desk.feed.snapshot().fire).toMatchObject({ openTrades: 0, openRiskCents: 0 })
    expect(desk.feed.snapshot().orders).toEqual([])
    expect(desk.engine.desk.state.missions.get(orderOf(desk).recorded.mission)?.state).toBe('closed')
    const before = desk.engine.desk.state
    desk.crash()
    expect(desk.engine.desk.state.orders).toEqual(before.orders)
    expect(desk.engine.desk.state.exposed.size).toBe(0)
  })

  test('has its whole result when the deal comes all the same', () => {
    const { desk, position, words } = gone()
    settle(desk, words)
    desk.tell({ type: 'deal', body: closing(desk, position) })
    expect(orderOf(desk).state).toBe('closed')
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(netTodayCents(desk.engine.desk, terminalOf(desk))).toBeLessThanOrEqual(-5_000)
    desk.tell({ type: 'deal', body: closing(desk, position) })
    expect(desk.events('tradeClosed')).toHaveLength(1)
  })

  test('whose position shows up again keeps the desk from arming', () => {
    const { desk, position, words } = gone()
    settle(desk, words)
    desk.tell({ type: 'positions', body: { positions: [position] } })
    answered(desk)
    expect(terminalOf(desk)).toMatchObject({ armed: false, reason: expect.stringContaining(position.position) as string }) // prettier-ignore
  })

  test('is not ended without a terminal that sees the broker', () => {
    const { desk, words } = gone()
    beat(desk, false)
    expect(wordsOf(desk)).toEqual([])
    expect(codeOf(settle(desk, words))).toBe('BROKER_DOWN')
    desk.engine.terminalDown(DESK, 'gone')
    expect(codeOf(settle(desk, words))).toBe('LINK_DOWN')
  })

  test('is asked for anew in each session before it can be ended', () => {
    const { desk, words } = gone()
    desk.greet().tell({ type: 'account', body: desk.broker.account() })
    desk.tell({ type: 'positions', body: { positions: [] } })
    beat(desk)
    expect(codeOf(settle(desk, words))).toBe('NOT_ASKED')
    answered(desk)
    expect(codeOf(settle(desk, words))).toBe('done')
  })

  test('is not ended while something may be of it: its position, one that nobody stands for, or an order that waits', () => {
    const { desk, position, words } = gone()
    const showing = (over: Partial<OpenPosition>) =>
      desk.tell({ type: 'positions', body: { positions: [{ ...position, ...over }] } })
    showing({})
    expect(codeOf(settle(desk, words))).toBe('POSITION_OPEN')
    showing({ id: null, position: '4711' as OpenPosition['position'] })
    expect(codeOf(settle(desk, words))).toBe('POSITION_OPEN')
    showing({ id: null, position: '4711' as OpenPosition['position'], magic: 5 })
    const waiting = { order: '88', symbol: 'EURUSD', id: orderOf(desk).recorded.order } as WaitingOrder
    desk.tell({ type: 'orders', body: { orders: [waiting] } })
    expect(codeOf(settle(desk, words))).toBe('ORDER_WAITS')
    desk.tell({ type: 'orders', body: { orders: [] } })
    expect(codeOf(settle(desk, words))).toBe('done')
  })

  test('can be ended through another terminal of the account, while its own is gone', () => {
    const { desk, words } = gone()
    const other = 'other' as TerminalId
    desk.engine.terminalDown(DESK, 'gone')
    desk.engine.terminalUp(other, 's2', aHello({ uuid: other }))
    desk.engine.fact(other, { type: 'account', body: desk.broker.account() })
    desk.engine.fact(other, { type: 'positions', body: { positions: [] } })
    desk.engine.fact(other, { type: 'beat', body: { marketMs: desk.nowMs(), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } as Beat }) // prettier-ignore
    const sync = desk.sent.findLast(message => message.type === 'sync')
    if (sync?.type !== 'sync') throw new Error('nothing was asked')
    expect(codeOf(settle(desk, words))).toBe('NOT_ASKED')
    desk.engine.fact(other, { type: 'synced', body: { id: sync.body.id } })
    expect(codeOf(settle(desk, words))).toBe('done')
  })
})

describe('an order without an end', () => {
  const sent = () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    const { order, side, lots } = orderOf(desk).recorded
    const said = (is: 'unknown' | 'accepted') =>
      desk.tell({ type: 'verdict', body: { id: order, is, retcode: 10_012, order: null, deal: null, position: null, price: null, lots: null, text: 'no answer' } }) // prettier-ignore
    beat(desk)
    return { desk, said, words: `I end ${side} ${lots} EURUSD without a result` }
  }

  test('is not ended within the minute in which the terminal may look for it, and never before it was asked', () => {
    const { desk, said, words } = sent()
    said('unknown')
    desk.lose().wait(50_000)
    expect(codeOf(settle(desk, words))).toBe('TOO_EARLY')
    desk.lose().wait(MINUTE)
    expect(codeOf(settle(desk, words))).toBe('NOT_ASKED')
    said('unknown')
    answered(desk)
    expect(wordsOf(desk)).toEqual([words])
    expect(codeOf(settle(desk, words))).toBe('done')
    expect(orderOf(desk).state).toBe('settled')
  })

  test('whose word has changed since the answer is asked for anew', () => {
    const { desk, said, words } = sent()
    said('unknown')
    desk.lose().wait(2 * MINUTE)
    answered(desk)
    said('accepted')
    expect(codeOf(settle(desk, words))).toBe('NOT_ASKED')
    expect(terminalOf(desk).armed).toBe(false)
  })

  test('that is filled after it was ended is a position again', () => {
    const { desk, said, words } = sent()
    said('unknown')
    desk.lose().wait(2 * MINUTE)
    answered(desk)
    settle(desk, words)
    const { order, lots, side } = orderOf(desk).recorded
    const deal = { deal: '1', order: '1', position: '77', id: order, symbol: 'EURUSD', entry: 'in', side, lots: String(lots), price: '1.10400', profit: 0, commission: 0, swap: 0, timeMs: desk.nowMs(), reason: 'command', magic: 777_001 } // prettier-ignore
    desk.tell({ type: 'deal', body: deal as unknown as Deal })
    expect(orderOf(desk).state).toBe('filled')
    expect(desk.engine.desk.state.exposed.has(order)).toBe(true)
  })

  test('that is not known here cannot be ended', () => {
    const { desk, words } = sent()
    expect(codeOf(settle(desk, words, '0'.repeat(26)))).toBe('UNKNOWN_ORDER')
  })
})
