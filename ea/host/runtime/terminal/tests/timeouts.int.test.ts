import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../../driver/commands.ts'
import { buy, sell, stops } from './probe/requests.ts'
import { call, probeBinary, ProbeTerminal } from './probe/terminal-probe.ts'

const probe = new ProbeTerminal(await probeBinary())
const MARKET_ORDER = ['ORDER_ADD', 'DEAL_ADD', 'ORDER_DELETE', 'HISTORY_ADD', 'REQUEST']

beforeEach(() => probe.begin())
afterAll(() => probe.close())

describe('a scripted fault', () => {
  it('hits once, the nth time, or every time', () => {
    const retcodes = (count: number): unknown[] =>
      Array.from({ length: count }, () => probe.ask(buy())['retcode'])
    probe.run('fault reject')
    expect(retcodes(2)).toEqual([10_006, 10_009])
    probe.run('fault retcode 10011 nth=2 times=2')
    expect(retcodes(4)).toEqual([10_009, 10_011, 10_011, 10_009])
    probe.run('fault price-off times=every')
    expect(retcodes(3)).toEqual([10_021, 10_021, 10_021])
    probe.run('fault clear')
    expect(retcodes(1)).toEqual([10_009])
  })

  it('hits what it is meant for', () => {
    probe.run('fault reject side=close', 'fault no-money symbol=GBPUSD', 'fault cancel action=sltp')
    expect(probe.ask(buy())['retcode']).toBe(10_009)
    expect(probe.ask(sell('position=1001'))['retcode']).toBe(10_006)
    expect(probe.ask(stops(1001, 'sl=1.09'))['retcode']).toBe(10_007)
    expect(probe.ask(buy('symbol=GBPUSD'))['retcode']).toBe(10_019)
  })

  it('of a requote offers the prices that would be taken', () => {
    probe.run('fault requote points=12')
    expect(probe.ask(buy())).toMatchObject({ retcode: 10_004, bid: 1.09988, ask: 1.10022 })
  })

  it('takes the stops away from an order that is done', () => {
    probe.run('fault dropstops')
    expect(probe.ask(buy('sl=1.09'))['retcode']).toBe(10_009)
    expect(probe.list('positions')).toMatchObject([{ stop: 0 }])
  })
})

describe('a timeout', () => {
  it('without execution leaves nothing behind: 10012', () => {
    probe.run('fault timeout lost')
    expect(probe.ask(buy())).toMatchObject({ ok: false, retcode: 10_012, order: 0, deal: 0, error: 4756 })
    probe.run('advance 600000')
    expect(probe.list('deals')).toEqual([])
  })

  it('with execution is told by the transactions', () => {
    probe.run('fault timeout executed')
    const told = probe.run(call(buy()))
    expect(told[0]).toMatchObject({ retcode: 10_012, order: 0 })
    expect(probe.transactions(told)).toEqual(MARKET_ORDER)
    expect(probe.ask('positions')['positions']).toMatchObject([{ ticket: 1001 }])
  })

  it('may be executed after it was answered', () => {
    probe.run('fault timeout late 700')
    expect(probe.ask(buy())['retcode']).toBe(10_012)
    probe.run('advance 699')
    expect(probe.list('positions')).toEqual([])
    expect(probe.transactions(probe.run('advance 1'))).toEqual(MARKET_ORDER)
    expect(probe.list('positions')).toHaveLength(1)
  })

  it('late is executed even when the program has died meanwhile', () => {
    probe.run('fault timeout late 700')
    probe.ask(buy())
    probe.run('crash', 'advance 1000', 'init')
    expect(probe.ask('positions')['positions']).toMatchObject([{ ticket: 1001 }])
  })
})

describe('the terminal’s knowledge', () => {
  it('may come later than the fill', () => {
    probe.run('fault tell 500')
    expect(probe.ask(buy())).toMatchObject({ retcode: 10_009, deal: 5001, known: 0 })
    expect(probe.ask('history from=0 to=9999999999')).toMatchObject({ deals: [], orders: [] })
    expect(probe.list('positions')).toHaveLength(1)
    expect(probe.transactions(probe.run('advance 500'))).toEqual(MARKET_ORDER)
    expect(probe.ask('positions')['positions']).toHaveLength(1)
    expect(probe.ask('history from=0 to=9999999999')).toMatchObject({ deals: [{}], orders: [{}] })
  })

  it('may come with the next life only', () => {
    probe.run('fault timeout executed', 'fault tell never')
    const told = probe.run(call(buy()))
    expect(probe.transactions(told)).toEqual([])
    probe.run('advance 60000')
    expect(probe.ask('positions')['positions']).toEqual([])
    expect(probe.run('crash', 'init').filter(fact => fact['event'] !== undefined)).toEqual([])
    expect(probe.ask('positions')['positions']).toHaveLength(1)
    expect(probe.ask('history from=0 to=9999999999')).toMatchObject({ deals: [{ ticket: 5001 }] })
  })

  it('misses what happens while the line is down, and is made good when it is up', () => {
    probe.ask(buy('sl=1.09900'))
    probe.run('connected off')
    const told = probe.run('tick EURUSD 1.09800 1.09810')
    expect(told).toEqual([])
    expect(probe.ask('positions')['positions']).toHaveLength(1)
    expect(probe.ask('ticks symbol=EURUSD count=1')).toMatchObject({ ticks: [{ bid: 1.1 }] })
    probe.run('connected on')
    expect(probe.ask('positions')['positions']).toEqual([])
    expect(probe.ask('ticks symbol=EURUSD count=1')).toMatchObject({ ticks: [{ bid: 1.098 }] })
  })
})

