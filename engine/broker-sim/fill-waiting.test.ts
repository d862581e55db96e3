import { expect, test } from 'vitest'
import { EpochMs } from '../contracts/primitives.ts'
import { BrokerState } from '../contracts/simulator-state.ts'
import { brokerAtNoon, dealIn, dealsIn, EURUSD, fireOf, idOf, IN_TIME, NOON, opened, placeOf, setupOf, syncOf, USDJPY, verdictIn, verdictsIn } from '../testkit/sim-broker.ts' // prettier-ignore
import { restoreBroker, type Broker } from './broker.ts'

/** From noon on, unless a test says otherwise. */
const WAITS_MS = 60_000
const SELL = { side: 'sell', price: '1.10060', stop: '1.10260', target: '1.09660' } as const

/** A tick of EURUSD whose ask is so many points above the ask of noon. */
const ask = (broker: Broker, points: number, afterMs = 1_000) =>
  broker.onTick(EURUSD.symbol, NOON + afterMs, EURUSD.bid + points, EURUSD.ask + points)

test('a buy is filled when the ask comes to its price, as the position of its ticket, with its stop', () => {
  const broker = brokerAtNoon()
  broker.place(placeOf(1), IN_TIME)
  expect(ask(broker, -49)).toEqual([])
  const facts = ask(broker, -50)
  expect(facts.map(({ type }) => type)).toEqual(['verdict', 'deal', 'positions', 'account', 'orders'])
  expect(verdictIn(facts)).toMatchObject({
    id: idOf(1),
    is: 'accepted',
    retcode: 10009,
    order: '1',
    position: '1',
    price: '1.09960',
    lots: '0.10',
  })
  expect(dealIn(facts)).toMatchObject({
    id: idOf(1),
    order: '1',
    entry: 'in',
    reason: 'command',
    commission: -35,
  })
  expect(broker.positions().positions).toMatchObject([
    { open: '1.09960', stop: '1.09800', target: '1.10400' },
  ])
  expect(broker.orders().orders).toEqual([])
})

test('a sell is filled when the bid comes to its price', () => {
  const broker = brokerAtNoon()
  broker.place(placeOf(1, SELL), IN_TIME)
  expect(ask(broker, 59)).toEqual([])
  expect(verdictIn(ask(broker, 60))).toMatchObject({ is: 'accepted', price: '1.10060' })
})

test('a gap over its price fills better, and never slips', () => {
  const broker = brokerAtNoon({ temper: { slippagePoints: 9 } })
  broker.place(placeOf(1), IN_TIME)
  expect(verdictIn(ask(broker, -70)).price).toBe('1.09940')
})

test('a gap over its stop too fills it and stops it with the same tick', () => {
  const broker = brokerAtNoon()
  broker.place(placeOf(1), IN_TIME)
  const facts = ask(broker, -300)
  expect(verdictIn(facts)).toMatchObject({ is: 'accepted', price: '1.09710' })
  expect(dealsIn(facts).map(({ entry, reason }) => [entry, reason])).toEqual([
    ['in', 'command'],
    ['out', 'stop'],
  ])
  expect(broker.positions().positions).toEqual([])
})

test('a tick of another symbol, or of a closed market, fills nothing', () => {
  const broker = brokerAtNoon()
  broker.place(placeOf(1, { untilMs: EpochMs.parse(NOON + 7 * 86_400_000) }), IN_TIME)
  expect(broker.onTick(USDJPY.symbol, NOON + 1, 10, 20)).toEqual([])
  expect(ask(broker, -60, 3 * 86_400_000)).toEqual([])
  expect(broker.orders().orders).toHaveLength(1)
})

test('in its last millisecond it is filled, in the next it is over, whatever the price does', () => {
  const last = brokerAtNoon()
  last.place(placeOf(1), IN_TIME)
  expect(verdictIn(ask(last, -50, 59_999)).is).toBe('accepted')

  const over = brokerAtNoon()
  over.place(placeOf(1), IN_TIME)
  const facts = ask(over, -50, 60_000)
  expect(facts.map(({ type }) => type)).toEqual(['verdict', 'orders'])
  expect(verdictIn(facts)).toMatchObject({ id: idOf(1), is: 'expired', order: '1', position: null })
  expect(over.deals()).toEqual([])
})

