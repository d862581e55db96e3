import { describe, expect, test } from 'vitest'
import type { Ticket, Ulid } from '../../contracts/index.ts'
import type { WaitingOrder } from '../../contracts/wire/index.ts'
import { aHello, DESK } from '../../testkit/desk-harness.ts'
import { AWAY, WaitingDesk } from '../../testkit/waiting-desk.ts'

describe('the list of what waits', () => {
  const stranger = (over: Partial<WaitingOrder> = {}): WaitingOrder => ({
    order: '9001' as Ticket,
    symbol: 'EURUSD',
    side: 'buy',
    at: 'limit',
    lots: '0.10' as never,
    price: '1.10000' as never,
    stop: '1.09900' as never,
    target: null,
    untilMs: null,
    magic: 0,
    id: null,
    ...over,
  })
  const tellWith = (desk: WaitingDesk, ...more: WaitingOrder[]) =>
    desk.tell({ type: 'orders', body: { orders: [...desk.broker.orders().orders, ...more] } })

  test("shows a stranger's order, counts its risk where it has a stop, and never touches it", () => {
    const desk = new WaitingDesk()
    tellWith(desk, stranger(), stranger({ order: '9002' as Ticket, stop: null }))
    const { orders, fire } = desk.feed.snapshot()
    expect(orders).toMatchObject([
      { order: '9001', external: true, mission: null, waits: { price: '1.10000', leftMs: null } },
      { order: '9002', external: true },
    ])
    expect(fire.openRiskCents).toBeGreaterThanOrEqual(1_000)
    expect(fire.openRiskCents).toBeLessThan(1_200)
    expect(fire.openTrades).toBe(0)
    expect(desk.terminal.armed).toBe(true)
    expect(desk.cancels()).toEqual([])
  })

  test('takes back one of ours that the ledger does not know, and is not armed until it is gone', () => {
    const desk = new WaitingDesk()
    const lost = '01KDVDNP00ABCDEFGHJKMNPQRS' as Ulid
    tellWith(desk, stranger({ id: lost }))
    expect(desk.sent.at(-1)).toMatchObject({ type: 'cancel', body: { order: lost } })
    expect(desk.terminal).toMatchObject({ armed: false, reason: expect.stringMatching(/is taken back: BITTEN does not know it/) as string }) // prettier-ignore
    tellWith(desk, stranger({ id: lost }))
    expect(desk.cancels()).toHaveLength(1)
    tellWith(desk)
    desk.deliver().wait(10_000).deliver()
    expect(desk.terminal.armed).toBe(true)
  })

  test('is waited for with an order that another terminal of the account has just placed', () => {
    const desk = new WaitingDesk()
    desk.place()
    const { symbol, side } = desk.order.recorded
    tellWith(desk, stranger({ magic: 777_001, symbol, side }))
    expect(desk.terminal.armed).toBe(true)
  })

  test('cannot be told on a road without it: then nothing more is fired while one of ours waits', () => {
    const desk = new WaitingDesk().placed()
    desk.engine.terminalDown(DESK, 'gone')
    desk.link({ takes: [] })
    expect(desk.terminal).toMatchObject({ armed: false, reason: expect.stringMatching(/does not say what becomes of it/) as string }) // prettier-ignore
    const { order } = desk.order.recorded
    // The broker of a test tells its list to whoever is linked.
    desk.terminal.orders = null
    desk.tell({ type: 'beat', body: { marketMs: desk.nowMs(), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } }) // prettier-ignore
    const settled = () => desk.ask({ kind: 'settleOrder', order, typed: '' })
    expect(settled()).toMatchObject({ is: 'refused', code: 'ORDER_MAY_WAIT' })
    desk.ask({ kind: 'pause' })
    expect(desk.cancels()).toEqual([])
    desk.link()
    expect(desk.order.state).toBe('cancelled')
    expect(desk.terminal.armed).toBe(true)
  })

  test('names one with our number that has no id, since only a person can remove it', () => {
    const desk = new WaitingDesk()
    tellWith(desk, stranger({ magic: 777_001 }))
    expect(desk.terminal).toMatchObject({ armed: false, reason: expect.stringMatching(/9001 .* remove it in MetaTrader/) as string }) // prettier-ignore
    expect(desk.cancels()).toEqual([])
  })

  test.each([
    ['price', { price: '1.10500' }, /price 1.10500 and not/],
    ['stop', { stop: null }, /stop none and not/],
    ['lots', { lots: '50.00' }, /50.00 lots and not/],
    ['end', { untilMs: null }, /a later end/],
  ])('takes back one whose %s was changed at the terminal, and says so', (_, over, why) => {
    const desk = new WaitingDesk().placed()
    desk.tell({ type: 'orders', body: { orders: [{ ...desk.listed, ...(over as object) }] } })
    expect(desk.whys()).toEqual([expect.stringMatching(why)])
    expect(desk.terminal.armed).toBe(false)
    desk.deliver().wait(10_000).deliver()
    expect(desk.order.state).toBe('cancelled')
    expect(desk.terminal.armed).toBe(true)
  })

  test('takes back one that was told as over and waits all the same', () => {
    const desk = new WaitingDesk().placed()
    const order = desk.listed
    desk.takeBack()
    desk.deliver()
    desk.play(1, () => desk.offered.entry - AWAY)
    desk.tell({ type: 'orders', body: { orders: [order] } })
    expect(desk.terminal).toMatchObject({ armed: false, reason: expect.stringMatching(/It is cancelled/) as string }) // prettier-ignore
    desk.wait(20_000)
    expect(desk.cancels().length).toBeGreaterThan(1)
  })

  test('that leaves one out without a word makes the desk ask', () => {
    const desk = new WaitingDesk().placed()
    desk.mute = true
    desk.reach()
    desk.mute = false
    desk.tell({ type: 'orders', body: desk.broker.orders() })
    desk.play(1, () => desk.offered.entry - AWAY).deliver()
    expect(desk.order.state).toBe('filled')
    expect(desk.terminal.armed).toBe(true)
  })

  test('is waited for where the terminal takes orders that wait', () => {
    const desk = new WaitingDesk()
    desk.engine.terminalDown(DESK, 'gone')
    desk.engine.terminalUp(DESK, 'another', aHello())
    desk.tell({ type: 'account', body: desk.broker.account() })
    desk.tell({ type: 'positions', body: desk.broker.positions() })
    const sync = desk.sent.findLast(message => message.type === 'sync')
    if (sync?.type !== 'sync') throw new Error('nothing was asked')
    desk.tell({ type: 'synced', body: { id: sync.body.id } })
    expect(desk.terminal).toMatchObject({ armed: false, reason: 'The terminal has not told which orders wait at the broker.' }) // prettier-ignore
  })
})

describe('a flatten', () => {
  test('has not ended while an order of ours waits, and names it', () => {
    const desk = new WaitingDesk().placed()
    const { order } = desk.listed
    desk.ask({ kind: 'flattenAll' })
    const flatten = desk.sent.find(message => message.type === 'flatten')
    if (flatten?.type !== 'flatten') throw new Error('not flattened')
    desk.lose()
    desk.tell({ type: 'verdict', body: { id: flatten.body.id, is: 'accepted', retcode: 10_009, order: null, deal: null, position: null, price: null, lots: null, text: 'Done' } }) // prettier-ignore
    desk.sleep(5_000)
    expect(desk.events('flattenEnded')).toEqual([])
    desk.wait(20_000)
    expect(desk.events('flattenEnded')).toMatchObject([{ left: [order], text: expect.stringMatching(/^Waiting at the broker still/) as string }]) // prettier-ignore
    desk.deliver().wait(20_000)
    expect(desk.events('flattenEnded').at(-1)?.text).toMatch(/^Flat:/)
    expect(desk.order.state).toBe('cancelled')
  })
})
