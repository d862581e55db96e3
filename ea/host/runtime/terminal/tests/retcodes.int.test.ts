import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { buy, pending, remove, sell, stops, TYPE } from './probe/requests.ts'
import { probeBinary, ProbeTerminal } from './probe/terminal-probe.ts'

const probe = new ProbeTerminal(await probeBinary())
const retcode = (request: string): unknown => probe.ask(request)['retcode']

beforeEach(() => probe.begin())
afterAll(() => probe.close())

describe('a request that the terminal itself refuses', () => {
  it('is not sent while AutoTrading is off: 10027', () => {
    probe.run('autotrading off')
    expect(probe.ask(buy())).toMatchObject({ ok: false, retcode: 10_027, error: 4756, order: 0 })
    expect(probe.list('history')).toEqual([])
  })

  it('is not sent while the program may not trade: 10027', () => {
    probe.run('programtrading off')
    expect(retcode(buy())).toBe(10_027)
  })

  it('is not sent without a line to the server: 10031', () => {
    probe.run('connected off')
    expect(retcode(buy())).toBe(10_031)
  })
})

describe('volume', () => {
  it.each(['0', '0.005', '0.015', '100.01', '-0.1'])('%s lots is no volume of the symbol: 10014', lots => {
    expect(retcode(buy(`volume=${lots}`))).toBe(10_014)
  })

  it('is counted in the steps of the symbol', () => {
    probe.run('symbol GBPUSD lotmin=1 lotstep=1')
    expect(retcode(buy('symbol=GBPUSD volume=0.1'))).toBe(10_014)
    expect(retcode(buy('symbol=GBPUSD volume=1'))).toBe(10_009)
  })

  it('of all positions and orders on one side has a limit: 10034', () => {
    probe.run('symbol EURUSD lotlimit=0.15')
    expect(retcode(buy())).toBe(10_009)
    expect(retcode(buy())).toBe(10_034)
    expect(retcode(sell())).toBe(10_009)
  })
})

describe('filling', () => {
  const cases = [
    ['market', 'fok,ioc', [10_009, 10_009, 10_030]],
    ['market', 'fok', [10_009, 10_030, 10_030]],
    ['market', 'none', [10_030, 10_030, 10_030]],
    ['exchange', 'ioc', [10_030, 10_009, 10_009]],
    ['instant', 'none', [10_009, 10_009, 10_009]],
    ['request', 'none', [10_009, 10_009, 10_009]],
  ] as const
  it.each(cases)(
    'by %s execution and the bits %s answers %j to FOK, IOC, RETURN',
    (execution, bits, expected) => {
      probe.run(`symbol EURUSD execution=${execution} filling=${bits}`)
      expect([0, 1, 2].map(filling => retcode(buy(`filling=${filling} price=1.1001`)))).toEqual(expected)
    },
  )

  it('of a pending order is RETURN', () => {
    expect(retcode(pending(TYPE.buyLimit, 1.09, 'filling=0'))).toBe(10_030)
    expect(retcode(pending(TYPE.buyLimit, 1.09))).toBe(10_009)
  })
})

describe('stops', () => {
  it('lie on their side of the price that closes: 10016', () => {
    expect(retcode(buy('sl=1.10000'))).toBe(10_016)
    expect(retcode(buy('sl=1.09999'))).toBe(10_009)
    expect(retcode(buy('tp=1.10000'))).toBe(10_016)
    expect(retcode(sell('sl=1.10010'))).toBe(10_016)
    expect(retcode(sell('sl=1.10011 tp=1.10009'))).toBe(10_009)
  })

  it('keep the stop level', () => {
    probe.run('symbol EURUSD stops=50')
    expect(retcode(buy('sl=1.09951'))).toBe(10_016)
    expect(retcode(buy('sl=1.09950'))).toBe(10_009)
  })

  it('have no more digits than the symbol', () => {
    expect(retcode(buy('sl=1.099955'))).toBe(10_016)
  })

  it('that come with a market order may be refused or dropped by the broker', () => {
    probe.run('symbol EURUSD entrystops=refuse')
    expect(retcode(buy('sl=1.09'))).toBe(10_016)
    probe.run('symbol EURUSD entrystops=drop')
    expect(retcode(buy('sl=1.09'))).toBe(10_009)
    expect(probe.list('positions')).toMatchObject([{ stop: 0 }])
  })

  it('that are already there change nothing: 10025', () => {
    probe.ask(buy('sl=1.09'))
    expect(retcode(stops(1001, 'sl=1.09'))).toBe(10_025)
    expect(retcode(stops(1001, 'sl=1.091'))).toBe(10_009)
  })
})

describe('the freeze level', () => {
  it('holds a position whose stop is nearer than it: 10029', () => {
    probe.ask(buy('sl=1.09980'))
    probe.run('symbol EURUSD freeze=21')
    expect(retcode(stops(1001, 'sl=1.09970'))).toBe(10_029)
    expect(retcode(sell('position=1001'))).toBe(10_029)
    probe.run('symbol EURUSD freeze=20')
    expect(retcode(stops(1001, 'sl=1.09970'))).toBe(10_009)
  })

  it('holds a pending order near the market', () => {
    const order = Number(probe.ask(pending(TYPE.buyLimit, 1.0999))['order'])
    probe.run('symbol EURUSD freeze=30')
    expect(retcode(remove(order))).toBe(10_029)
  })
})