test('time that passes without a price ends it too', () => {
  const broker = brokerAtNoon()
  broker.place(placeOf(1), IN_TIME)
  expect(broker.pass(NOON + 59_999)).toEqual([])
  expect(broker.pass(NOON + 60_000).map(({ type }) => type)).toEqual(['verdict', 'orders'])
  expect(broker.pass(NOON + 60_001)).toEqual([])
})

test('a command that comes later is told first what the time has ended', () => {
  const broker = brokerAtNoon()
  broker.place(placeOf(1), IN_TIME)
  const facts = broker.sync(syncOf(9, [idOf(1)]), NOON + 60_000)
  expect(verdictsIn(facts).map(({ is }) => is)).toEqual(['expired', 'expired'])
})

test('a repeat is answered with the newest word, and fills once', () => {
  const broker = brokerAtNoon()
  const first = verdictIn(broker.place(placeOf(1), IN_TIME))
  const again = broker.place(placeOf(1), { marketMs: NOON + 500, late: true })
  expect(again).toEqual([{ type: 'verdict', body: first, repeat: true }])
  const filled = verdictIn(ask(broker, -50))
  const later = broker.place(placeOf(1), { marketMs: NOON + 2_000, late: false })
  expect(later).toEqual([{ type: 'verdict', body: filled, repeat: true }])
  ask(broker, -60, 3_000)
  expect(broker.positions().positions).toHaveLength(1)
})

test('money that is gone when its price comes leaves it unfilled, and says so', () => {
  const broker = brokerAtNoon({ account: { balance: 1_000 }, temper: { commissionPerLot: 0 } })
  broker.place(placeOf(1, { lots: '0.50' }), IN_TIME)
  opened(broker, fireOf(2, { lots: '0.50', stop: '1.05000' }))
  const facts = ask(broker, -50)
  expect(verdictIn(facts)).toMatchObject({ id: idOf(1), is: 'rejected', retcode: 10019, order: '1' })
  expect(broker.positions().positions).toHaveLength(1)
  expect(broker.orders().orders).toEqual([])
})

test('a part that was scripted is filled at its price, and the rest waits no more', () => {
  const broker = brokerAtNoon({ temper: { script: ['partial'] } })
  broker.place(placeOf(1, { lots: '0.05' }), IN_TIME)
  expect(broker.orders().orders).toMatchObject([{ lots: '0.05' }])
  expect(verdictIn(ask(broker, -50))).toMatchObject({ is: 'accepted', retcode: 10010, lots: '0.02' })
  expect(broker.orders().orders).toEqual([])
})

test('its time counts from the end of its waiting, whenever it was filled', () => {
  for (const filledMs of [1_000, 50_000]) {
    const broker = brokerAtNoon()
    broker.place(placeOf(1, { plan: { timeStopMs: 5_000 } }), IN_TIME)
    expect(verdictIn(ask(broker, -50, filledMs)).is).toBe('accepted')
    expect(ask(broker, -40, WAITS_MS + 4_999)).toEqual([])
    expect(dealIn(ask(broker, -40, WAITS_MS + 5_000))).toMatchObject({ entry: 'out', reason: 'command' })
  }
})

test('a terminal that was started again has what waits, and fills and closes it as it was told', () => {
  const broker = brokerAtNoon()
  broker.place(placeOf(1, { plan: { timeStopMs: 5_000 } }), IN_TIME)
  const written = JSON.stringify(broker.state())
  const later = restoreBroker(setupOf(), BrokerState.parse(JSON.parse(written)))
  expect(later.orders()).toEqual(broker.orders())
  expect(verdictIn(ask(later, -50)).is).toBe('accepted')
  expect(dealIn(ask(later, -40, WAITS_MS + 5_000))).toMatchObject({
    entry: 'out',
    reason: 'command',
    id: idOf(1),
  })
})
