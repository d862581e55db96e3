import { expect, test } from 'vitest'
import { brokerAtNoon, dealIn, dealsIn, EURUSD, fireOf, NOON, opened, USDJPY } from '../testkit/sim-broker.ts'

const SELL = { side: 'sell', price: '1.10000', stop: '1.10200', target: '1.09600' } as const

test('a long is stopped by the bid, not by the ask', () => {
  const broker = brokerAtNoon()
  opened(broker, fireOf(1))
  expect(broker.onTick(EURUSD.symbol, NOON + 1, 109_801, 109_811)).toEqual([])
  const deal = dealIn(broker.onTick(EURUSD.symbol, NOON + 2, 109_800, 109_900))
  expect(deal).toMatchObject({ entry: 'out', side: 'sell', price: '1.09800', reason: 'stop', id: null })
  expect(broker.positions().positions).toEqual([])
})

test('a short is stopped by the ask, so a widened spread alone can do it', () => {
  const broker = brokerAtNoon()
  opened(broker, fireOf(1, SELL))
  expect(broker.onTick(EURUSD.symbol, NOON + 1, 110_190, 110_199)).toEqual([])
  const deal = dealIn(broker.onTick(EURUSD.symbol, NOON + 2, 110_000, 110_200))
  expect(deal).toMatchObject({ side: 'buy', price: '1.10200', reason: 'stop' })
})

test('a gap through the stop is filled at the price after the gap', () => {
  const broker = brokerAtNoon()
  opened(broker, fireOf(1))
  expect(dealIn(broker.onTick(EURUSD.symbol, NOON + 1, 109_000, 109_010))).toMatchObject({
    price: '1.09000',
    profit: -10_100,
  })
})

test('a target is filled at its own price, however far the price has gone', () => {
  const broker = brokerAtNoon({ temper: { slippagePoints: 20 } })
  opened(broker, fireOf(1, { deviation: 100 }))
  opened(broker, fireOf(2, { ...SELL, deviation: 100 }))
  const long = dealsIn(broker.onTick(EURUSD.symbol, NOON + 1, 110_950, 110_960))
  expect(long.map(({ reason, price }) => [reason, price])).toContainEqual(['target', '1.10400'])
})

test('a short takes its target from the ask', () => {
  const broker = brokerAtNoon()
  opened(broker, fireOf(1, SELL))
  expect(broker.onTick(EURUSD.symbol, NOON + 1, 109_590, 109_601)).toEqual([])
  expect(dealIn(broker.onTick(EURUSD.symbol, NOON + 2, 109_580, 109_600))).toMatchObject({
    price: '1.09600',
    reason: 'target',
  })
})

test('a stop slips against the trader', () => {
  const broker = brokerAtNoon({ temper: { slippagePoints: 5 } })
  for (let n = 1; n <= 30; n++) opened(broker, fireOf(n, { lots: '0.01', deviation: 100 }))
  const prices = dealsIn(broker.onTick(EURUSD.symbol, NOON + 1, 109_800, 109_810)).map(({ price }) => price)
  expect(new Set(prices).size).toBeGreaterThan(1)
  for (const price of prices) expect(Number(price)).toBeLessThanOrEqual(1.098)
})

test('a tick of another symbol sets nothing off', () => {
  const broker = brokerAtNoon()
  opened(broker, fireOf(1))
  expect(broker.onTick(USDJPY.symbol, NOON + 1, 10, 20)).toEqual([])
})

test('when the margin is half gone the broker closes the worst position', () => {
  const broker = brokerAtNoon({ account: { balance: 1_000, leverage: 100 }, temper: { commissionPerLot: 0 } })
  opened(broker, fireOf(1, { lots: '0.50', stop: '1.00000' }))
  opened(broker, fireOf(2, { lots: '0.10', stop: '1.00000' }))
  const facts = broker.onTick(EURUSD.symbol, NOON + 1, 108_850, 108_860)
  expect(dealsIn(facts)).toMatchObject([{ reason: 'stopOut', lots: '0.50' }])
  expect(broker.positions().positions).toMatchObject([{ lots: '0.10' }])
})

test('a position whose time is up is closed at the price there is, after the stop and the target have had their turn', () => {
  const broker = brokerAtNoon()
  opened(broker, fireOf(1, { plan: { timeStopMs: 60_000 } }))
  expect(broker.onTick(EURUSD.symbol, NOON + 59_999, 110_050, 110_060)).toEqual([])
  const deal = dealIn(broker.onTick(EURUSD.symbol, NOON + 60_000, 110_050, 110_060))
  expect(deal).toMatchObject({ entry: 'out', price: '1.10050', reason: 'command' })
  expect(broker.positions().positions).toEqual([])

  const falling = brokerAtNoon()
  opened(falling, fireOf(1, { plan: { timeStopMs: 60_000 } }))
  expect(dealIn(falling.onTick(EURUSD.symbol, NOON + 60_000, 109_700, 109_710)).reason).toBe('stop')
})

test('its time is remembered over a restart of the terminal', () => {
  const broker = brokerAtNoon()
  opened(broker, fireOf(1, { plan: { timeStopMs: 60_000 } }))
  expect(broker.state().positions[0]).toMatchObject({ closeAtMs: NOON + 60_000 })
})
