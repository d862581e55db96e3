import { expect, test } from 'vitest'
import type { BodyOf } from '../contracts/wire/index.ts'
import {
  brokerAtNoon,
  dealIn,
  dealsIn,
  EURUSD,
  fireOf,
  IN_TIME,
  NOON,
  opened,
  priceText,
  setupOf,
  verdictIn,
} from '../testkit/sim-broker.ts'
import { createBroker } from './broker.ts'

test('a buy is filled at the ask, with its ticket, its deal and half of the commission', () => {
  const broker = brokerAtNoon({ temper: { commissionPerLot: 7 } })
  const facts = broker.fire(fireOf(1), IN_TIME)
  expect(facts.map(fact => fact.type)).toEqual(['verdict', 'deal', 'positions', 'account'])
  expect(verdictIn(facts)).toMatchObject({ is: 'accepted', retcode: 10009, price: '1.10010', lots: '0.10' })
  expect(dealIn(facts)).toMatchObject({
    entry: 'in',
    side: 'buy',
    price: '1.10010',
    commission: -35,
    profit: 0,
  })
  expect(dealIn(facts).deal).toBe(verdictIn(facts).deal)
  expect(broker.account().balance).toBe(1_000_000 - 35)
})

test('a sell is filled at the bid and carries its stop from the first moment', () => {
  const broker = brokerAtNoon()
  const sell = fireOf(1, { side: 'sell', price: '1.10000', stop: '1.10200', target: '1.09600' })
  expect(verdictIn(broker.fire(sell, IN_TIME)).price).toBe('1.10000')
  expect(broker.positions().positions).toMatchObject([{ side: 'sell', stop: '1.10200', target: '1.09600' }])
})

test('slippage is never in the favour of the trader and never beyond its limit', () => {
  const broker = brokerAtNoon({ temper: { slippagePoints: 3 } })
  const fills = Array.from({ length: 60 }, (_, n) =>
    verdictIn(broker.fire(fireOf(n + 1, { lots: '0.01' }), IN_TIME)),
  )
  const slips = fills.map(({ price }) => Math.round(Number(price) * 100_000) - EURUSD.ask)
  expect([...new Set(slips)].sort((a, b) => a - b)).toEqual([0, 1, 2, 3])
})

const refused: [string, Partial<BodyOf<'fire'>>, string, number][] = [
  ['a symbol that is not offered', { symbol: 'XAUUSD' }, 'rejected', 10013],
  ['a volume between two steps', { lots: '0.094' }, 'rejected', 10014],
  ['a volume below the smallest', { lots: '0.00' }, 'rejected', 10014],
  ['a volume above the largest', { lots: '100.01' }, 'rejected', 10014],
  ['a stop on the winning side', { stop: '1.10100' }, 'rejected', 10016],
  ['a stop at the price that closes', { stop: '1.10000' }, 'rejected', 10016],
  ['a stop of zero', { stop: '0.00000' }, 'rejected', 10016],
  ['a target on the losing side', { target: '1.09900' }, 'rejected', 10016],
  ['a stop finer than the digits', { stop: '1.098001' }, 'rejected', 10016],
  ['a spread above its limit', { maxSpread: 9 }, 'denied', 0],
  ['a price beyond its deviation', { price: '1.10025' }, 'denied', 0],
  ['a volume that the margin does not carry', { lots: '50.00' }, 'rejected', 10019],
]
for (const [what, over, is, retcode] of refused)
  test(`${what} is ${is} with ${retcode} and leaves nothing behind`, () => {
    const broker = brokerAtNoon()
    const facts = broker.fire(fireOf(1, over), IN_TIME)
    expect(facts).toHaveLength(1)
    expect(verdictIn(facts)).toMatchObject({ is, retcode, deal: null, position: null })
    expect(verdictIn(facts).text).not.toBe('')
    expect(broker.deals()).toEqual([])
  })

test('a stop inside the stop level is refused, on it it is taken', () => {
  const broker = brokerAtNoon({ temper: { stopLevel: 50 } })
  const stopAt = (points: number) => ({ stop: priceText(EURUSD.bid - points) })
  expect(verdictIn(broker.fire(fireOf(1, stopAt(49)), IN_TIME)).retcode).toBe(10016)
  expect(verdictIn(broker.fire(fireOf(2, stopAt(50)), IN_TIME)).is).toBe('accepted')
})

