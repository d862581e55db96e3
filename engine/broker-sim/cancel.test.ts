import { expect, test } from 'vitest'
import { EpochMs } from '../contracts/primitives.ts'
import { brokerAtNoon, cancelOf, dealsIn, EURUSD, fireOf, idOf, IN_TIME, NOON, opened, placeOf, syncOf, verdictIn, verdictsIn } from '../testkit/sim-broker.ts' // prettier-ignore
import type { Broker } from './broker.ts'
import type { BrokerFact } from './facts.ts'

const words = (facts: readonly BrokerFact[]) => verdictsIn(facts).map(({ id, is }) => [Number(id), is])
const reached = (broker: Broker, afterMs = 5_000) =>
  broker.onTick(EURUSD.symbol, NOON + afterMs, EURUSD.bid - 60, EURUSD.ask - 60)

/** A broker with one order that waits, under the id 1. */
function waitingAtNoon(start: Parameters<typeof brokerAtNoon>[0] = {}): Broker {
  const broker = brokerAtNoon(start)
  broker.place(placeOf(1), IN_TIME)
  return broker
}

test('a cancel removes what waits, says so of both ids, and its price fills nothing', () => {
  const broker = waitingAtNoon()
  const facts = broker.cancel(cancelOf(2, 1), NOON)
  expect(facts.map(({ type }) => type)).toEqual(['verdict', 'verdict', 'orders'])
  expect(words(facts)).toEqual([
    [1, 'cancelled'],
    [2, 'accepted'],
  ])
  expect(verdictsIn(facts)[0]).toMatchObject({ order: '1', position: null, lots: null })
  expect(reached(broker)).toEqual([])
  expect(verdictIn(broker.place(placeOf(1), IN_TIME)).is).toBe('cancelled')
})

test('a cancel of what is filled is rejected with the position', () => {
  const broker = waitingAtNoon()
  reached(broker)
  const facts = broker.cancel(cancelOf(2, 1), NOON + 6_000)
  expect(words(facts)).toEqual([
    [1, 'accepted'],
    [2, 'rejected'],
  ])
  expect(verdictsIn(facts)[1]).toMatchObject({ position: '1', retcode: 10013 })
  expect(facts[0]).toMatchObject({ repeat: true })
  expect(broker.positions().positions).toHaveLength(1)
})

test('a cancel of a market order that was filled is rejected with its position', () => {
  const broker = brokerAtNoon()
  const position = opened(broker, fireOf(1))
  expect(verdictsIn(broker.cancel(cancelOf(2, 1), NOON))[1]).toMatchObject({ is: 'rejected', position })
})

test('a cancel of an id that was never seen buries it, so that it never waits', () => {
  const broker = brokerAtNoon()
  expect(words(broker.cancel(cancelOf(2, 1), NOON))).toEqual([
    [1, 'buried'],
    [2, 'accepted'],
  ])
  expect(verdictIn(broker.place(placeOf(1), IN_TIME)).is).toBe('buried')
  expect(verdictIn(broker.fire(fireOf(1), IN_TIME)).is).toBe('buried')
  expect(broker.orders().orders).toEqual([])
})

test('a cancel of what has ended is accepted, and says its end again', () => {
  const broker = waitingAtNoon()
  broker.onTick(EURUSD.symbol, NOON + 60_000, EURUSD.bid, EURUSD.ask)
  expect(words(broker.cancel(cancelOf(2, 1), NOON + 60_000))).toEqual([
    [1, 'expired'],
    [2, 'accepted'],
  ])
})

test('the same cancel twice is answered twice and done once', () => {
  const broker = waitingAtNoon()
  broker.cancel(cancelOf(2, 1), NOON)
  expect(broker.cancel(cancelOf(2, 1), NOON)).toMatchObject([
    { type: 'verdict', body: { id: idOf(2), is: 'accepted' }, repeat: true },
  ])
})

test('a cancel after a lost timeout buries it', () => {
  const broker = brokerAtNoon({ temper: { script: ['timeoutLost'] } })
  broker.place(placeOf(1), IN_TIME)
  const facts = broker.cancel(cancelOf(2, 1), NOON)
  expect(words(facts)).toEqual([
    [1, 'buried'],
    [2, 'accepted'],
  ])
  expect(facts[0]).not.toHaveProperty('repeat')
})

test('a cancel after a timeout that was executed removes what waits', () => {
  const broker = brokerAtNoon({ temper: { script: ['timeoutExecuted'] } })
  broker.place(placeOf(1), IN_TIME)
  expect(words(broker.cancel(cancelOf(2, 1), NOON))[0]).toEqual([1, 'cancelled'])
})

