import { describe, expect, it, vi } from 'vitest'
import type { WireTick } from '../../engine/contracts/wire/index.ts'
import type { AppSide } from '../../engine/testkit/app-side.ts'
import { EaOnHost, openApp, PAIRS, PATIENCE, PRICES } from './ea-on-host.ts'

const SERVER_AHEAD_MS = 2 * 3_600_000

type Quote = Readonly<{ symbol: string; timeMs: number; bid: string; ask: string }>

/** Quotes of all pairs in turn; several share a millisecond, some of them with the same prices. */
function quotes(count: number, fromMs: number, perMs: number): Quote[] {
  return Array.from({ length: count }, (_, at) => {
    const symbol = PAIRS[at % PAIRS.length] as string
    const [bid, ask] = PRICES[symbol] as readonly [string, string]
    const digits = bid.length - bid.indexOf('.') - 1
    const step = (Math.floor(at / (2 * PAIRS.length)) % 50) * 10 ** -digits
    return {
      symbol,
      timeMs: fromMs + Math.floor(at / perMs),
      bid: (Number(bid) + step).toFixed(digits),
      ask: (Number(ask) + step).toFixed(digits),
    }
  })
}

const lineOf = (batch: readonly Quote[]): string =>
  `tick ${batch.map(({ symbol, bid, ask, timeMs }) => `${symbol} ${bid} ${ask} ${timeMs + SERVER_AHEAD_MS}`).join(' ')}`

const textOf = (timeMs: number, bid: number, ask: number): string => `${timeMs} ${bid} ${ask}`
const told = (ticks: readonly WireTick[], index: number, sinceMs: number): string[] =>
  ticks
    .filter(tick => tick.index === index && tick.timeMs >= sinceMs)
    .map(({ timeMs, bid, ask }) => textOf(timeMs, bid, ask))
const given = (all: readonly Quote[], symbol: string): string[] =>
  all
    .filter(quote => quote.symbol === symbol)
    .map(({ timeMs, bid, ask }) => textOf(timeMs, Number(bid), Number(ask)))

async function expectAll(app: AppSide, all: readonly Quote[], sinceMs: number): Promise<void> {
  await vi.waitFor(
    () =>
      expect(app.ticks.filter(({ timeMs }) => timeMs >= sinceMs).length).toBeGreaterThanOrEqual(all.length),
    PATIENCE,
  )
  for (const [index, symbol] of PAIRS.entries())
    expect(told(app.ticks, index, sinceMs)).toEqual(given(all, symbol))
}

async function start(app: AppSide, over: Parameters<typeof EaOnHost.start>[1] = {}): Promise<EaOnHost> {
  const ea = await EaOnHost.start(app, over)
  await ea.quote()
  await ea.quoteUntil(() => expect(app.ticks.length).toBeGreaterThan(0))
  return ea
}

describe('ticks of the EA', () => {
  it('come each once and in order, those of one millisecond too', async () => {
    const app = await openApp()
    const ea = await start(app)
    const sinceMs = Date.now() + 50
    const all = quotes(6_000, sinceMs, 45)
    for (let at = 0; at < all.length; at += 75) await ea.run(lineOf(all.slice(at, at + 75)))
    await expectAll(app, all, sinceMs)
    expect(app.lines).toEqual(['up'])
  })

  it('are more than one reading holds, and still come each once', async () => {
    const app = await openApp()
    const ea = await start(app)
    const sinceMs = Date.now() + 50
    const all = quotes(60_000, sinceMs, 150)
    await ea.run(...Array.from({ length: 60 }, (_, at) => lineOf(all.slice(at * 1_000, at * 1_000 + 1_000))))
    await expectAll(app, all, sinceMs)
  })

  it('wait in the terminal while the app confirms nothing, and come when it does', async () => {
    const app = await openApp({ beatMs: 2_000 })
    const ea = await start(app)
    app.confirms = false
    const sinceMs = Date.now() + 50
    const all = quotes(180_000, sinceMs, 300)
    await ea.run(...Array.from({ length: 180 }, (_, at) => lineOf(all.slice(at * 1_000, at * 1_000 + 1_000))))
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(120_000), PATIENCE)
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(app.ticks.length).toBeLessThan(160_000)
    app.confirms = true
    app.confirm()
    await vi.waitFor(
      () => expect(app.ticks.filter(({ timeMs }) => timeMs >= sinceMs)).toHaveLength(all.length),
      PATIENCE,
    )
    for (const [index, symbol] of PAIRS.entries())
      expect(told(app.ticks, index, sinceMs)).toEqual(given(all, symbol))
  })

  it('of the time between two sessions come in the next one', async () => {
    const app = await openApp()
    const ea = await start(app)
    await app.close()
    const sinceMs = Date.now() + 50
    const all = quotes(900, sinceMs, 10)
    await ea.run(lineOf(all))
    const next = await openApp({ port: app.port })
    await expectAll(next, all, sinceMs)
  })

  it('of other symbols go on while the first reading of one takes its time', async () => {
    const app = await openApp({ beatMs: 200 })
    const ea = await EaOnHost.start(app, { before: ['firstticks 700'] })
    await app.first('busy')
    await ea.quoteUntil(() => expect(new Set(app.ticks.map(({ index }) => index)).size).toBeGreaterThan(0))
    await ea.quote()
    await vi.waitFor(() => expect(new Set(app.ticks.map(({ index }) => index)).size).toBe(15), {
      timeout: 20_000,
    })
    expect(app.lines.filter(line => line.startsWith('down'))).toEqual([])
  })

  it('carry UTC, whatever the broker calls its time', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, { before: ['zone server -16200'] })
    await ea.quoteUntil(() => expect(app.ticks.length).toBeGreaterThan(3))
    for (const { timeMs } of app.ticks) expect(Math.abs(timeMs - Date.now())).toBeLessThan(10_000)
    expect(ea.prints.join()).toContain('-4.5 h ahead of UTC')
  })

  it('are held back, with the reason told, while the computer and the broker do not agree about the time', async () => {
    const app = await openApp()
    const ea = await EaOnHost.start(app, { before: ['zone server 7607'] })
    await ea.quoteUntil(() =>
      expect(app.all('note').some(({ body }) => body.text.includes('407 s from'))).toBe(true),
    )
    expect(app.ticks).toEqual([])
    await vi.waitFor(
      async () => expect((await ea.panel()).join('\n')).toContain('Clock | The computer'),
      PATIENCE,
    )
  })
})
