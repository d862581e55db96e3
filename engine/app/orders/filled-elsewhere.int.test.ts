import { expect, test } from 'vitest'
import { TerminalId, type Ticket } from '../../contracts/index.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import { openBook } from '../book/open-book.ts'
import { aHello, DESK } from '../../testkit/desk-harness.ts'
import { WaitingDesk } from '../../testkit/waiting-desk.ts'

const OTHER = TerminalId.parse('other')

/** Placed by a terminal that is gone, filled while another one of the account is linked, which has never heard of it. */
function filledAway() {
  const desk = new WaitingDesk().placed()
  desk.engine.terminalDown(DESK, 'its chart was closed')
  desk.mute = true
  desk.reach()
  const [position] = desk.broker.positions().positions
  if (!position) throw new Error('nothing was filled')
  desk.engine.terminalUp(OTHER, 'another', aHello({ uuid: OTHER }))
  desk.engine.fact(OTHER, { type: 'specs', body: desk.broker.specs() })
  desk.engine.fact(OTHER, { type: 'account', body: desk.broker.account() })
  desk.engine.fact(OTHER, { type: 'positions', body: { positions: [{ ...position, id: null }] } })
  desk.engine.fact(OTHER, { type: 'orders', body: { orders: [] } })
  const terminal = desk.engine.desk.terminals.get(OTHER)
  if (!terminal) throw new Error('nothing is linked')
  const { ticket } = desk.order
  if (ticket === null) throw new Error('it has no ticket')
  const { symbol, side, lots, open: price } = position
  const told = { order: ticket, position: position.position, id: null, symbol, lots, swap: 0, magic: 777_001 }
  const deal = (over: Partial<Deal>) =>
    desk.engine.fact(OTHER, {
      type: 'deal',
      body: { ...told, entry: 'in', side, price, profit: 0, commission: 0, timeMs: desk.nowMs(), reason: 'other', deal: '71', ...over } as Deal, // prettier-ignore
    })
  return { desk, terminal, deal, price }
}

test('a fill that another terminal of the account tells belongs to the order that waited under its ticket', () => {
  const { desk, terminal, deal } = filledAway()
  deal({})
  expect(desk.order.state).toBe('filled')
  expect(desk.missionState).toBe('filled')
  expect(openBook(desk.engine.desk, terminal).map(({ is }) => is)).toEqual(['order'])
})

test('and so does its end, whose result counts for the guards', () => {
  const { desk, deal } = filledAway()
  deal({})
  const { stop, digits } = desk.order.recorded
  const price = (stop / 10 ** digits).toFixed(digits) as Deal['price']
  deal({ entry: 'out', side: 'buy', price, profit: -4_600 as Deal['profit'], order: '72' as Ticket, deal: '73' as Ticket }) // prettier-ignore
  expect(desk.order.state).toBe('closed')
  expect(desk.events('tradeClosed')).toMatchObject([{ trade: { netCents: -4_600 } }])
})

test("a fill of a stranger's order belongs to none of ours", () => {
  const { desk, deal } = filledAway()
  deal({ order: '9001' as Ticket })
  expect(desk.order.state).toBe('waiting')
})

test('the list of another terminal that is older than the word about an order is no reason not to fire', () => {
  const desk = new WaitingDesk().placed()
  const { listed } = desk
  desk.engine.terminalUp(OTHER, 'another', aHello({ uuid: OTHER }))
  desk.engine.fact(OTHER, { type: 'account', body: desk.broker.account() })
  desk.engine.fact(OTHER, { type: 'positions', body: { positions: [] } })
  desk.engine.fact(OTHER, { type: 'beat', body: { marketMs: desk.nowMs(), autoTrading: true, tradeAllowed: true, brokerConnected: true, pingMs: 1, queued: 0, unacked: 0 } }) // prettier-ignore
  const tellList = () =>
    desk.engine.fact(OTHER, { type: 'orders', body: { orders: [{ ...listed, id: null }] } })
  tellList()
  const sync = desk.sent.findLast(message => message.type === 'sync')
  if (sync?.type === 'sync') desk.engine.fact(OTHER, { type: 'synced', body: { id: sync.body.id } })
  const terminal = desk.engine.desk.terminals.get(OTHER)
  expect(terminal?.armed).toBe(true)
  desk.lose().takeBack()
  desk.deliver()
  expect(desk.order.state).toBe('cancelled')
  tellList()
  expect(terminal).toMatchObject({ armed: true, reason: '' })
})
