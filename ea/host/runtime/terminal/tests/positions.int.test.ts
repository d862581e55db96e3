import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { buy, pending, remove, sell, stops, TYPE } from './probe/requests.ts'
import { probeBinary, ProbeTerminal } from './probe/terminal-probe.ts'

const probe = new ProbeTerminal(await probeBinary())
const netting = (): void => probe.begin('account margin=netting')

beforeEach(() => probe.begin())
afterAll(() => probe.close())

describe('a hedging account', () => {
  it('opens a position for every order, with the order’s ticket', () => {
    probe.ask(buy('sl=1.09 tp=1.12 magic=7 comment=first'))
    probe.ask(sell())
    expect(probe.list('positions')).toMatchObject([
      {
        ticket: 1001,
        id: 1001,
        side: 'buy',
        lots: 0.1,
        open: 1.1001,
        stop: 1.09,
        target: 1.12,
        magic: 7,
        comment: 'first',
      },
      { ticket: 1002, side: 'sell', open: 1.1 },
    ])
  })

  it('closes by the ticket, in parts', () => {
    probe.ask(buy())
    probe.ask(buy())
    probe.ask(sell('position=1001 volume=0.04'))
    expect(probe.list('positions')).toMatchObject([
      { ticket: 1001, lots: 0.06 },
      { ticket: 1002, lots: 0.1 },
    ])
    probe.ask(sell('position=1001 volume=0.06'))
    expect(probe.list('positions')).toMatchObject([{ ticket: 1002 }])
    expect(probe.list('deals').map(deal => [deal['entry'], deal['position']])).toEqual([
      ['in', 1001],
      ['in', 1002],
      ['out', 1001],
      ['out', 1001],
    ])
  })

  it('closes a position by an opposite one in two deals', () => {
    probe.ask(buy())
    probe.ask(sell('volume=0.2'))
    expect(probe.ask('send action=10 position=1001 by=1002')).toMatchObject({ retcode: 10_009, order: 1003 })
    expect(probe.list('positions')).toMatchObject([{ ticket: 1002, lots: 0.1 }])
    // Bought at 1.1001 and sold at 1.1: a point of a tenth of a lot is 0.10 USD.
    expect(probe.list('deals').slice(2)).toMatchObject([
      { position: 1001, entry: 'outby', price: 1.1, profit: -1 },
      { position: 1002, entry: 'outby', price: 1.1, profit: 0 },
    ])
  })
})

describe('a netting account', () => {
  it('adds to the position at the mean price, with the stops of the last order', () => {
    netting()
    probe.ask(buy('sl=1.09'))
    probe.run('tick EURUSD 1.10030 1.10040')
    probe.ask(buy('volume=0.2 sl=1.095 tp=1.12'))
    expect(probe.list('positions')).toMatchObject([
      { ticket: 1001, lots: 0.3, open: 1.1003, stop: 1.095, target: 1.12 },
    ])
  })

  it('takes from the position, which keeps its stops', () => {
    netting()
    probe.ask(buy('sl=1.09'))
    probe.ask(sell('volume=0.04'))
    expect(probe.list('positions')).toMatchObject([{ ticket: 1001, lots: 0.06, stop: 1.09, side: 'buy' }])
    expect(probe.list('deals').at(-1)).toMatchObject({ entry: 'out', profit: -0.4 })
  })

  it('turns the position round in one deal: the identifier stays, the ticket is the order’s', () => {
    netting()
    probe.ask(buy())
    probe.ask(sell('volume=0.3'))
    expect(probe.list('positions')).toMatchObject([
      { ticket: 1002, id: 1001, side: 'sell', lots: 0.2, open: 1.1 },
    ])
    expect(probe.list('deals').at(-1)).toMatchObject({
      entry: 'inout',
      lots: 0.3,
      position: 1001,
      profit: -1,
    })
    expect(probe.ask('positions')['positions']).toMatchObject([{ ticket: 1002, id: 1001, type: 1 }])
  })
})

describe('a fill', () => {
  it('of a part is cancelled for the rest with IOC: 10010', () => {
    probe.run('symbol EURUSD depth=0.05')
    expect(probe.ask(buy('filling=1'))).toMatchObject({ ok: true, retcode: 10_010, volume: 0.05 })
    expect(probe.list('positions')).toMatchObject([{ lots: 0.05 }])
    expect(probe.list('history')).toMatchObject([{ state: 2, left: 0.05 }])
  })

  it('of a part is none at all with FOK', () => {
    probe.run('fault partial 0.05')
    expect(probe.ask(buy())).toMatchObject({ ok: false, retcode: 10_006, deal: 0 })
    expect(probe.list('positions')).toEqual([])
  })

  it('of a part stays active for the rest with RETURN, and comes with a later tick', () => {
    probe.run('symbol EURUSD execution=exchange', 'fault share 0.5')
    expect(probe.ask(buy('filling=2'))).toMatchObject({ retcode: 10_010, volume: 0.05 })
    expect(probe.list('orders')).toMatchObject([{ ticket: 1001, state: 3, left: 0.05 }])
    probe.run('tick EURUSD 1.10020 1.10030')
    expect(probe.list('orders')).toEqual([])
    expect(probe.list('positions')).toMatchObject([{ ticket: 1001, lots: 0.1, open: 1.1002 }])
  })

  it('slips against the trader, whatever the deviation, by market execution', () => {
    probe.run('fault slip 7', 'fault slip -3 nth=2')
    expect(probe.ask(buy('deviation=1 price=1.1001'))).toMatchObject({ retcode: 10_009, price: 1.10017 })
    expect(probe.ask(sell())).toMatchObject({ price: 1.10003 })
  })

  it('slips within the deviation by instant execution', () => {
    probe.run('symbol EURUSD execution=instant', 'fault slip 3 times=every')
    expect(probe.ask(buy('price=1.1001 deviation=2'))['retcode']).toBe(10_004)
    expect(probe.ask(buy('price=1.1001 deviation=3'))).toMatchObject({ retcode: 10_009, price: 1.10013 })
  })
})

