import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BrokerState } from '../contracts/simulator-state.ts'
import type { Ticket, Ulid } from '../contracts/primitives.ts'
import { createBroker, restoreBroker } from './broker.ts'
import { closeOf, EURUSD, NOON, setupOf, USDJPY } from '../testkit/sim-broker.ts'
import { Bench, margin, script, spread, steps, type Step } from '../testkit/sim-broker-bench.ts'
import { currenciesWithoutRoute, Exchange } from './exchange.ts'
import { QuoteBook } from './quote-book.ts'
import { brokerSymbol } from './symbols.ts'
import { PAIRS } from '../contracts/pairs.ts'

const property = (check: (bench: Bench, all: readonly Step[]) => void) =>
  fc.assert(
    fc.property(steps, script, margin, (all, answers, kind) => {
      const setup = setupOf({ temper: { script: answers, slippagePoints: 2 }, account: { margin: kind } })
      check(new Bench(createBroker(setup)), all)
    }),
    { numRuns: 150 },
  )

test('the balance is what the account began with and every deal since, to the cent', () => {
  property((bench, all) => {
    for (const step of all) {
      bench.play(step)
      const booked = bench.broker
        .deals()
        .reduce((sum, deal) => sum + deal.profit + deal.commission + deal.swap, 0)
      expect(bench.broker.account().balance).toBe(1_000_000 + booked)
    }
  })
})

test('balance and floating profit are the equity, equity without margin is free', () => {
  property((bench, all) => {
    for (const step of all) {
      bench.play(step)
      const { balance, equity, margin: used, freeMargin } = bench.broker.account()
      const floating = bench.broker.positions().positions.reduce((sum, position) => sum + position.profit, 0)
      expect([equity, freeMargin]).toEqual([balance + floating, equity - used])
    }
  })
})

test('the volume of a position is what its deals add up to, and nothing is open without a stop', () => {
  property((bench, all) => {
    for (const step of all) bench.play(step)
    const held = new Map<string, number>()
    for (const { position, entry, lots } of bench.broker.deals()) {
      const hundredths = Math.round(Number(lots) * 100) * (entry === 'in' ? 1 : -1)
      held.set(position, (held.get(position) ?? 0) + hundredths)
    }
    const open = new Map([...held].filter(([, hundredths]) => hundredths !== 0))
    const { positions } = bench.broker.positions()
    expect(
      new Map(positions.map(({ position, lots }) => [position, Math.round(Number(lots) * 100)])),
    ).toEqual(open)
    for (const { stop } of positions) expect(Number(stop)).toBeGreaterThan(0)
  })
})

test('one id opens at most one position, whatever is repeated', () => {
  property((bench, all) => {
    for (const step of [...all, ...all]) bench.play(step)
    const orders = new Map<Ulid, Set<string>>()
    for (const { id, order, entry } of bench.broker.deals())
      if (id && entry === 'in') orders.set(id, (orders.get(id) ?? new Set()).add(order))
    for (const [id, tickets] of orders) expect([id, tickets.size]).toEqual([id, 1])
  })
})

test('a buried id has no deal, ever', () => {
  property((bench, all) => {
    for (const step of [...all, ...all]) bench.play(step)
    const buried = new Set<Ulid | null>()
    for (const fact of bench.facts)
      if (fact.type === 'verdict' && fact.body.is === 'buried') buried.add(fact.body.id)
    for (const { id } of bench.broker.deals()) expect(buried.has(id)).toBe(false)
  })
})

test('tickets only ever go up, and no deal is told twice without being marked', () => {
  property((bench, all) => {
    for (const step of all) bench.play(step)
    const told = bench.facts.flatMap(fact =>
      fact.type === 'deal' && !fact.repeat ? [Number(fact.body.deal)] : [],
    )
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b))
    expect(told).toHaveLength(bench.broker.deals().length)
  })
})

test('the same seed and the same inputs give the same facts', () => {
  fc.assert(
    fc.property(steps, margin, (all, kind) => {
      const run = () => {
        const bench = new Bench(
          createBroker(setupOf({ temper: { slippagePoints: 9 }, account: { margin: kind } })),
        )
        for (const step of all) bench.play(step)
        return bench.facts
      }
      expect(run()).toEqual(run())
    }),
    { numRuns: 50 },
  )
})

test('a broker restored from its written state goes on exactly as the one that was never stopped', () => {
  fc.assert(
    fc.property(steps, steps, margin, (before, after, kind) => {
      const setup = setupOf({ temper: { slippagePoints: 9 }, account: { margin: kind } })
      const bench = new Bench(createBroker(setup))
      for (const step of before) bench.play(step)
      const written = JSON.stringify(bench.broker.state())
      const restored = restoreBroker(setup, BrokerState.parse(JSON.parse(written)))
      expect(restored.state()).toEqual(bench.broker.state())
      const position = bench.broker.positions().positions[0]?.position ?? ('1' as Ticket)
      const at = { marketMs: NOON + 100_000, late: false }
      for (const [k] of after.entries()) {
        const close = closeOf(100 + k, position, { lots: '0.01' })
        expect(restored.close(close, at)).toEqual(bench.broker.close(close, at))
      }
    }),
    { numRuns: 50 },
  )
})

test('saved accounts of symbols that are not offered any more are refused', () => {
  const state = createBroker(setupOf()).state()
  expect(() => restoreBroker(setupOf({ pairs: ['EURUSD'] }), state)).toThrow('USDJPY')
})

test('money is converted on the worse side: gains pay no more than losses cost', () => {
  const symbols = PAIRS.map(pair => brokerSymbol(pair))
  const book = new QuoteBook(symbols.length)
  fc.assert(
    fc.property(fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'CHF'), spread, (currency, width) => {
      book.bid.fill(120_000)
      book.ask.fill(120_000 + width)
      const exchange = new Exchange(symbols, currency, book)
      for (const [symbol] of symbols.entries())
        expect(exchange.gainRate(symbol)).toBeLessThanOrEqual(exchange.lossRate(symbol))
    }),
  )
})

test('currencies that cannot be converted are named before anything is traded', () => {
  const offered = (...pairs: (typeof PAIRS)[number][]) => pairs.map(pair => brokerSymbol(pair))
  expect(currenciesWithoutRoute(offered('EURUSD', 'GBPJPY'), 'USD')).toEqual(['JPY'])
  expect(currenciesWithoutRoute(offered('EURUSD', 'GBPJPY', 'USDJPY'), 'USD')).toEqual([])
  expect(() => createBroker(setupOf({ pairs: ['GBPJPY'] }))).toThrow('JPY')
})

test('a tick value is what one point of one lot costs when it is lost', () => {
  const broker = createBroker(setupOf())
  broker.onTick(EURUSD.symbol, NOON, EURUSD.bid, EURUSD.ask)
  broker.onTick(USDJPY.symbol, NOON, 125_000, 125_010)
  const [euro, yen] = broker.specs().symbols
  expect(euro).toMatchObject({ name: 'EURUSD', digits: 5, tickSize: 0.00001, tickValue: 1 })
  expect(yen?.tickValue).toBeCloseTo(100 / 125, 9)
})
