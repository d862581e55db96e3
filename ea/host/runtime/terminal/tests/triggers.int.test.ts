import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { buy, pending, sell, TYPE } from './probe/requests.ts'
import { probeBinary, ProbeTerminal, SERVER_MS, type Facts } from './probe/terminal-probe.ts'

const probe = new ProbeTerminal(await probeBinary())
const lastDeal = (): Facts | undefined => probe.list('deals').at(-1)

beforeEach(() => probe.begin())
afterAll(() => probe.close())

describe('a stop', () => {
  it('of a long is met by the bid', () => {
    probe.ask(buy('sl=1.09900'))
    probe.run('tick EURUSD 1.09901 1.09911')
    expect(probe.list('positions')).toHaveLength(1)
    probe.run('tick EURUSD 1.09900 1.09910')
    expect(lastDeal()).toMatchObject({
      price: 1.099,
      reason: 4,
      type: 1,
      comment: '[sl 1.09900]',
      profit: -11,
    })
  })

  it('of a short is met by the ask', () => {
    probe.ask(sell('sl=1.10100'))
    probe.run('tick EURUSD 1.10090 1.10099')
    expect(probe.list('positions')).toHaveLength(1)
    probe.run('tick EURUSD 1.10090 1.10100')
    expect(lastDeal()).toMatchObject({ price: 1.101, reason: 4, type: 0 })
  })

  it('takes the first price behind a gap', () => {
    probe.ask(buy('sl=1.09900'))
    probe.run('tick EURUSD 1.08500 1.08510')
    expect(lastDeal()).toMatchObject({ price: 1.085, profit: -151 })
  })

  it('slips where the symbol slips', () => {
    probe.run('symbol EURUSD slippage=3')
    probe.ask(buy('sl=1.09900'))
    probe.run('tick EURUSD 1.09900 1.09910')
    expect(lastDeal()).toMatchObject({ price: 1.09897 })
  })

  it('works while no program is there to see it', () => {
    probe.ask(buy('sl=1.09900'))
    probe.run('crash', 'tick EURUSD 1.09800 1.09810', 'init')
    expect(probe.ask('positions')['positions']).toEqual([])
    expect(probe.ask('history position=1001')).toMatchObject({
      deals: [{ entry: 0 }, { entry: 1, reason: 4 }],
    })
  })
})

describe('a target', () => {
  it('of a long is met by the bid, of a short by the ask', () => {
    probe.ask(buy('tp=1.10100'))
    probe.ask(sell('tp=1.09900'))
    probe.run('tick EURUSD 1.10100 1.10110')
    expect(lastDeal()).toMatchObject({ position: 1001, price: 1.101, reason: 5, comment: '[tp 1.10100]' })
    probe.run('tick EURUSD 1.09890 1.09900')
    expect(lastDeal()).toMatchObject({ position: 1002, price: 1.099, reason: 5 })
  })

  it('takes a better first price', () => {
    probe.ask(buy('tp=1.10100'))
    probe.run('tick EURUSD 1.10500 1.10510')
    expect(lastDeal()).toMatchObject({ price: 1.105 })
  })
})

