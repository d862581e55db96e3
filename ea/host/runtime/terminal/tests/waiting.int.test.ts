/** Orders that wait at the trade server, and money that comes and goes: what the desk's own tests stand on. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { pending, remove, sell, TYPE } from './probe/requests.ts'
import { probeBinary, ProbeTerminal, SERVER_MS } from './probe/terminal-probe.ts'

const probe = new ProbeTerminal(await probeBinary())
const CANCELED = 2
const PARTIAL = 3
const FILLED = 4
const EXPIRED = 6

beforeEach(() => probe.begin())
afterAll(() => probe.close())

describe('a limit order', () => {
  it('takes what the market has at its price, and waits on for the rest', () => {
    probe.run('symbol EURUSD depth=0.04')
    probe.ask(pending(TYPE.buyLimit, 1.09))
    const told = probe.run('tick EURUSD 1.08990 1.09000')
    expect(probe.transactions(told)).toEqual(['DEAL_ADD', 'ORDER_UPDATE'])
    expect(probe.list('orders')).toMatchObject([{ state: PARTIAL, lots: 0.1, left: 0.06 }])
    expect(probe.list('positions')).toMatchObject([{ ticket: 1001, lots: 0.04 }])
  })

  it('waits on at any other price, and is whole after enough of them', () => {
    probe.run('symbol EURUSD depth=0.04')
    probe.ask(pending(TYPE.buyLimit, 1.09))
    probe.run('tick EURUSD 1.08990 1.09000')
    probe.run('tick EURUSD 1.09990 1.10000')
    expect(probe.list('positions')).toMatchObject([{ lots: 0.04 }])
    probe.run('tick EURUSD 1.08980 1.08990')
    const told = probe.run('tick EURUSD 1.08980 1.08990')
    expect(probe.transactions(told)).toEqual(['DEAL_ADD', 'ORDER_DELETE', 'HISTORY_ADD'])
    expect(probe.list('positions')).toMatchObject([{ ticket: 1001, lots: 0.1 }])
    expect(probe.list('history')).toMatchObject([{ ticket: 1001, state: FILLED, left: 0 }])
  })

  it('whose rest is removed ends as cancelled, with what is missing', () => {
    probe.run('symbol EURUSD depth=0.04')
    probe.ask(pending(TYPE.sellLimit, 1.11))
    probe.run('tick EURUSD 1.11000 1.11010')
    expect(probe.ask(remove(1001))['retcode']).toBe(10_009)
    expect(probe.list('history')).toMatchObject([{ ticket: 1001, state: CANCELED, left: 0.06 }])
  })

  it('that is removed is told as deleted and as history', () => {
    probe.ask(pending(TYPE.buyLimit, 1.09))
    const told = probe.run('order remove 1001')
    expect(probe.transactions(told)).toEqual(['ORDER_DELETE', 'HISTORY_ADD', 'REQUEST'])
    expect(probe.list('history')).toMatchObject([{ state: CANCELED }])
  })

  it('that expires is told as deleted and as history', () => {
    probe.ask(pending(TYPE.buyLimit, 1.09, `time=2 expiration=${SERVER_MS / 1000 + 60}`))
    probe.run('advance 61000')
    expect(probe.transactions(probe.run('tick EURUSD 1.08000 1.08010'))).toEqual([
      'ORDER_DELETE',
      'HISTORY_ADD',
    ])
    expect(probe.list('history')).toMatchObject([{ state: EXPIRED, untilS: SERVER_MS / 1000 + 60 }])
    expect(probe.list('positions')).toEqual([])
  })

  it('keeps its stop and target for the position, unless the broker drops them', () => {
    probe.ask(pending(TYPE.buyLimit, 1.09, 'sl=1.088 tp=1.1'))
    probe.run('fault dropstops action=pending')
    probe.ask(pending(TYPE.buyLimit, 1.09, 'sl=1.088 tp=1.1'))
    probe.run('tick EURUSD 1.08990 1.09000')
    expect(probe.list('positions')).toMatchObject([
      { stop: 1.088, target: 1.1 },
      { stop: 0, target: 0 },
    ])
  })

  it('that is filled cannot be removed: 10013', () => {
    probe.ask(pending(TYPE.buyLimit, 1.09))
    probe.run('tick EURUSD 1.08990 1.09000')
    expect(probe.ask(remove(1001))['retcode']).toBe(10_013)
  })
})

describe('money', () => {
  it('that is paid in, paid out or lent is a deal of no position', () => {
    const told = probe.run('account deposit=500', 'account deposit=-200', 'account lend=100')
    expect(probe.transactions(told)).toEqual(['DEAL_ADD', 'DEAL_ADD', 'DEAL_ADD'])
    expect(probe.list('deals')).toMatchObject([
      { type: 2, profit: 500, position: 0 },
      { type: 2, profit: -200 },
      { type: 3, profit: 100 },
    ])
    expect(probe.state('account')).toMatchObject({ balance: 10_300, credit: 100, equity: 10_400 })
  })

  it('that was won or lost is a deal of its position', () => {
    probe.ask(sell())
    probe.run('position close 1001')
    expect(probe.list('deals').map(deal => deal['type'])).toEqual([1, 0])
  })
})