describe('a pending order', () => {
  it('is placed, changed and removed', () => {
    expect(probe.ask(pending(TYPE.buyLimit, 1.09, 'sl=1.08'))).toMatchObject({
      ok: true,
      retcode: 10_009,
      order: 1001,
      deal: 0,
    })
    expect(probe.ask('send action=7 order=1001 price=1.091 sl=1.081')['retcode']).toBe(10_009)
    expect(probe.ask('orders')['orders']).toMatchObject([{ ticket: 1001, type: 2, price: 1.091 }])
    probe.ask(remove(1001))
    expect(probe.ask('orders')['orders']).toEqual([])
    expect(probe.list('history')).toMatchObject([{ ticket: 1001, state: 2 }])
  })

  it('that was changed to the same is not changed: 10025', () => {
    probe.ask(pending(TYPE.buyLimit, 1.09))
    expect(probe.ask('send action=7 order=1001 price=1.09')['retcode']).toBe(10_025)
  })
})

describe('what the program selected', () => {
  it('is a copy: a position can be read when it is gone', () => {
    probe.ask(buy())
    expect(probe.ask('position ticket=1001')).toMatchObject({ ok: true, volume: 0.1 })
    probe.run('position close 1001')
    expect(probe.ask('selected')).toMatchObject({ ticket: 1001, volume: 0.1 })
    expect(probe.ask('position ticket=1001')).toMatchObject({ ok: false, error: 4753 })
  })

  it('of the history is what was asked for, and nothing before it was', () => {
    probe.ask(buy())
    expect(probe.ask('history')).toMatchObject({ deals: [], orders: [] })
    probe.ask(sell('position=1001'))
    probe.ask(buy())
    expect(probe.ask('history position=1001')).toMatchObject({
      deals: [{ entry: 0 }, { entry: 1 }],
      orders: [{}, {}],
    })
    expect(probe.ask('history from=0 to=9999999999')).toMatchObject({ deals: [{}, {}, {}] })
    // One list alone is narrowed by a ticket.
    expect(probe.ask('history deal=5001')).toMatchObject({
      ok: true,
      deals: [{ ticket: 5001 }],
      orders: [{}, {}, {}],
    })
    expect(probe.ask('history deal=4')).toMatchObject({ ok: false, error: 4755, deals: [] })
  })

  it('of the history includes both ends of the time', () => {
    probe.ask(buy())
    const second = Math.floor(Number(probe.list('deals')[0]?.['timeMs']) / 1000)
    expect(probe.ask(`history from=${second} to=${second}`)).toMatchObject({ deals: [{}] })
    expect(probe.ask(`history from=${second + 1} to=${second + 9}`)).toMatchObject({ deals: [] })
    expect(probe.ask(`history from=${second - 9} to=${second - 1}`)).toMatchObject({ deals: [] })
  })

  it('ends with the program’s life', () => {
    probe.ask(buy())
    probe.ask('history from=0 to=9999999999')
    probe.ask('position ticket=1001')
    probe.run('crash', 'init')
    expect(probe.ask('history')).toMatchObject({ deals: [] })
    expect(probe.ask('selected')).toMatchObject({ ticket: 0 })
    expect(probe.ask('positions')['positions']).toMatchObject([{ ticket: 1001 }])
  })
})

describe('another hand on the account', () => {
  it('opens, changes and closes positions, and the program is told', () => {
    const opened = probe.run('position open EURUSD buy 0.2 sl=1.09 magic=5')
    expect(probe.transactions(opened)).toEqual([
      'ORDER_ADD',
      'DEAL_ADD',
      'ORDER_DELETE',
      'HISTORY_ADD',
      'REQUEST',
    ])
    probe.run('position modify 1001 tp=1.12')
    expect(probe.ask('positions')['positions']).toMatchObject([
      { ticket: 1001, sl: 1.09, tp: 1.12, volume: 0.2 },
    ])
    expect(probe.ask(stops(1001, 'sl=1.095 tp=1.12'))['retcode']).toBe(10_009)
    probe.run('position close 1001')
    expect(probe.list('deals').map(deal => deal['reason'])).toEqual([0, 0])
  })
})