describe('prices', () => {
  it('are off before the first quote: 10021', () => {
    probe.run('symbol AUDUSD')
    expect(retcode(buy('symbol=AUDUSD'))).toBe(10_021)
  })

  it('must be named for instant execution: 10015', () => {
    probe.run('symbol EURUSD execution=instant')
    expect(retcode(buy())).toBe(10_015)
    expect(retcode(buy('price=1.100105'))).toBe(10_015)
  })

  it('further away than the deviation are requoted: 10004', () => {
    probe.run('symbol EURUSD execution=instant')
    expect(probe.ask(buy('price=1.1000 deviation=9'))).toMatchObject({
      ok: false,
      retcode: 10_004,
      ask: 1.1001,
    })
    expect(probe.ask(buy('price=1.1000 deviation=10'))).toMatchObject({ retcode: 10_009, price: 1.1001 })
  })

  it('of a pending order lie on their side of the market: 10015', () => {
    expect(retcode(pending(TYPE.buyLimit, 1.1001))).toBe(10_015)
    expect(retcode(pending(TYPE.buyStop, 1.1001))).toBe(10_015)
    expect(retcode(pending(TYPE.sellLimit, 1.1))).toBe(10_015)
    expect(retcode(pending(TYPE.sellStop, 1.1))).toBe(10_015)
  })
})

describe('permission', () => {
  it('is taken by the market being closed: 10018', () => {
    probe.run('market closed')
    expect(retcode(buy())).toBe(10_018)
    probe.run('market open EURUSD')
    expect(retcode(buy())).toBe(10_009)
  })

  it('follows the sessions of the symbol', () => {
    probe.run('session EURUSD clear', 'session EURUSD 1 02:00-03:00')
    expect(retcode(buy())).toBe(10_009)
    probe.run('advance 3600000')
    expect(retcode(buy())).toBe(10_018)
  })

  it('is taken by the symbol or the account: 10017', () => {
    probe.run('symbol EURUSD mode=disabled')
    expect(retcode(buy())).toBe(10_017)
    probe.run('account trade=off')
    expect(retcode(buy('symbol=GBPUSD'))).toBe(10_017)
  })

  it('is taken from programs by the server: 10026', () => {
    probe.run('account expert=off')
    expect(retcode(buy())).toBe(10_026)
  })

  it('may be for one side or for closing only: 10042, 10043, 10044', () => {
    probe.run('symbol EURUSD mode=long-only')
    expect([retcode(sell()), retcode(buy())]).toEqual([10_042, 10_009])
    probe.run('symbol EURUSD mode=short-only')
    expect(retcode(buy())).toBe(10_043)
    probe.run('symbol EURUSD mode=close-only')
    expect(retcode(buy())).toBe(10_044)
    expect(retcode(sell('position=1001'))).toBe(10_009)
  })

  it('is a matter of money: 10019', () => {
    // 10,000 USD carry 9.09 lots of 1,100.10 USD margin each.
    expect(retcode(buy('volume=9.1'))).toBe(10_019)
    expect(retcode(buy('volume=9.09'))).toBe(10_009)
  })

  it('has a limit of requests a second: 10024', () => {
    probe.run('account rate=2')
    expect([retcode(buy()), retcode(buy()), retcode(buy())]).toEqual([10_009, 10_009, 10_024])
    probe.run('advance 1000')
    expect(retcode(buy())).toBe(10_009)
  })

  it('has limits of orders and positions: 10033, 10040', () => {
    probe.run('account pendings=1')
    expect(retcode(pending(TYPE.buyLimit, 1.09))).toBe(10_009)
    expect(retcode(pending(TYPE.buyLimit, 1.09))).toBe(10_033)
    probe.run('account positions=1')
    expect(retcode(buy())).toBe(10_040)
  })
})

describe('closing', () => {
  it('names a position that is there: 10036', () => {
    expect(retcode(sell('position=999'))).toBe(10_036)
    expect(retcode(stops(999, 'sl=1.09'))).toBe(10_036)
  })

  it('is the other way round and no more than there is: 10013, 10038', () => {
    probe.ask(buy())
    expect(retcode(buy('position=1001'))).toBe(10_013)
    expect(retcode(sell('position=1001 volume=0.2'))).toBe(10_038)
  })

  it('goes first in, first out where the account asks for it: 10045', () => {
    probe.ask(buy())
    probe.ask(buy())
    probe.run('account fifo=on')
    expect(retcode(sell('position=1002'))).toBe(10_045)
    expect(retcode(sell('position=1001'))).toBe(10_009)
  })

  it('is all that may be done the other way round where hedging is forbidden: 10046', () => {
    probe.ask(buy())
    probe.run('account hedge=off')
    expect(retcode(sell())).toBe(10_046)
  })
})

describe('a request that makes no sense', () => {
  it('is invalid: 10013', () => {
    expect(retcode('send action=99 symbol=EURUSD')).toBe(10_013)
    expect(retcode(buy('symbol=XXXYYY'))).toBe(10_013)
    expect(retcode(remove(77))).toBe(10_013)
  })

  it('has no such order type: 10035', () => {
    expect(retcode(buy('type=2'))).toBe(10_035)
    expect(retcode('send action=5 symbol=EURUSD volume=0.1 type=0 price=1 filling=2')).toBe(10_035)
  })

  it('expires in the past or in a way that the symbol does not know: 10022', () => {
    expect(retcode(pending(TYPE.buyLimit, 1.09, 'time=2 expiration=1000'))).toBe(10_022)
    probe.run('symbol EURUSD expirations=gtc')
    expect(retcode(pending(TYPE.buyLimit, 1.09, 'time=1'))).toBe(10_022)
  })
})