test('a cancel that was lost is unknown, then buried, and the order waits still', () => {
  const broker = waitingAtNoon({ temper: { script: ['partial', 'timeoutLost'] } })
  expect(words(broker.cancel(cancelOf(2, 1), NOON))).toEqual([
    [1, 'placed'],
    [2, 'unknown'],
  ])
  expect(words(broker.sync(syncOf(9, [idOf(2), idOf(1)]), NOON))).toEqual([
    [2, 'buried'],
    [1, 'placed'],
  ])
  expect(words(broker.cancel(cancelOf(3, 1), NOON))[1]).toEqual([3, 'accepted'])
})

test('a cancel that was executed and not heard is unknown, the order is cancelled, and sync says the rest', () => {
  const broker = waitingAtNoon({ temper: { script: ['partial', 'timeoutExecuted'] } })
  expect(words(broker.cancel(cancelOf(2, 1), NOON))).toEqual([
    [1, 'cancelled'],
    [2, 'unknown'],
  ])
  expect(words(broker.sync(syncOf(9, [idOf(2)]), NOON))).toEqual([[2, 'accepted']])
})

test('what the broker does not let go waits still, and the cancel says so without a position', () => {
  const frozen = waitingAtNoon({ temper: { freezeLevel: 51 } })
  expect(verdictsIn(frozen.cancel(cancelOf(2, 1), NOON))).toMatchObject([
    { is: 'placed' },
    { is: 'rejected', retcode: 10029, position: null },
  ])

  const broker = brokerAtNoon()
  broker.place(placeOf(1, { untilMs: EpochMs.parse(NOON + 7 * 86_400_000) }), IN_TIME)
  const facts = broker.cancel(cancelOf(2, 1), NOON + 3 * 86_400_000)
  expect(verdictsIn(facts)[1]).toMatchObject({ is: 'rejected', retcode: 10018, position: null })
  expect(broker.orders().orders).toHaveLength(1)
})

test('a halt removes what waits, and a resume brings nothing back', () => {
  const broker = waitingAtNoon()
  expect(words(broker.halt({ id: idOf(2), reason: 'The trader paused' }))).toEqual([
    [2, 'accepted'],
    [1, 'cancelled'],
  ])
  expect(verdictIn(broker.place(placeOf(3), IN_TIME))).toMatchObject({
    is: 'denied',
    text: 'Halted: The trader paused',
  })
  broker.resume({ id: idOf(4) })
  expect(reached(broker)).toEqual([])
  expect(verdictIn(broker.place(placeOf(5, { price: '1.09900' }), IN_TIME)).is).toBe('placed')
})

test('what a halt could not remove is removed when the broker lets go', () => {
  const broker = waitingAtNoon({ temper: { freezeLevel: 51 } })
  expect(words(broker.halt({ id: idOf(2), reason: 'The trader paused' }))).toEqual([[2, 'accepted']])
  const facts = broker.onTick(EURUSD.symbol, NOON + 1, EURUSD.bid + 1, EURUSD.ask + 1)
  expect(words(facts)).toEqual([[1, 'cancelled']])
})

test('the loss of the day removes what waits, with the tick that makes it and when it is set', () => {
  const broker = waitingAtNoon()
  opened(broker, fireOf(2))
  broker.limits({ id: idOf(90), dailyLossPct: 0.1 })
  const facts = broker.onTick(EURUSD.symbol, NOON + 1_000, EURUSD.bid - 45, EURUSD.ask - 45)
  expect(facts).toEqual([])
  const lost = broker.limits({ id: idOf(91), dailyLossPct: 0.04 })
  expect(words(lost)).toEqual([
    [91, 'accepted'],
    [1, 'cancelled'],
  ])

  const falling = waitingAtNoon()
  falling.place(placeOf(3, { price: '1.09860', stop: '1.09700' }), IN_TIME)
  opened(falling, fireOf(2))
  falling.limits({ id: idOf(90), dailyLossPct: 0.06 })
  expect(words(reached(falling))).toEqual([
    [1, 'accepted'],
    [3, 'cancelled'],
  ])
})

test('a flatten removes what waits before it closes, and says what it could not remove', () => {
  const broker = waitingAtNoon()
  opened(broker, fireOf(2))
  const facts = broker.flatten({ id: idOf(3), magic: 777_001 }, NOON)
  expect(words(facts)).toEqual([
    [1, 'cancelled'],
    [3, 'accepted'],
  ])
  expect(dealsIn(facts)).toMatchObject([{ entry: 'out' }])
  expect(reached(broker)).toEqual([])

  const frozen = waitingAtNoon({ temper: { freezeLevel: 51 } })
  expect(verdictIn(frozen.flatten({ id: idOf(3), magic: 777_001 }, NOON))).toMatchObject({
    is: 'rejected',
    text: '0 of 0 positions closed: 1 orders could not be removed',
  })
})
