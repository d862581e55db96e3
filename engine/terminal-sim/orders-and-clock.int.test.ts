import { describe, expect, test, vi } from 'vitest'
import { buyNow, openApp, PATIENCE, simulate, START, startFor } from '../testkit/simulated-terminal.ts'
import { idOf } from '../testkit/sim-broker.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { BodyOf } from '../contracts/wire/index.ts'
import type { AppSide } from '../testkit/app-side.ts'

/** A buy that waits fifty pips below the price of now. */
function placeNow(app: AppSide, n: number, untilMs: number): BodyOf<'place'> {
  const { deviation: _, ...order } = buyNow(app, n)
  const below = (points: number) => (Number(order.price) - points * 1e-5).toFixed(5)
  return { ...order, price: below(500), stop: below(1_000), untilMs: EpochMs.parse(untilMs) }
}

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

  test('that take their time do not hide what the market does meanwhile', async () => {
    const app = await openApp({ beatMs: 1_000 })
    const { simulator } = await simulate(startFor(app, { broker: { latencyMs: 2_000 } }))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(20), PATIENCE)
    app.send('fire', buyNow(app, 1, 100))
    await app.first('positions', ({ positions }) => positions.length === 1)
    app.send('fire', { ...buyNow(app, 2), lots: '0.00' })
    await vi.waitFor(() => expect(app.all('busy')).toHaveLength(2), PATIENCE)
    // Hours of market pass before the second order is answered: the first has long met its stop or its target by then.
    simulator.control({ kind: 'speed', speed: 20_000 })
    await app.first('verdict', ({ id }) => id === idOf(2))
    const told = app.heard.map(({ header }) => header.t)
    const silence = told.slice(told.lastIndexOf('busy') + 1, told.lastIndexOf('verdict'))
    expect(silence).toEqual(['deal', 'positions', 'orders', 'account'])
    expect(app.all('positions').at(-1)?.body.positions).toEqual([])
  })

  test('still on their way when the app comes back leave it a whole picture', async () => {
    const app = await openApp()
    await simulate(startFor(app, { broker: { latencyMs: 2_000 } }))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(20), PATIENCE)
    app.send('fire', buyNow(app, 1))
    await app.first('busy')
    await app.close()
    const again = await openApp({ port: app.port })
    await again.first('deal')
    expect(again.heard.slice(0, 3).map(({ header }) => header.t)).toEqual(['specs', 'account', 'positions'])
    expect(again.all('positions').at(-1)?.body.positions).toHaveLength(1)
  })

  test('of more lots than the app has limited them to are denied, and the beat says so before', async () => {
    const app = await openApp()
    await simulate(startFor(app))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(20), PATIENCE)
    expect((await app.first('beat')).body.maxLots).toBeUndefined()
    app.send('limits', { id: idOf(1), maxLots: '0.05' })
    await app.first('beat', ({ maxLots }) => maxLots === '0.05')
    app.send('fire', { ...buyNow(app, 2), lots: '0.06' })
    expect((await app.first('verdict', ({ id }) => id === idOf(2))).body.is).toBe('denied')
  })

  test('that wait are listed after the positions, in the next session too, and are taken back', async () => {
    const app = await openApp()
    await simulate(startFor(app))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(20), PATIENCE)
    expect(app.hello?.takes).toEqual(['placeUntil'])
    expect(app.heard.slice(0, 4).map(({ header }) => header.t)).toEqual([
      'specs',
      'account',
      'positions',
      'orders',
    ])
    const order = placeNow(app, 1, START + 86_400_000)
    const { price, untilMs } = order
    app.send('place', order)
    await app.first('verdict', ({ id, is }) => id === idOf(1) && is === 'placed')
    await app.first('orders', ({ orders }) => orders.length === 1)
    await app.close()

    const again = await openApp({ port: app.port })
    expect((await again.first('orders')).body.orders).toMatchObject([{ id: idOf(1), price, untilMs }])
    again.send('cancel', { id: idOf(2), order: idOf(1) })
    expect((await again.first('verdict', ({ id }) => id === idOf(2))).body.is).toBe('accepted')
    await again.first('verdict', ({ id, is }) => id === idOf(1) && is === 'cancelled')
    await again.first('orders', ({ orders }) => orders.length === 0)
  })

  test('see the market closed at the week-end, and what waits ends by its time alone', async () => {
    const friday = Date.UTC(2024, 4, 10, 20, 59, 30)
    const app = await openApp()
    await simulate(
      startFor(app, {
        source: { kind: 'generator', seed: 5, startMs: friday, pairs: ['EURUSD'] },
        speed: 120,
      }),
    )
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(2), PATIENCE)
    app.send('place', placeNow(app, 2, friday + 120_000))
    await app.first('verdict', ({ is }) => is === 'placed')
    await app.first('beat', ({ marketMs }) => marketMs > Date.UTC(2024, 4, 10, 21, 0, 10))
    app.send('fire', buyNow(app, 1))
    const refused = await app.first('verdict', ({ id }) => id === idOf(1))
    expect(refused.body).toMatchObject({ is: 'rejected', retcode: 10018 })
    // No tick comes before Sunday: the time alone ends what waits.
    await app.first('verdict', ({ id, is }) => id === idOf(2) && is === 'expired')
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
