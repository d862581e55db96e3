import { afterAll, describe, expect, it } from 'vitest'
import { buy, sell } from './probe/requests.ts'
import { probeBinary, ProbeTerminal } from './probe/terminal-probe.ts'

const probe = new ProbeTerminal(await probeBinary())
const cents = (amount: number): number => Math.round(amount * 100) / 100

afterAll(() => probe.close())

describe('profit', () => {
  it('in dollars is what the points are worth', () => {
    probe.begin()
    expect(probe.ask('profit type=0 symbol=EURUSD volume=0.37 open=1.1001 close=1.10523')['profit']).toBe(
      189.81,
    )
    expect(probe.ask('profit type=1 symbol=EURUSD volume=1 open=1.1001 close=1.1002')['profit']).toBe(-10)
  })

  it('of a yen pair in a euro account goes through the dollar, a gain sold and a loss bought', () => {
    probe.begin('account currency=EUR')
    const yen = 100_000 * 0.5 * (151.25 - 150.01)
    expect(probe.ask('profit type=0 symbol=USDJPY volume=0.5 open=150.01 close=151.25')['profit']).toBe(
      cents(yen / 150.01 / 1.1001),
    )
    expect(probe.ask('profit type=1 symbol=USDJPY volume=0.5 open=150.01 close=151.25')['profit']).toBe(
      cents(-yen / 150.0 / 1.1),
    )
  })

  it('takes the direct pair where there is one', () => {
    probe.begin('account currency=EUR', 'symbol EURJPY')
    probe.run('tick EURJPY 165.000 165.020')
    expect(probe.ask('profit type=0 symbol=USDJPY volume=1 open=150 close=151')['profit']).toBe(
      cents(100_000 / 165.02),
    )
  })

  it('is unknown without a price to convert it: 4758', () => {
    probe.begin('account currency=CHF')
    expect(probe.ask('profit type=0 symbol=EURUSD volume=1 open=1 close=2')).toMatchObject({
      ok: false,
      error: 4758,
    })
  })

  it('of open positions moves equity, and the balance when they close', () => {
    probe.begin()
    probe.ask(buy('volume=2'))
    probe.run('tick EURUSD 1.10210 1.10220')
    expect(probe.ask('account')).toMatchObject({ balance: 10_000, profit: 400, equity: 10_400 })
    probe.ask(sell('position=1001 volume=2'))
    expect(probe.ask('account')).toMatchObject({ balance: 10_400, profit: 0, equity: 10_400, margin: 0 })
  })
})

describe('margin', () => {
  it('of a dollar account is the value at the price by the leverage', () => {
    probe.begin('account leverage=30')
    expect(probe.ask('margin type=0 symbol=EURUSD volume=0.7 price=1.23456')['margin']).toBe(
      cents((70_000 * 1.23456) / 30),
    )
  })

  it('needs no price where the base currency is the account’s', () => {
    probe.begin()
    expect(probe.ask('margin type=1 symbol=USDJPY volume=1 price=150')['margin']).toBe(1000)
  })

  it('of a cross is converted at the market: a buy at the ask, a sell at the bid', () => {
    probe.begin('account currency=EUR')
    const gbpUsdEur = { buy: 1.2502 / 1.1, sell: 1.25 / 1.1001 }
    expect(probe.ask('margin type=0 symbol=GBPUSD volume=1 price=1.25')['margin']).toBe(
      cents(1000 * gbpUsdEur.buy),
    )
    expect(probe.ask('margin type=1 symbol=GBPUSD volume=1 price=1.25')['margin']).toBe(
      cents(1000 * gbpUsdEur.sell),
    )
  })

  it('stays what it was at the opening', () => {
    probe.begin()
    probe.ask(buy('volume=1'))
    probe.run('tick EURUSD 1.20000 1.20010')
    expect(probe.ask('account')).toMatchObject({ margin: 1100.1, free: 10_000 + 9990 - 1100.1 })
  })
})

describe('OrderCheck', () => {
  it('tells the account as it would be, and sends nothing', () => {
    probe.begin()
    const check = buy('volume=1').replace('send', 'check')
    expect(probe.ask(check)).toMatchObject({
      ok: true,
      retcode: 0,
      comment: 'Done',
      margin: 1100.1,
      free: 8899.9,
    })
    expect(probe.list('positions')).toEqual([])
  })

  it('refuses what the server would refuse', () => {
    probe.begin()
    expect(probe.ask(buy('volume=90').replace('send', 'check'))).toMatchObject({ ok: false, retcode: 10_019 })
    expect(probe.ask(buy('filling=2').replace('send', 'check'))).toMatchObject({ ok: false, retcode: 10_030 })
    probe.run('autotrading off')
    expect(probe.ask(buy().replace('send', 'check'))).toMatchObject({ ok: false, retcode: 10_027 })
  })
})

describe('the value of a tick', () => {
  it('is less for a gain than for a loss', () => {
    probe.begin('account currency=EUR')
    const facts = probe.ask('symbol symbol=EURUSD')
    expect(facts['gain']).toBeCloseTo(1 / 1.1001, 8)
    expect(facts['loss']).toBeCloseTo(1 / 1.1, 8)
    expect(facts).toMatchObject({ digits: 5, spread: 10, filling: 3, base: 'EUR', point: 0.00001 })
  })
})

describe('a deposit', () => {
  it('is a deal and moves the balance', () => {
    probe.begin()
    probe.run('account deposit=250.5')
    expect(probe.ask('account')).toMatchObject({ balance: 10_250.5 })
    expect(probe.list('deals')).toMatchObject([{ type: 2, profit: 250.5, symbol: '' }])
  })
})
