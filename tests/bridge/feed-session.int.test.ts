import { describe, expect, it, vi } from 'vitest'
import { EaOnHost, openApp, PAIRS, PATIENCE } from './ea-on-host.ts'

describe('a session of the EA', () => {
  it('begins with specs, account, positions and orders, and goes on with a beat', async () => {
    const app = await openApp()
    await EaOnHost.start(app)
    await app.first('beat')
    const types = app.heard.map(({ header }) => header.t).filter(type => type !== 'note')
    expect(types.slice(0, 5)).toEqual(['specs', 'account', 'positions', 'orders', 'beat'])
    expect(app.hello).toMatchObject({
      broker: 'Example',
      server: 'Example-Demo',
      margin: 'hedging',
      kind: 'demo',
      program: 'BITTENBridge 1.00',
      takes: ['placeUntil'],
    })
    expect(app.all('account')[0]?.body).toMatchObject({ currency: 'USD', balance: 1_000_000, leverage: 100 })
  })

  it('specifies each pair at its own index, once its first quote gives a tick a value', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app)
    const early = await app.first('specs')
    expect(early.body.symbols.map(({ pair }) => pair)).toEqual(['EURUSD', 'GBPUSD', 'AUDUSD', 'NZDUSD'])
    await ea.quote()
    const { body } = await app.first('specs', ({ symbols }) => symbols.length === 15)
    expect(body.symbols.map(({ pair }) => pair)).toEqual(PAIRS)
    expect(body.symbols.map(({ index }) => index)).toEqual(PAIRS.map((_, index) => index))
    expect(body.symbols[2]).toMatchObject({
      name: 'USDJPY',
      digits: 3,
      tickSize: 0.001,
      contract: 100_000,
      lotMin: 0.01,
      commissionPerLot: null,
    })
  })

  it('tells a specification that changes', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app)
    await ea.quote()
    await app.first('specs', ({ symbols }) => symbols.length === 15)
    await ea.run('symbol GBPUSD stops=35')
    const { body } = await app.first('specs', ({ symbols }) => symbols[1]?.stopLevel === 35)
    expect(body.symbols).toHaveLength(15)
  })

  it('maps symbols with a suffix by their currencies, and of several takes the one that can be traded', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, {
      symbols: ['EURUSD', 'EURUSD.m', 'USDJPYx', 'XAUUSD'],
      before: [
        'symbol EURUSD mode=disabled',
        'symbol USDJPYx base=USD profit=JPY',
        'symbol XAUUSD base=XAU profit=USD',
      ],
    })
    await ea.quote(['EURUSD.m', 'USDJPYx'])
    const { body } = await app.first('specs', ({ symbols }) => symbols.length === 2)
    expect(body.symbols.map(({ name, pair, index }) => [name, pair, index])).toEqual([
      ['EURUSD.m', 'EURUSD', 0],
      ['USDJPYx', 'USDJPY', 2],
    ])
  })

  it('tells positions at once when somebody opens, moves and closes one', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app)
    await ea.quote()
    await app.first('positions')
    await ea.run('position open EURUSD buy 0.10 sl=1.09 magic=5 comment=hand')
    const opened = await app.first('positions', ({ positions }) => positions.length === 1)
    const [position] = opened.body.positions
    expect(position).toMatchObject({
      symbol: 'EURUSD',
      side: 'buy',
      lots: '0.10',
      open: '1.10236',
      stop: '1.09000',
      target: null,
      magic: 5,
      id: null,
    })
    expect(Math.abs((position?.openMs ?? 0) - Date.now())).toBeLessThan(10_000)
    await ea.run(`position modify ${position?.position} sl=1.095`)
    await app.first('positions', ({ positions }) => positions[0]?.stop === '1.09500')
    await ea.run(`position close ${position?.position}`)
    await vi.waitFor(() => expect(app.all('positions').at(-1)?.body.positions).toEqual([]), PATIENCE)
    await app.first('account', ({ balance }) => balance < 1_000_000)
  })

  it('beats, and at once when Algo Trading is switched off or the broker is gone', async () => {
    const app = await openApp({ beatMs: 1_000 })
    const ea = await EaOnHost.start(app)
    await app.first('beat', ({ autoTrading, brokerConnected }) => autoTrading && brokerConnected)
    const before = app.all('beat').length
    await ea.run('autotrading off')
    await vi.waitFor(() => expect(app.all('beat').at(-1)?.body.autoTrading).toBe(false), { timeout: 500 })
    expect(app.all('beat').length).toBeLessThanOrEqual(before + 2)
    await ea.run('connected off')
    await vi.waitFor(
      () => expect(app.all('beat').at(-1)?.body).toMatchObject({ brokerConnected: false, pingMs: null }),
      {
        timeout: 500,
      },
    )
  })

  it('answers sync with account, positions and synced', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app)
    await ea.quote()
    await ea.quoteUntil(() => expect(app.ticks.length).toBeGreaterThan(0))
    app.forget()
    const id = '01HZY0000000000000000000AA'
    app.send('sync', { id, commands: [], dealsSinceMs: Date.now() } as never)
    await app.first('synced', body => body.id === id)
    const types = app.heard.map(({ header }) => header.t)
    expect(types.indexOf('account')).toBeGreaterThanOrEqual(0)
    expect(types.lastIndexOf('synced')).toBeGreaterThan(types.indexOf('positions'))
  })

  it('tells notes from before the session when somebody hears them', async () => {
    const app = await openApp()
    await EaOnHost.start(app)
    const { body } = await app.first('note', ({ text }) => text.includes('15 of 15 pairs'))
    expect(body.level).toBe('info')
  })
})