test('slippage beyond the deviation is a requote', () => {
  const broker = brokerAtNoon({ temper: { slippagePoints: 50 }, seed: 1 })
  const verdicts = Array.from({ length: 20 }, (_, n) =>
    verdictIn(broker.fire(fireOf(n + 1, { deviation: 0 }), IN_TIME)),
  )
  expect(verdicts.filter(({ retcode }) => retcode === 10004).length).toBeGreaterThan(10)
  expect(broker.deals()).toHaveLength(verdicts.filter(({ is }) => is === 'accepted').length)
})

test('an order past its validity expires and can never be executed', () => {
  const broker = brokerAtNoon()
  expect(verdictIn(broker.fire(fireOf(1), { marketMs: NOON, late: true })).is).toBe('expired')
  expect(verdictIn(broker.fire(fireOf(1), IN_TIME)).is).toBe('expired')
  expect(broker.deals()).toEqual([])
})

test('at the week-end nothing is executed', () => {
  const broker = brokerAtNoon()
  const saturday = NOON + 3 * 86_400_000
  expect(verdictIn(broker.fire(fireOf(1), { marketMs: saturday, late: false })).retcode).toBe(10018)
})

test('without a price there is no trade, and no specification of what needs it', () => {
  const broker = createBroker(setupOf())
  expect(verdictIn(broker.fire(fireOf(1), IN_TIME)).retcode).toBe(10021)
  expect(broker.specs().symbols.map(({ pair }) => pair)).toEqual(['EURUSD'])
})

test('without a price to value it by there is no trade', () => {
  const broker = createBroker(setupOf({ pairs: ['GBPJPY', 'USDJPY'] }))
  broker.onTick(0, NOON, 190_000, 190_020)
  const buy = fireOf(1, { symbol: 'GBPJPY', price: '190.020', stop: '189.000', target: '192.000' })
  expect(verdictIn(broker.fire(buy, IN_TIME)).retcode).toBe(10021)
})

test('a repeated id is answered as before and never filled twice', () => {
  const broker = brokerAtNoon()
  const first = verdictIn(broker.fire(fireOf(1), IN_TIME))
  const again = broker.fire(fireOf(1), { marketMs: NOON + 60_000, late: true })
  expect(again).toEqual([{ type: 'verdict', body: first, repeat: true }])
  expect(broker.positions().positions).toHaveLength(1)
})

test('on a netting account a second buy adds to the position at the average price', () => {
  const broker = brokerAtNoon({ account: { margin: 'netting' } })
  opened(broker, fireOf(1))
  broker.onTick(EURUSD.symbol, NOON + 1, EURUSD.bid + 20, EURUSD.ask + 20)
  opened(broker, fireOf(2, { price: '1.10030', stop: '1.09900' }))
  expect(broker.positions().positions).toMatchObject([{ lots: '0.20', open: '1.10020', stop: '1.09900' }])
})

test('on a netting account a larger sell closes the buy and opens the rest, with its own stop', () => {
  const broker = brokerAtNoon({ account: { margin: 'netting' } })
  opened(broker, fireOf(1))
  const sell = fireOf(2, { side: 'sell', lots: '0.15', price: '1.10000', stop: '1.10200', target: '1.09600' })
  const deals = dealsIn(broker.fire(sell, IN_TIME))
  expect(deals.map(({ entry, lots }) => [entry, lots])).toEqual([
    ['out', '0.10'],
    ['in', '0.05'],
  ])
  expect(broker.positions().positions).toMatchObject([{ side: 'sell', lots: '0.05', stop: '1.10200' }])
})

test('on a hedging account a sell beside a buy is a second position', () => {
  const broker = brokerAtNoon()
  opened(broker, fireOf(1))
  opened(broker, fireOf(2, { side: 'sell', price: '1.10000', stop: '1.10200', target: '1.09600' }))
  expect(broker.positions().positions.map(({ side }) => side)).toEqual(['buy', 'sell'])
})

test('profit in yen is worth what the broker pays for it', () => {
  const broker = brokerAtNoon({ temper: { commissionPerLot: 0 } })
  const buy = fireOf(1, {
    symbol: 'USDJPY',
    lots: '1.00',
    price: '150.010',
    stop: '149.000',
    target: '152.000',
  })
  opened(broker, buy)
  broker.onTick(1, NOON + 1, 151_010, 151_020)
  // 1,000 points of 100,000 USD are 100,000 JPY, sold for dollars at the ask of 151.020.
  expect(broker.positions().positions[0]?.profit).toBe(Math.round((100_000 / 151.02) * 100))
})
