import type { z } from 'zod'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { EpochMs } from '../contracts/primitives.ts'
import type { Pair } from '../contracts/pairs.ts'
import { SimulatorStart, type FromSimulator } from '../contracts/simulator.ts'
import type { BodyOf } from '../contracts/wire/index.ts'
import { createGenerator } from '../broker-sim/index.ts'
import { AppSide } from '../testkit/app-side.ts'
import { closeOf, fireOf, idOf, syncOf } from '../testkit/sim-broker.ts'
import { formatPairingKey, newPairingKey } from '../wire/index.ts'
import { runSimulator, type RunningSimulator } from './index.ts'

const KEY = newPairingKey()
const PATIENCE = { timeout: 10_000 }
/** Wednesday 8 May 2024, 12:00 UTC. */
const START = Date.UTC(2024, 4, 8, 12)

const toClose: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close()
})

async function openApp(over: Partial<Parameters<typeof AppSide.open>[0]> = {}): Promise<AppSide> {
  const app = await AppSide.open({ pairingKey: KEY, ...over })
  toClose.push(() => app.close())
  return app
}

type Wish = Partial<z.input<typeof SimulatorStart>> & { pairs?: Pair[] }

function startFor(app: Pick<AppSide, 'endpoint'>, wish: Wish = {}): SimulatorStart {
  const { pairs = ['EURUSD', 'USDJPY', 'GBPJPY'], ...rest } = wish
  return SimulatorStart.parse({
    endpoint: app.endpoint,
    pairingKey: formatPairingKey(KEY),
    uuid: 'training-ground',
    source: { kind: 'generator', seed: 5, startMs: START, pairs },
    speed: 20,
    ...rest,
  })
}

async function simulate(
  start: SimulatorStart,
): Promise<{ simulator: RunningSimulator; told: FromSimulator[] }> {
  const told: FromSimulator[] = []
  const simulator = await runSimulator(start, { tell: message => told.push(message) })
  if (simulator.is === 'refused') throw new Error(simulator.text)
  toClose.push(() => simulator.stop())
  return { simulator, told }
}

/** What a figure comes to when it no longer moves. */
async function settled(figure: () => number): Promise<number> {
  for (;;) {
    const before = figure()
    await new Promise(resolve => setTimeout(resolve, 700))
    if (before > 0 && figure() === before) return before
  }
}

/** A buy of EURUSD near the last price that the app has heard, with a stop and a target of so many points. */
function buyNow(app: AppSide, n: number, distance = 500): BodyOf<'fire'> {
  const last = app.ticks.findLast(({ index }) => index === 0)
  if (!last) throw new Error('there is no price yet')
  const at = (price: number) => price.toFixed(5)
  return fireOf(n, {
    price: at(last.ask),
    stop: at(last.bid - distance * 1e-5),
    target: at(last.ask + distance * 1e-5),
    deviation: 200,
    maxSpread: 500,
  })
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

describe('orders', () => {
  test('past their validity expire, and repeated ones are answered as before', async () => {
    const app = await openApp()
    await simulate(startFor(app, { broker: { latencyMs: 250 } }))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(20), PATIENCE)
    app.send('fire', buyNow(app, 1))
    app.send('fire', { ...buyNow(app, 2), ttlMs: 100 })
    app.send('fire', buyNow(app, 1))
    await app.first('verdict', ({ id }) => id === idOf(2))
    await app.first('verdict', (_, { pd }) => pd === 1)
    expect(app.all('verdict').map(({ body: { id, is } }) => [id, is])).toEqual([
      [idOf(1), 'accepted'],
      [idOf(2), 'expired'],
      [idOf(1), 'accepted'],
    ])
    expect(app.all('busy')[0]?.body.ms).toBe(250)
    expect(app.all('deal')).toHaveLength(1)
  })

  test('see the market closed at the week-end', async () => {
    const friday = Date.UTC(2024, 4, 10, 20, 59, 30)
    const app = await openApp()
    await simulate(
      startFor(app, {
        source: { kind: 'generator', seed: 5, startMs: friday, pairs: ['EURUSD'] },
        speed: 120,
      }),
    )
    await app.first('beat', ({ marketMs }) => marketMs > Date.UTC(2024, 4, 10, 21, 0, 10))
    app.send('fire', buyNow(app, 1))
    expect((await app.first('verdict')).body).toMatchObject({ is: 'rejected', retcode: 10018 })
  })
})

describe('the clock', () => {
  test('pauses, steps so many ticks, and plays on', async () => {
    const app = await openApp()
    const { simulator } = await simulate(startFor(app, { paused: true }))
    await app.first('beat', ({ simulation }) => simulation?.paused === true)
    expect(app.ticks).toEqual([])
    simulator.control({ kind: 'step', ticks: 5 })
    await vi.waitFor(() => expect(app.ticks).toHaveLength(5), PATIENCE)
    await app.first('beat', ({ marketMs }) => marketMs === app.ticks[4]?.timeMs)
    expect(app.ticks).toHaveLength(5)
    simulator.control({ kind: 'speed', speed: 600 })
    simulator.control({ kind: 'play' })
    await app.first('beat', ({ simulation }) => simulation?.speed === 600 && !simulation.paused)
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(50), PATIENCE)
  })

  test('runs ahead to a moment without leaving a tick out, then keeps its own pace', async () => {
    const app = await openApp()
    const { simulator } = await simulate(startFor(app, { speed: 1 }))
    await app.first('beat')
    const hourLater = START + 3_600_000
    simulator.control({ kind: 'seek', toMs: hourLater })
    await app.first('beat', ({ marketMs }) => marketMs >= hourLater)
    expect((await app.first('beat', ({ marketMs }) => marketMs >= hourLater)).body.marketMs).toBeLessThan(
      hourLater + 5_000,
    )
    expect(app.ticks.length).toBeGreaterThan(5_000)
    simulator.control({ kind: 'seek', toMs: START })
    expect((await app.first('note')).body.text).toContain('only goes forward')
  })
})
