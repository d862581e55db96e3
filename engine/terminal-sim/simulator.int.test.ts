import { describe, expect, test, vi } from 'vitest'
import type { EpochMs } from '../contracts/primitives.ts'
import { createGenerator } from '../broker-sim/index.ts'
import { buyNow, openApp, PATIENCE, simulate, START, startFor } from '../testkit/simulated-terminal.ts'
import { closeOf, idOf, syncOf } from '../testkit/sim-broker.ts'
import { formatPairingKey, newPairingKey } from '../wire/index.ts'

/** What a figure comes to when it no longer moves. */
async function settled(figure: () => number): Promise<number> {
  for (;;) {
    const before = figure()
    await new Promise(resolve => setTimeout(resolve, 700))
    if (before > 0 && figure() === before) return before
  }
}

describe('a simulated terminal', () => {
  test('links, specifies its symbols, tells its account and its positions, and lets the market run', async () => {
    const app = await openApp()
    const { told } = await simulate(startFor(app))
    await app.first('beat')
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(20), PATIENCE)
    expect(app.heard.slice(0, 3).map(({ header }) => [header.t, header.n])).toEqual([
      ['specs', 1],
      ['account', 2],
      ['positions', 3],
    ])
    expect(app.hello).toMatchObject({ kind: 'simulated', margin: 'hedging' })
    const specs = (await app.first('specs')).body.symbols
    expect(specs.map(({ index, pair }) => [index, pair])).toEqual([
      [0, 'EURUSD'],
      [1, 'USDJPY'],
      [2, 'GBPJPY'],
    ])
    expect((await app.first('account')).body).toMatchObject({ balance: 1_000_000, currency: 'USD' })
    expect(told.map(({ kind }) => kind)).toEqual(['linked'])
    expect(app.lines).toEqual(['up'])
  })

  test('fires, fills with a ticket and a stop, and closes', async () => {
    const app = await openApp()
    await simulate(startFor(app))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(20), PATIENCE)
    app.send('fire', buyNow(app, 1))
    const verdict = await app.first('verdict', ({ id }) => id === idOf(1))
    expect(verdict.body).toMatchObject({ is: 'accepted', retcode: 10009 })
    const deal = await app.first('deal')
    expect(deal.body).toMatchObject({ id: idOf(1), entry: 'in', deal: verdict.body.deal })
    expect(deal.header.pd).toBeUndefined()
    const positions = await app.first('positions', body => body.positions.length === 1)
    const [position] = positions.body.positions
    expect(position?.stop).not.toBeNull()
    if (!position) throw new Error('no position')
    app.send('close', closeOf(2, position.position, { deviation: 200 }))
    expect((await app.first('deal', body => body.entry === 'out')).body.reason).toBe('command')
    await app.first('account', body => body.balance !== 1_000_000)
  })

  test('answers a history request with the closed minutes before now, oldest first', async () => {
    const app = await openApp()
    await simulate(startFor(app))
    await app.first('beat')
    app.send('history', { id: idOf(7), index: 2, tf: 1, fromMs: 0 as EpochMs, max: 5_000 })
    const bars = await vi.waitFor(() => {
      const found = app.barsOf(idOf(7))
      if (!found) throw new Error('no bars yet')
      return found
    }, PATIENCE)
    expect(bars).toHaveLength(5_000)
    const market = createGenerator({ seed: 5, startMs: START, pairs: ['GBPJPY'] })
    const [last] = market.history(0, { fromMs: 0, toMs: (bars.at(-1)?.timeMs ?? 0) + 60_000, max: 1 })
    expect(Math.round((bars.at(-1)?.close ?? 0) * 1_000)).toBe(last?.close)
    expect(bars.map(({ timeMs }) => timeMs)).toEqual(
      bars.map(({ timeMs }) => timeMs).toSorted((a, b) => a - b),
    )
  })

  test('with another key is refused with a sentence, and keeps to itself', async () => {
    const app = await openApp()
    const { told } = await simulate(startFor(app, { pairingKey: formatPairingKey(newPairingKey()) }))
    await vi.waitFor(() => expect(told).toHaveLength(1), PATIENCE)
    expect(told[0]).toMatchObject({
      kind: 'unlinked',
      reason: expect.stringContaining('pairing key') as string,
    })
    expect(app.heard).toEqual([])
  })

  test('as fast as it goes delivers every tick once, in order', async () => {
    const app = await openApp()
    await simulate(startFor(app, { speed: 0 }))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(200_000), { timeout: 30_000 })
    const heard = app.ticks.slice(0, 200_000).map(({ index, timeMs, bid }) => [index, timeMs, bid])
    const market = createGenerator({ seed: 5, startMs: START, pairs: ['EURUSD', 'USDJPY', 'GBPJPY'] })
    const expected: number[][] = []
    while (expected.length < heard.length) {
      const columns = market.next()
      for (let k = 0; columns && k < columns.length; k++) {
        const pair = columns.pair[k] as number
        const unit = pair === 0 ? 1e5 : 1e3
        expected.push([pair, columns.timeMs[k] as number, (columns.bid[k] as number) / unit])
      }
    }
    expect(heard).toEqual(expected.slice(0, heard.length))
    expect(app.lines).toEqual(['up'])
  })

  test('waits for an app that confirms nothing, and forgets no tick', async () => {
    const app = await openApp({ confirms: false })
    await simulate(startFor(app, { speed: 0 }))
    await app.first('beat', ({ queued }) => queued > 0)
    const stalled = await settled(() => app.ticks.length)
    expect(stalled).toBeGreaterThan(100_000)
    expect(stalled).toBeLessThan(200_000)
    app.confirms = true
    app.confirm()
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(stalled + 50_000), { timeout: 20_000 })
  })
})

describe('while the app is away', () => {
  test('stops work, and every fact is told again, marked as a possible repeat', async () => {
    const app = await openApp({ confirms: false })
    const { simulator } = await simulate(startFor(app))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(20), PATIENCE)
    app.send('fire', buyNow(app, 1, 20))
    await app.first('deal')
    await app.close()
    simulator.control({ kind: 'speed', speed: 2_000 })
    await new Promise(resolve => setTimeout(resolve, 1_000))
    simulator.control({ kind: 'speed', speed: 1 })

    const again = await openApp({ port: app.port })
    const closed = await again.first('deal', ({ entry }) => entry === 'out')
    expect(['stop', 'target']).toContain(closed.body.reason)
    expect(again.all('verdict')).toMatchObject([{ body: { id: idOf(1), is: 'accepted' }, header: { pd: 1 } }])
    expect(again.all('deal').map(({ body, header }) => [body.entry, header.pd])).toEqual([
      ['in', 1],
      ['out', undefined],
    ])
    expect((await again.first('positions')).body.positions).toEqual([])
    again.send('sync', syncOf(9, [idOf(1), idOf(3)], 0))
    await again.first('synced')
    expect((await again.first('verdict', ({ id }) => id === idOf(3))).body.is).toBe('buried')
  })

  test('what the app has confirmed is not told again', async () => {
    const app = await openApp()
    await simulate(startFor(app))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(20), PATIENCE)
    app.send('fire', buyNow(app, 1))
    await app.first('deal')
    app.forget()
    await app.first('beat', ({ unacked }) => unacked === 0)
    await app.close()
    const again = await openApp({ port: app.port })
    await again.first('beat')
    await again.first('beat', (_, { n }) => n > 6)
    expect(again.all('deal')).toEqual([])
    expect((await again.first('positions')).body.positions).toHaveLength(1)
  })
})
