import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedIds, setClock } from '../adapters/identity/index.ts'
import { memoryLedger } from '../adapters/ledger/index.ts'
import type { StoredEvent } from '../contracts/index.ts'
import type { TickColumns, TickSource } from '../ports/index.ts'
import { Random } from '../broker-sim/random.ts'
import { replay, type ReplayJob } from './replay.ts'

const START = Date.UTC(2026, 0, 5)
const MINUTES = 4 * 24 * 60

/** Four days of two pairs, six ticks a minute, with a jump now and then. */
function aMarket(seed: number): TickColumns {
  const random = new Random(seed)
  const length = MINUTES * 6
  const columns = {
    length,
    timeMs: new Float64Array(length),
    pair: new Uint8Array(length),
    bid: new Int32Array(length),
    ask: new Int32Array(length),
  }
  const prices = [110_000, 130_000]
  for (let k = 0; k < length; k++) {
    const pair = k % 2
    const jump = random.uniform() < 0.0004 ? (random.uniform() - 0.5) * 300 : 0
    prices[pair] = Math.round((prices[pair] as number) + (random.uniform() - 0.5) * 12 + jump)
    columns.timeMs[k] = START + k * 10_000
    columns.pair[k] = pair
    columns.bid[k] = prices[pair] as number
    columns.ask[k] = (prices[pair] as number) + 6 + pair
  }
  return columns
}

function sourceOf(columns: TickColumns, batchSize: number, until = columns.length): TickSource {
  return {
    pairs: ['EURUSD', 'GBPUSD'],
    digits: [5, 5],
    async *batches() {
      for (let from = 0; from < until; from += batchSize) {
        const to = Math.min(until, from + batchSize)
        const { timeMs, pair, bid, ask } = columns
        yield await Promise.resolve({
          length: to - from,
          timeMs: timeMs.subarray(from, to),
          pair: pair.subarray(from, to),
          bid: bid.subarray(from, to),
          ask: ask.subarray(from, to),
        })
      }
    },
    report: () => ({ ticks: until, dropped: {}, gaps: [], samples: [] }),
  }
}

async function run(source: TickSource, over: Partial<ReplayJob> = {}) {
  const ledger = memoryLedger()
  const report = await replay(
    { version: 'test', seed: 1, drills: true, fire: true, loops: 1, ...over },
    {
      source,
      clock: setClock(0),
      ids: countedIds(),
      ledger,
      bars: { write: () => undefined, read: () => [], newest: () => null, close: () => undefined },
      model: { noModel: 'none in this test' },
      log: { write: () => undefined },
      progress: () => undefined,
    },
  )
  return { report, events: [...ledger.all()] }
}

describe('a replay', () => {
  const market = aMarket(7)

  test('gives the same hash every time, however the ticks are batched', async () => {
    const hashes = await Promise.all(
      [1, 7, 4_096, market.length].map(async size => (await run(sourceOf(market, size))).report.hash),
    )
    expect(new Set(hashes).size).toBe(1)
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
  })

  test('gives another hash for another market', async () => {
    expect((await run(sourceOf(aMarket(8), 4_096))).report.hash).not.toBe(
      (await run(sourceOf(market, 4_096))).report.hash,
    )
  })

  test('trades: missions are issued, fired, filled with tickets and stops, and closed', async () => {
    const { report } = await run(sourceOf(market, 4_096))
    expect(report.missions.length).toBeGreaterThan(3)
    expect(report.trades.length).toBeGreaterThan(1)
    for (const order of report.orders.filter(({ state }) => state === 'closed' || state === 'filled')) {
      expect(order.position).toMatch(/^\d+$/)
      expect(order.deals.length).toBeGreaterThan(0)
      expect(order.stop).toBeGreaterThan(0)
    }
    expect(report.summary.trades).toBe(report.trades.length)
  })

  test('accounts for every minute that had a tick: closed, or the one still forming', async () => {
    const { report } = await run(sourceOf(market, 4_096))
    expect(
      report.bars.map(({ pair, minutes, closed }) => [pair, minutes - closed.M1, closed.M5, closed.H1]),
    ).toEqual([
      ['EURUSD', 1, MINUTES / 5 - 1, 95],
      ['GBPUSD', 1, MINUTES / 5 - 1, 95],
    ])
  })

  test('without drills refuses every setup for its value, and fires nothing', async () => {
    const { report } = await run(sourceOf(market, 4_096), { drills: false })
    expect(report.missions).toEqual([])
    expect(report.orders).toEqual([])
    expect(report.refusedBy['VALUE_BELOW_GATE']).toBe(report.refusals.length)
    expect(report.refusals.length).toBeGreaterThan(3)
  })

  test('run twice over the same data moves the second run on by whole weeks', async () => {
    const { report } = await run(sourceOf(market, 4_096), { loops: 2 })
    expect(report.ticks).toBe(2 * market.length)
    expect(((report.toMs ?? 0) - (market.timeMs[market.length - 1] ?? 0)) % (7 * 86_400_000)).toBe(0)
  })

  test('of no data is empty, not an error', async () => {
    expect((await run(sourceOf(market, 10, 0))).report).toMatchObject({
      ticks: 0,
      events: 0,
      missions: [],
      orders: [],
    })
  })

  test('never looks ahead: what happened up to any moment does not change when the future is cut off', async () => {
    const whole = (await run(sourceOf(market, 4_096))).events
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: market.length }), async until => {
        const part = (await run(sourceOf(market, 4_096, until))).events
        const settled = part.slice(0, -1).map(({ hash }: StoredEvent) => hash)
        expect(settled).toEqual(whole.slice(0, settled.length).map(({ hash }) => hash))
      }),
      { numRuns: 6 },
    )
  })
})
