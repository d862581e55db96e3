import { describe, expect, test } from 'vitest'
import { TerminalId, type Ulid } from '../../contracts/index.ts'
import type { TerminalFact } from '../../ports/index.ts'
import { aHello, DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

const OTHER = TerminalId.parse('other')

/** A position of ours at `DESK`, and another terminal of the same account that knows nothing of our orders. */
function held() {
  const desk = new DeskHarness()
  desk.fire(desk.mission().id)
  const [ours] = desk.deliver().broker.positions().positions
  const [dealIn] = desk.broker.deals()
  if (!ours || !dealIn) throw new Error('not filled')
  const tell = (fact: TerminalFact) => desk.engine.fact(OTHER, fact)
  const dealOut = { ...dealIn, deal: '9001', order: '9001', id: null, entry: 'out', side: 'buy', reason: 'stop', profit: -5_000 } as never // prettier-ignore
  return { desk, ours: { ...ours, id: null }, dealIn, dealOut, tell }
}

const linkOther = ({ desk, ours, tell }: ReturnType<typeof held>) => {
  desk.engine.terminalUp(OTHER, 's2', aHello({ uuid: OTHER }))
  tell({ type: 'specs', body: desk.broker.specs() })
  tell({ type: 'account', body: desk.broker.account() })
  tell({ type: 'positions', body: { positions: [ours] } })
  tell({ type: 'orders', body: { orders: [] } })
  const sync = desk.sent.findLast(message => message.type === 'sync')
  if (sync?.type !== 'sync') throw new Error('nothing was asked')
  tell({ type: 'synced', body: { id: sync.body.id } })
  return sync.body
}

describe('an Expert Advisor that was moved to another chart', () => {
  test('ends the position that the one before had opened', () => {
    const all = held()
    const { desk, tell, dealOut } = all
    desk.engine.terminalDown(DESK, 'gone')
    linkOther(all)
    expect(desk.engine.desk.terminals.get(OTHER)?.armed).toBe(true)
    tell({ type: 'deal', body: dealOut })
    tell({ type: 'positions', body: { positions: [] } })
    desk.wait(MINUTE)
    expect(desk.engine.desk.state.exposed.size).toBe(0)
    expect(desk.events('tradeClosed')).toHaveLength(1)
    expect(desk.events('externalSeen')).toEqual([])
  })

  test('asks for the deals since the order was recorded', () => {
    const all = held()
    all.desk.engine.terminalDown(DESK, 'gone')
    const [recorded] = all.desk.events('orderRecorded')
    expect(linkOther(all).dealsSinceMs).toBeLessThan(recorded?.atMs ?? 0)
  })

  test('is not asked about commands that it has never seen: it would bury what was filled', () => {
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    const order = [...desk.engine.desk.state.orders.keys()].at(-1) as Ulid
    desk.lose().engine.terminalDown(DESK, 'gone')
    const all = { ...held(), desk, tell: (fact: TerminalFact) => desk.engine.fact(OTHER, fact) }
    expect(linkOther(all).commands).toEqual([])
    expect(desk.engine.desk.state.exposed.has(order)).toBe(true)
  })
})

describe('two terminals on one account', () => {
  test('tell each deal once, and the ledger says the same', () => {
    const all = held()
    const { desk, tell, dealIn, dealOut } = all
    linkOther(all)
    tell({ type: 'deal', body: { ...dealIn, id: null } })
    tell({ type: 'deal', body: dealOut })
    desk.tell({ type: 'deal', body: dealOut })
    expect(desk.events('dealDone')).toHaveLength(2)
    expect(desk.events('tradeClosed')).toHaveLength(1)
  })

  test('lose no fill that the one without the order tells first', () => {
    const { dealIn } = held()
    const desk = new DeskHarness()
    desk.fire(desk.mission().id)
    const order = () => [...desk.engine.desk.state.orders.values()].at(-1)
    desk.engine.terminalUp(OTHER, 's2', aHello({ uuid: OTHER }))
    desk.engine.fact(OTHER, { type: 'deal', body: { ...dealIn, id: null } })
    expect(order()?.state).toBe('sent')
    desk.tell({ type: 'deal', body: { ...dealIn, id: order()?.recorded.order as Ulid } })
    expect(order()).toMatchObject({ state: 'filled', deals: { length: 1 } })
    expect(desk.engine.desk.state.strays.size).toBe(0)
    desk.crash()
    expect(order()).toMatchObject({ state: 'filled', deals: { length: 1 } })
  })
})
