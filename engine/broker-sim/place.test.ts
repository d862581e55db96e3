import { expect, test } from 'vitest'
import { EpochMs } from '../contracts/primitives.ts'
import { BrokerState } from '../contracts/simulator-state.ts'
import type { BodyOf } from '../contracts/wire/index.ts'
import { brokerAtNoon, EURUSD, fireOf, idOf, IN_TIME, NOON, placeOf, priceText, syncOf, verdictIn } from '../testkit/sim-broker.ts' // prettier-ignore

const SELL = { side: 'sell', price: '1.10060', stop: '1.10260', target: '1.09660' } as const

test('an order that waits is told as placed, with its ticket, and is in the list of what waits', () => {
  const broker = brokerAtNoon()
  const facts = broker.place(placeOf(1), IN_TIME)
  expect(facts.map(({ type }) => type)).toEqual(['verdict', 'orders'])
  expect(verdictIn(facts)).toMatchObject({
    is: 'placed',
    order: '1',
    position: null,
    price: null,
    lots: null,
  })
  expect(broker.orders().orders).toEqual([
    {
      order: '1',
      symbol: 'EURUSD',
      side: 'buy',
      at: 'limit',
      lots: '0.10',
      price: '1.09960',
      stop: '1.09800',
      target: '1.10400',
      untilMs: NOON + 60_000,
      magic: 777_001,
      id: idOf(1),
    },
  ])
  expect(broker.positions().positions).toEqual([])
})

test('one whose time at the broker was over before it came is expired, and never waits', () => {
  const broker = brokerAtNoon()
  const verdict = verdictIn(broker.place(placeOf(1, { untilMs: EpochMs.parse(NOON) }), IN_TIME))
  expect(verdict).toMatchObject({ is: 'expired', retcode: 0, order: null })
  expect(verdictIn(broker.place(placeOf(2), { marketMs: NOON, late: true })).is).toBe('expired')
  expect(broker.orders().orders).toEqual([])
})

const refused: [string, Partial<BodyOf<'place'>>, string, number][] = [
  ['a symbol that is not offered', { symbol: 'XAUUSD' }, 'rejected', 10013],
  ['a volume between two steps', { lots: '0.094' }, 'rejected', 10014],
  ['a buy at the market', { price: '1.10010' }, 'rejected', 10015],
  ['a buy above the market', { price: '1.10050' }, 'rejected', 10015],
  ['a sell at the market', { ...SELL, price: '1.10000' }, 'rejected', 10015],
  ['a price finer than the digits', { price: '1.099601' }, 'rejected', 10015],
  ['a stop on the winning side of its price', { stop: '1.09970' }, 'rejected', 10016],
  ['a stop at its price', { stop: '1.09960' }, 'rejected', 10016],
  ['a stop finer than the digits', { stop: '1.098001' }, 'rejected', 10016],
  ['a target on the losing side of its price', { target: '1.09950' }, 'rejected', 10016],
  ['a volume that the margin does not carry', { lots: '50.00' }, 'rejected', 10019],
  ['a spread above its limit', { maxSpread: 9 }, 'denied', 0],
  ['a magic number of somebody else', { magic: 5 }, 'denied', 0],
  ['a plan that nobody would carry out', { plan: { breakEven: { atR: 1, lockPoints: 0 } } }, 'denied', 0],
]
for (const [what, over, is, retcode] of refused)
  test(`${what} is ${is} with ${retcode}, and nothing waits`, () => {
    const broker = brokerAtNoon()
    const facts = broker.place(placeOf(1, over), IN_TIME)
    expect(facts).toHaveLength(1)
    expect(verdictIn(facts)).toMatchObject({ is, retcode, order: null, position: null })
    expect(verdictIn(facts).text).not.toBe('')
    expect(broker.orders().orders).toEqual([])
  })

test('a price inside the stop level is refused, on it it is taken', () => {
  const broker = brokerAtNoon({ temper: { stopLevel: 40 } })
  const below = (points: number) => ({ price: priceText(EURUSD.ask - points) })
  expect(verdictIn(broker.place(placeOf(1, below(39)), IN_TIME)).retcode).toBe(10015)
  expect(verdictIn(broker.place(placeOf(2, below(40)), IN_TIME)).is).toBe('placed')
})

test('on a netting account nothing waits', () => {
  const broker = brokerAtNoon({ account: { margin: 'netting' } })
  const verdict = verdictIn(broker.place(placeOf(1), IN_TIME))
  expect(verdict).toMatchObject({ is: 'denied', retcode: 0 })
  expect(verdict.text).toContain('netting')
})

test('at the week-end nothing is placed', () => {
  const until = EpochMs.parse(NOON + 5 * 86_400_000)
  const saturday = { marketMs: NOON + 3 * 86_400_000, late: false }
  expect(verdictIn(brokerAtNoon().place(placeOf(1, { untilMs: until }), saturday)).retcode).toBe(10018)
})

test.each(['requote', 'reject', 'noMoney'] as const)('a scripted %s is rejected and waits nowhere', word => {
  const broker = brokerAtNoon({ temper: { script: [word] } })
  expect(verdictIn(broker.place(placeOf(1), IN_TIME)).is).toBe('rejected')
  expect(broker.orders().orders).toEqual([])
})

test('a timeout that the broker executed waits, is shown, and sync says so', () => {
  const broker = brokerAtNoon({ temper: { script: ['timeoutExecuted'] } })
  expect(verdictIn(broker.place(placeOf(1), IN_TIME)).is).toBe('unknown')
  expect(broker.orders().orders).toMatchObject([{ id: idOf(1) }])
  const told = broker.sync(syncOf(9, [idOf(1)]), NOON)
  expect(told.map(({ type }) => type)).toEqual(['verdict', 'positions', 'account', 'orders', 'synced'])
  expect(verdictIn(told)).toMatchObject({ is: 'placed', order: '1' })
})

test('a timeout that was lost waits nowhere, and is buried for good', () => {
  const broker = brokerAtNoon({ temper: { script: ['timeoutLost'] } })
  expect(verdictIn(broker.place(placeOf(1), IN_TIME)).is).toBe('unknown')
  expect(verdictIn(broker.sync(syncOf(9, [idOf(1)]), NOON)).is).toBe('buried')
  expect(verdictIn(broker.place(placeOf(1), IN_TIME)).is).toBe('buried')
  expect(broker.orders().orders).toEqual([])
})

test('a state of before orders could wait still loads', () => {
  const { waiting: _, ...old } = brokerAtNoon().state()
  expect(BrokerState.parse(JSON.parse(JSON.stringify(old))).waiting).toEqual([])
})

test('what waits counts as a position where positions are limited', () => {
  const broker = brokerAtNoon()
  broker.limits({ id: idOf(90), maxPositions: 1 })
  broker.place(placeOf(1), IN_TIME)
  const text = '0 positions are open and 1 orders wait, 1 are allowed'
  expect(verdictIn(broker.fire(fireOf(2), IN_TIME))).toMatchObject({ is: 'denied', text })
  expect(verdictIn(broker.place(placeOf(3), IN_TIME))).toMatchObject({ is: 'denied', text })
})

test('the risk that the app allows is counted from its price', () => {
  const broker = brokerAtNoon()
  broker.limits({ id: idOf(90), maxRiskPct: 0.16 })
  expect(verdictIn(broker.place(placeOf(1), IN_TIME))).toMatchObject({
    is: 'denied',
    text: 'It risks 0.17 % of the balance, 0.16 % is allowed',
  })
})