describe('a pending order', () => {
  const cases = [
    ['buy limit', TYPE.buyLimit, 1.09, 'tick EURUSD 1.08990 1.09000', 1.09],
    ['buy limit behind a gap', TYPE.buyLimit, 1.09, 'tick EURUSD 1.08000 1.08010', 1.0801],
    ['sell limit', TYPE.sellLimit, 1.11, 'tick EURUSD 1.11000 1.11010', 1.11],
    ['buy stop', TYPE.buyStop, 1.11, 'tick EURUSD 1.10990 1.11000', 1.11],
    ['buy stop behind a gap', TYPE.buyStop, 1.11, 'tick EURUSD 1.12000 1.12010', 1.1201],
    ['sell stop', TYPE.sellStop, 1.09, 'tick EURUSD 1.09000 1.09010', 1.09],
  ] as const
  it.each(cases)('%s', (_, type, price, tick, fill) => {
    probe.ask(pending(type, price, 'magic=9'))
    const told = probe.run(tick)
    expect(probe.transactions(told)).toEqual(['DEAL_ADD', 'ORDER_DELETE', 'HISTORY_ADD'])
    expect(probe.list('positions')).toMatchObject([{ ticket: 1001, open: fill, magic: 9 }])
  })

  it('buy stop limit becomes a limit order, then fills', () => {
    probe.ask(pending(TYPE.buyStopLimit, 1.105, 'stoplimit=1.102'))
    probe.run('tick EURUSD 1.10490 1.10500')
    expect(probe.list('orders')).toMatchObject([{ type: TYPE.buyLimit, price: 1.102 }])
    probe.run('tick EURUSD 1.10190 1.10200')
    expect(probe.list('positions')).toMatchObject([{ open: 1.102 }])
  })

  it('expires at its time', () => {
    probe.ask(pending(TYPE.buyLimit, 1.09, `time=2 expiration=${SERVER_MS / 1000 + 60}`))
    probe.run('advance 59000')
    expect(probe.list('orders')).toHaveLength(1)
    probe.run('advance 2000')
    expect(probe.list('orders')).toEqual([])
    expect(probe.list('history')).toMatchObject([{ state: 6 }])
  })

  it('is dropped when there is no money for it', () => {
    probe.ask(pending(TYPE.buyLimit, 1.09, 'volume=9'))
    probe.ask(sell('volume=5'))
    probe.run('tick EURUSD 1.08990 1.09000')
    expect(probe.list('history').at(-1)).toMatchObject({ ticket: 1001, state: 5 })
  })
})

describe('stop out', () => {
  it('closes the worst position below half of the margin', () => {
    probe.ask(buy('volume=5'))
    probe.ask(buy('volume=1 symbol=GBPUSD'))
    // Margin 5,500.50 + 1,250.20 = 6,750.70 USD, half of it 3,375.35. A point is 5 USD, and the pound is 20 USD down.
    probe.run('tick EURUSD 1.08690 1.08700')
    expect(probe.list('positions')).toHaveLength(2)
    probe.run('tick EURUSD 1.08689 1.08699')
    expect(probe.list('positions')).toMatchObject([{ symbol: 'GBPUSD' }])
    expect(lastDeal()).toMatchObject({ reason: 6, symbol: 'EURUSD' })
  })
})

describe('costs', () => {
  it('of a deal are the commission per lot', () => {
    probe.run('symbol EURUSD commission=3.5')
    probe.ask(buy('volume=0.3'))
    expect(lastDeal()).toMatchObject({ commission: -1.05, profit: 0 })
    expect(probe.state('account')).toMatchObject({ balance: 9998.95 })
  })

  it('of a night are the swap, three times on Wednesday and none at the weekend', () => {
    probe.run('symbol EURUSD swaplong=-5')
    probe.ask(buy('volume=0.2'))
    const swapAfter = (hours: number): unknown => {
      probe.run(`advance ${hours * 3_600_000}`)
      return probe.list('positions')[0]?.['swap']
    }
    // Five points of a fifth of a lot are 1 USD. Monday two o'clock at the server, midnight comes after 22 hours.
    expect([swapAfter(21), swapAfter(1), swapAfter(24)]).toEqual([0, -1, -2])
    expect([swapAfter(24), swapAfter(24), swapAfter(24)]).toEqual([-5, -6, -7])
    expect([swapAfter(24), swapAfter(24), swapAfter(24)]).toEqual([-7, -7, -8])
    expect(probe.ask('positions')['positions']).toMatchObject([{ swap: -8 }])
    probe.ask(sell('position=1001 volume=0.1'))
    expect(lastDeal()).toMatchObject({ swap: -4 })
  })
})
