import { describe, expect, it, vi } from 'vitest'
import { fireOf, idOf } from '../../engine/testkit/sim-broker.ts'
import type { AppSide } from '../../engine/testkit/app-side.ts'
import { EaOnHost, openApp, PATIENCE } from './ea-on-host.ts'

const commissionOf = (app: AppSide): number | null | undefined =>
  app
    .all('specs')
    .at(-1)
    ?.body.symbols.find(({ pair }) => pair === 'EURUSD')?.commissionPerLot

describe('an input of the EA', () => {
  it('names the chart', async () => {
    const app = await openApp()
    await EaOnHost.start(app, { inputs: { InpName: 'desk_one-1' } })
    await app.first('beat')
    expect(app.hello?.uuid).toBe('desk_one-1')
  })

  it('that cannot be a name stops the EA, and the panel says so', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, { inputs: { InpName: '..\\x' } })
    expect((await ea.panel()).join(' ')).toContain('4 to 64 letters, digits')
    await ea.quote()
    expect(app.lines).toEqual([])
  })

  it('limits the pairs, by their names or by the broker’s', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, {
      symbols: ['EURUSD', 'GBPUSD', 'USDJPY', 'USDJPY.raw'],
      inputs: { InpSymbols: 'EURUSD, USDJPY.raw' },
    })
    await ea.quote(['EURUSD', 'GBPUSD', 'USDJPY', 'USDJPY.raw'])
    await vi.waitFor(
      () =>
        expect(
          app
            .all('specs')
            .at(-1)
            ?.body.symbols.map(({ name }) => name),
        ).toEqual(['EURUSD', 'USDJPY.raw']),
      PATIENCE,
    )
  })

  it('says what a commission is, and past deals say it otherwise', async () => {
    const told = await openApp()
    const first = await EaOnHost.start(told, { inputs: { InpCommission: '6.5' } })
    await first.quote()
    await vi.waitFor(() => expect(commissionOf(told)).toBe(6.5), PATIENCE)

    const learnt = await openApp()
    const second = await EaOnHost.start(learnt, { before: ['symbol EURUSD commission=3.5'] })
    await second.quote()
    await vi.waitFor(() => expect(commissionOf(learnt)).toBeNull(), PATIENCE)
    await second.run('position open EURUSD buy 0.50')
    const { body } = await learnt.first('positions', ({ positions }) => positions.length === 1)
    expect(commissionOf(learnt)).toBeNull()
    await second.run(`position close ${body.positions[0]?.position}`)
    await vi.waitFor(() => expect(commissionOf(learnt)).toBe(7), PATIENCE)
  })

  it('limits the lots of an order, and each beat says it, at once when the app limits them further', async () => {
    const app = await openApp({ beatMs: 60_000 })
    await EaOnHost.start(app, { inputs: { InpMaxLots: '0.5' } })
    await app.first('beat', ({ maxLots }) => maxLots === '0.5')
    app.send('limits', { id: idOf(1), maxLots: '0.25' })
    await app.first('beat', ({ maxLots }) => maxLots === '0.25')
    app.send('limits', { id: idOf(2), maxLots: '7.00' })
    await vi.waitFor(() => expect(app.all('beat').at(-1)?.body.maxLots).toBe('0.5'), PATIENCE)
  })

  it('of more lots than can be said is said as the most that can be', async () => {
    const app = await openApp()
    await EaOnHost.start(app, { inputs: { InpMaxLots: '1e12' } })
    const { body } = await app.first('beat')
    expect(body.maxLots).toBe('9999999')
  })

  it('manages a position that came without a plan', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, { inputs: { InpBreakEvenR: '1', InpLockPoints: '5' } })
    await ea.quote()
    await ea.quoteUntil(() => expect(app.ticks.length).toBeGreaterThan(0))
    app.send(
      'fire',
      fireOf(1, { price: '1.10236', stop: '1.10036', target: '1.11000', deviation: 50, maxSpread: 50 }),
    )
    const { body } = await app.first('verdict')
    expect(body.is).toBe('accepted')
    const open = Number(body.price)
    await vi.waitFor(async () => {
      await ea.run(`tick EURUSD ${(open + 0.0025).toFixed(5)} ${(open + 0.00252).toFixed(5)}`)
      expect(Number(app.all('positions').at(-1)?.body.positions[0]?.stop)).toBeCloseTo(open + 0.00005, 7)
    }, PATIENCE)
  })
})