describe('transactions', () => {
  it('come when OrderSend has returned, each on its own, followed by OnTrade', () => {
    const told = probe.run(call(buy()))
    expect(told.map(fact => fact['answer'] ?? fact['event'])).toEqual([
      'send',
      ...Array.from({ length: 4 }, () => ['transaction', 'trade']).flat(),
      'transaction',
    ])
    expect(told.at(-1)).toMatchObject({ type: 'REQUEST', retcode: 10_009, ticket: 1001 })
  })

  it('of moved stops are of the position', () => {
    probe.ask(buy())
    expect(probe.transactions(probe.run(call(stops(1001, 'sl=1.09'))))).toEqual(['POSITION', 'REQUEST'])
  })

  it('of a refused request are the answer alone', () => {
    expect(probe.transactions(probe.run(call(buy('volume=0.015'))))).toEqual(['REQUEST'])
  })

  it('are kept to the number of 1,024: newer ones push the oldest out', () => {
    const told = probe.run(call(buy('volume=0.01 count=300').replace('send', 'many')))
    const types = probe.transactions(told)
    expect(types).toHaveLength(1024)
    expect(types.slice(-5)).toEqual(MARKET_ORDER)
    expect(probe.ask('positions')['positions']).toHaveLength(300)
  })

  it('may come in another order', () => {
    probe.run('server transactions=request-first')
    expect(probe.transactions(probe.run(call(buy())))[0]).toBe('REQUEST')
    probe.run('server transactions=deal-last')
    expect(probe.transactions(probe.run(call(buy())))).toEqual([
      'ORDER_ADD',
      'ORDER_DELETE',
      'HISTORY_ADD',
      'DEAL_ADD',
      'REQUEST',
    ])
    probe.run('server transactions=shuffled')
    const shuffled = Array.from({ length: 8 }, () =>
      probe.transactions(probe.run(call(buy('volume=0.01')))).join(),
    )
    expect(new Set(shuffled).size).toBeGreaterThan(1)
    expect(probe.list('positions')).toHaveLength(10)
    expect(probe.ask('positions')['positions']).toHaveLength(10)
  })
})

describe('latency', () => {
  it('holds the program for so long', () => {
    probe.run('server latency=200', 'fault latency 300')
    expect(probe.ask(buy())['took']).toBeGreaterThanOrEqual(484)
    const took = Number(probe.ask(buy())['took'])
    expect(took).toBeGreaterThanOrEqual(184)
    expect(took).toBeLessThan(300)
  })

  it('does not hold a program that does not wait', () => {
    probe.run('server latency=200')
    expect(probe.ask(buy().replace('send', 'async'))).toMatchObject({
      ok: true,
      retcode: 10_008,
      deal: 0,
      took: 0,
    })
    expect(probe.list('positions')).toEqual([])
    expect(probe.transactions(probe.run('advance 200'))).toEqual(MARKET_ORDER)
  })
})

describe('death at an order', () => {
  const deals = (): number => probe.list('deals').length

  it('before it is sent leaves nothing', () => {
    probe.run(commands.die({ step: 'order.send', phase: 'before' }), call(buy()))
    expect(deals()).toBe(0)
  })

  it('after it was executed leaves the fill, and nobody was told', () => {
    const lines = probe.run(commands.die({ step: 'order.send', phase: 'after' }), call(buy()), 'init')
    expect(probe.transactions(lines)).toEqual([])
    expect(deals()).toBe(1)
    expect(probe.ask('positions')['positions']).toHaveLength(1)
  })

  it('while the answer is under way leaves the fill', () => {
    probe.run(
      'server latency=100',
      commands.die({ step: 'order.answer', phase: 'before' }),
      call(buy()),
      'init',
    )
    expect(deals()).toBe(1)
  })
})
