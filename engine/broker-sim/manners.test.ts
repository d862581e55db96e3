import { expect, test } from 'vitest'
import {
  brokerAtNoon,
  closeOf,
  dealIn,
  dealsIn,
  fireOf,
  idOf,
  IN_TIME,
  NOON,
  opened,
  syncOf,
  verdictIn,
  verdictsIn,
} from '../testkit/sim-broker.ts'

for (const [word, retcode] of [
  ['requote', 10004],
  ['reject', 10006],
  ['noMoney', 10019],
  ['marketClosed', 10018],
  ['tradeDisabled', 10017],
] as const)
  test(`a scripted ${word} is rejected with ${retcode}; the next order is filled`, () => {
    const broker = brokerAtNoon({ temper: { script: [word] } })
    expect(verdictIn(broker.fire(fireOf(1), IN_TIME))).toMatchObject({ is: 'rejected', retcode })
    expect(broker.positions().positions).toEqual([])
    expect(verdictIn(broker.fire(fireOf(2), IN_TIME)).is).toBe('accepted')
  })

test('a partial fill tells its own volume and holds only that', () => {
  const broker = brokerAtNoon({ temper: { script: ['partial'] } })
  expect(verdictIn(broker.fire(fireOf(1, { lots: '0.05' }), IN_TIME))).toMatchObject({
    is: 'accepted',
    retcode: 10010,
    lots: '0.02',
  })
  expect(broker.positions().positions).toMatchObject([{ lots: '0.02' }])
})

test('an executed timeout is unknown, its deal follows, and sync tells the truth', () => {
  const broker = brokerAtNoon({ temper: { script: ['timeoutExecuted'] } })
  const facts = broker.fire(fireOf(1), IN_TIME)
  expect(verdictIn(facts)).toMatchObject({ is: 'unknown', retcode: 10012, deal: null })
  expect(dealIn(facts).id).toBe(idOf(1))
  expect(verdictIn(broker.fire(fireOf(1), IN_TIME)).is).toBe('unknown')
  const truth = verdictsIn(broker.sync(syncOf(9, [idOf(1)]), NOON))
  expect(truth).toMatchObject([{ is: 'accepted', deal: dealIn(facts).deal }])
  expect(broker.positions().positions).toHaveLength(1)
})

test('a lost timeout is unknown, and sync buries it for good', () => {
  const broker = brokerAtNoon({ temper: { script: ['timeoutLost'] } })
  expect(verdictIn(broker.fire(fireOf(1), IN_TIME)).is).toBe('unknown')
  expect(verdictsIn(broker.sync(syncOf(9, [idOf(1)]), NOON))).toMatchObject([{ is: 'buried' }])
  expect(verdictIn(broker.fire(fireOf(1), IN_TIME)).is).toBe('buried')
  expect(broker.deals()).toEqual([])
})

test('an id that was never seen is buried by sync and refused when it arrives later', () => {
  const broker = brokerAtNoon()
  const facts = broker.sync(syncOf(9, [idOf(4)]), NOON)
  expect(facts.map(({ type }) => type)).toEqual(['verdict', 'positions', 'account', 'orders', 'synced'])
  expect(verdictIn(broker.fire(fireOf(4), IN_TIME)).is).toBe('buried')
  expect(broker.positions().positions).toEqual([])
})

test('sync tells every deal since the time asked for, once more and marked so', () => {
  const broker = brokerAtNoon()
  const position = opened(broker, fireOf(1))
  broker.close(closeOf(2, position), { marketMs: NOON + 5_000, late: false })
  const told = broker.sync(syncOf(9, [idOf(1)], NOON + 1), NOON + 6_000)
  expect(dealsIn(told).map(({ entry }) => entry)).toEqual(['out'])
  expect(told.find(({ type }) => type === 'deal')).toMatchObject({ repeat: true })
  expect(dealsIn(broker.sync(syncOf(9, [], 0), NOON)).map(({ entry }) => entry)).toEqual(['in', 'out'])
})
