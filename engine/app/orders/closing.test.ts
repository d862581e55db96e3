import { describe, expect, test } from 'vitest'
import type { TerminalId, Ulid } from '../../contracts/index.ts'
import { aHello, DESK, DeskHarness } from '../../testkit/desk-harness.ts'

const verdict = (id: Ulid, is: 'accepted' | 'rejected') =>
  ({ type: 'verdict', body: { id, is, retcode: 1, order: null, deal: null, position: null, price: null, lots: null, text: `${is}.` } }) as const // prettier-ignore

test('a flatten that one of two terminals refuses is told, although the other has done it', () => {
  const desk = new DeskHarness().link()
  const second = 'second' as TerminalId
  desk.engine.terminalUp(second, 'session of the second', aHello({ uuid: second, loginHash: 'b'.repeat(32) }))
  desk.engine.command({ kind: 'flattenAll', id: desk.ids.next(desk.nowMs()), origin: 'tray' })
  const [first, other] = desk.sent.flatMap(message => (message.type === 'flatten' ? [message.body.id] : []))
  desk.engine.fact(DESK, verdict(first as Ulid, 'accepted'))
  desk.engine.fact(second, verdict(other as Ulid, 'rejected'))
  expect(desk.events('closeAnswered').map(event => event.is)).toEqual(['accepted', 'rejected'])
})

test('a close that was lost on its way is asked for and said to have never happened', () => {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  const [ours] = desk.deliver().broker.positions().positions
  const id = desk.ids.next(desk.nowMs())
  desk.engine.command({ kind: 'closePosition', id, origin: 'window', terminal: DESK, position: ours?.position as never }) // prettier-ignore
  desk.crash().link()
  expect(desk.events('closeAnswered')).toMatchObject([{ command: id, is: 'buried' }])
  expect(desk.feed.snapshot().notices[0]?.text).toMatch(/Close buried/)
  expect(desk.engine.desk.terminals.get(DESK)?.armed).toBe(true)
})

describe('a part of a position', () => {
  const held = (options: ConstructorParameters<typeof DeskHarness>[0] = {}) => {
    const desk = new DeskHarness(options)
    desk.fire(desk.mission().id)
    const [ours] = desk.deliver().broker.positions().positions
    if (!ours) throw new Error('not filled')
    const close = (lots: string | null, id = desk.ids.next(desk.nowMs())) =>
      desk.engine.command({ kind: 'closePosition', id, origin: 'window', terminal: DESK, position: ours.position, lots }) // prettier-ignore
    const order = () => [...desk.engine.desk.state.orders.values()].at(-1)
    return { desk, lots: Number(ours.lots), close, order }
  }

  test('is closed, its order stays filled, and the trade at the end counts every deal', () => {
    const { desk, lots, close, order } = held()
    expect(close('0.02')).toMatchObject({ is: 'done' })
    expect(desk.events('closeRequested')).toMatchObject([{ lots: '0.02' }])
    desk.play(1, () => 110_390).deliver()
    expect(order()?.state).toBe('filled')
    expect(desk.events('tradeClosed')).toEqual([])
    expect(Number(desk.broker.positions().positions[0]?.lots)).toBeCloseTo(lots - 0.02, 9)
    desk.play(5, minute => 110_390 - minute * 200)
    const [trade] = desk.events('tradeClosed').map(event => event.trade)
    const net = desk.broker.deals().reduce((sum, deal) => sum + deal.profit + deal.commission + deal.swap, 0)
    expect(desk.broker.deals()).toHaveLength(3)
    expect(trade).toMatchObject({ lots, netCents: net, reason: 'target' })
  })

  test('is refused with its figures when it is no volume, or leaves too little', () => {
    const { desk, lots, close } = held()
    const before = desk.sent.length
    expect(close('0.015')).toMatchObject({ is: 'refused', code: 'LOTS_STEP' })
    expect(close('0.00')).toMatchObject({ is: 'refused', code: 'LOTS_STEP' })
    expect(close((lots + 0.01).toFixed(2))).toMatchObject({ is: 'refused', code: 'LOTS_ABOVE_POSITION' })
    expect(desk.sent).toHaveLength(before)
    expect(desk.events('closeRequested')).toEqual([])
  })

  test('that is all of it closes all of it', () => {
    const { desk, lots, close, order } = held()
    close(lots.toFixed(2))
    expect(desk.sent.at(-1)).toMatchObject({ type: 'close', body: { lots: null } })
    desk.deliver()
    expect(order()?.state).toBe('closed')
  })

  test('waits for the answer to the part before, so that nothing is closed twice; all of it never waits', () => {
    const { desk, close } = held()
    close('0.02')
    expect(close('0.02')).toMatchObject({ is: 'refused', code: 'CLOSE_UNDER_WAY' })
    expect(close(null)).toMatchObject({ is: 'done' })
    desk.deliver()
    expect(desk.broker.positions().positions).toEqual([])
  })

  test('keeps its id when it is asked for again, and is closed once', () => {
    const { desk, lots, close } = held()
    const id = desk.ids.next(desk.nowMs())
    close('0.02', id)
    close('0.02', id)
    desk.deliver()
    expect(desk.events('closeRequested')).toHaveLength(1)
    expect(Number(desk.broker.positions().positions[0]?.lots)).toBeCloseTo(lots - 0.02, 9)
  })

  test('whose answer is lost is asked about by itself', () => {
    const { desk, close } = held()
    close('0.02')
    desk.mute = true
    desk.deliver()
    desk.mute = false
    desk.wait(9_000).deliver()
    expect(desk.events('closeAnswered')).toMatchObject([{ is: 'accepted' }])
    expect(desk.events('dealDone')).toHaveLength(2)
    expect(desk.engine.desk.terminals.get(DESK)?.armed).toBe(true)
  })

  test('told after the deal that ended the position makes the same trade', () => {
    const { desk: source, close: closePart } = held()
    closePart('0.02')
    source.deliver().play(5, minute => 110_390 - minute * 200)
    const deals = source.broker.deals().map(body => ({ type: 'deal', body }) as const)
    const tradeAfter = (order: readonly number[]) => {
      const desk = new DeskHarness()
      desk.fire(desk.mission().id)
      desk.mute = true
      desk.deliver()
      desk.mute = false
      desk.hear(order.map(at => deals[at]).filter(deal => deal !== undefined))
      return desk.events('tradeClosed').map(({ trade }) => ({ ...trade, order: null }))
    }
    const inOrder = tradeAfter([0, 1, 2])
    expect(inOrder).toHaveLength(1)
    expect(tradeAfter([2, 1, 0])).toEqual(inOrder)
    expect(tradeAfter([0, 2, 2, 1])).toEqual(inOrder)
  })
})

test('a position of ours that the ledger has lost can be closed all the same', () => {
  const desk = new DeskHarness().link()
  const ours = { position: '777', symbol: 'EURUSD', side: 'buy', lots: '1.00', open: '1.10000', stop: '1.09000', target: null, profit: 0, swap: 0, openMs: 1, magic: 777_001, id: null } as never // prettier-ignore
  desk.tell({ type: 'positions', body: { positions: [ours] } })
  const id = desk.ids.next(desk.nowMs())
  const close = { kind: 'closePosition', id, origin: 'window', terminal: DESK, position: '777' } as const
  expect(desk.engine.command(close as never)).toMatchObject({ is: 'done' })
})
