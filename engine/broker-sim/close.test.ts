import { expect, test } from 'vitest'
import type { Ticket } from '../contracts/primitives.ts'
import type { BodyOf } from '../contracts/wire/index.ts'
import {
  brokerAtNoon,
  closeOf,
  dealIn,
  dealsIn,
  EURUSD,
  fireOf,
  idOf,
  IN_TIME,
  NOON,
  opened,
  verdictIn,
} from '../testkit/sim-broker.ts'

test('closing names the position, pays at the bid and books the whole round trip to the cent', () => {
  const broker = brokerAtNoon({ temper: { commissionPerLot: 7 } })
  const position = opened(broker, fireOf(1, { lots: '0.01' }))
  broker.onTick(EURUSD.symbol, NOON + 1, EURUSD.bid + 110, EURUSD.ask + 110)
  const facts = broker.close(closeOf(2, position), IN_TIME)
  expect(verdictIn(facts)).toMatchObject({ is: 'accepted', position, lots: '0.01', price: '1.10110' })
  expect(dealIn(facts)).toMatchObject({
    entry: 'out',
    side: 'sell',
    profit: 100,
    commission: -3,
    reason: 'command',
  })
  // 1.00 of profit, 0.07 of commission: 0.04 when it was opened and 0.03 now.
  expect(broker.account()).toMatchObject({ balance: 1_000_093, equity: 1_000_093, margin: 0 })
})

test('a part can be closed; the rest keeps its stop and its ticket', () => {
  const broker = brokerAtNoon()
  const position = opened(broker, fireOf(1))
  expect(verdictIn(broker.close(closeOf(2, position, { lots: '0.03' }), IN_TIME)).lots).toBe('0.03')
  expect(broker.positions().positions).toMatchObject([{ position, lots: '0.07', stop: '1.09800' }])
})

test('closed in parts, a round trip still costs its commission exactly once', () => {
  const broker = brokerAtNoon({ temper: { commissionPerLot: 7 } })
  const position = opened(broker, fireOf(1, { lots: '0.07' }))
  for (const [at, lots] of ['0.02', '0.04', null].entries())
    broker.close(closeOf(2 + at, position, { lots }), IN_TIME)
  expect(broker.positions().positions).toEqual([])
  expect(broker.deals().reduce((sum, deal) => sum + deal.commission, 0)).toBe(-49)
})

test('a position is closed once, whatever is repeated', () => {
  const broker = brokerAtNoon()
  const position = opened(broker, fireOf(1))
  const first = verdictIn(broker.close(closeOf(2, position), IN_TIME))
  expect(verdictIn(broker.close(closeOf(2, position), IN_TIME))).toEqual(first)
  expect(verdictIn(broker.close(closeOf(3, position), IN_TIME)).retcode).toBe(10036)
  expect(broker.deals()).toHaveLength(2)
})

const refused: [string, Partial<BodyOf<'close'>>, number][] = [
  ['more than the position has', { lots: '0.11' }, 10038],
  ['a volume between two steps', { lots: '0.005' }, 10014],
  ['a ticket that is not open', { position: '999' as Ticket }, 10036],
]
for (const [what, over, retcode] of refused)
  test(`closing ${what} is rejected with ${retcode}`, () => {
    const broker = brokerAtNoon()
    const position = opened(broker, fireOf(1))
    expect(verdictIn(broker.close(closeOf(2, position, over), IN_TIME)).retcode).toBe(retcode)
    expect(broker.positions().positions).toMatchObject([{ lots: '0.10' }])
  })

test('inside the freeze level a position can be neither moved nor closed', () => {
  const broker = brokerAtNoon({ temper: { freezeLevel: 30 } })
  const position = opened(broker, fireOf(1))
  broker.onTick(EURUSD.symbol, NOON + 1, 109_820, 109_830)
  expect(verdictIn(broker.close(closeOf(2, position), IN_TIME)).retcode).toBe(10029)
  expect(verdictIn(broker.modify(moveOf(3, position, '1.09700'), IN_TIME)).retcode).toBe(10029)
})

const moveOf = (n: number, position: Ticket, stop: string, target: string | null = '1.10400') => ({
  id: idOf(n),
  position,
  stop,
  target,
  ttlMs: 5_000,
})

test('a stop can be moved, not past the price and not into thin air', () => {
  const broker = brokerAtNoon()
  const position = opened(broker, fireOf(1))
  expect(verdictIn(broker.modify(moveOf(2, position, '1.09900', null), IN_TIME)).is).toBe('accepted')
  expect(broker.positions().positions).toMatchObject([{ stop: '1.09900', target: null }])
  expect(verdictIn(broker.modify(moveOf(3, position, '1.09900', null), IN_TIME)).retcode).toBe(10025)
  expect(verdictIn(broker.modify(moveOf(4, position, '1.10005'), IN_TIME)).retcode).toBe(10016)
  expect(verdictIn(broker.modify(moveOf(5, position, '0'), IN_TIME)).retcode).toBe(10016)
  expect(verdictIn(broker.modify(moveOf(6, '77' as Ticket, '1.09'), IN_TIME)).retcode).toBe(10036)
  expect(broker.positions().positions).toMatchObject([{ stop: '1.09900' }])
})

test('flatten closes our own magic number only, one deal each, one verdict', () => {
  const broker = brokerAtNoon()
  opened(broker, fireOf(1))
  opened(broker, fireOf(2))
  opened(broker, fireOf(3, { magic: 5 }))
  const facts = broker.flatten({ id: idOf(4), magic: 777_001 }, NOON)
  expect(verdictIn(facts).is).toBe('accepted')
  expect(dealsIn(facts)).toHaveLength(2)
  expect(broker.positions().positions).toMatchObject([{ magic: 5 }])
  expect(broker.flatten({ id: idOf(4), magic: 777_001 }, NOON)).toMatchObject([{ repeat: true }])
})

test('flatten that cannot close everything says so and tells what it did', () => {
  const scripted = brokerAtNoon({ temper: { script: ['partial', 'partial', 'reject'] } })
  opened(scripted, fireOf(1))
  opened(scripted, fireOf(2))
  const facts = scripted.flatten({ id: idOf(4), magic: 777_001 }, NOON)
  expect(verdictIn(facts)).toMatchObject({ is: 'rejected', retcode: 10006 })
  expect(verdictIn(facts).text).toContain('1 of 2')
  expect(dealsIn(facts)).toHaveLength(1)
})
