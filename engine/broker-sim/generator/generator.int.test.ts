import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PAIRS, type Pair } from '../../contracts/pairs.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { isMarketOpen } from '../../domain/market/session-clock.ts'
import { SymbolBars } from '../../domain/market/symbol-bars.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import type { TickColumns } from '../../ports/tick-source.ts'
import { createGenerator, type Generator } from './generator.ts'

/** Wednesday 8 May 2024, 12:00 UTC. */
const START = Date.UTC(2024, 4, 8, 12)
const HOUR = 60 * MINUTE_MS

/** The first ticks of seed 42: they may change only when somebody means it, because saved markets would change too. */
const GOLDEN: readonly Tick[] = [
  { timeMs: START + 1, pair: 'AUDJPY', bid: 105_500, ask: 105_507 },
  { timeMs: START + 14, pair: 'EURUSD', bid: 107_274, ask: 107_277 },
  { timeMs: START + 21, pair: 'EURAUD', bid: 159_269, ask: 159_279 },
]

type Tick = Readonly<{ timeMs: number; pair: Pair; bid: number; ask: number }>

function ticksOf(generator: Generator, columns: TickColumns): Tick[] {
  return Array.from(columns.timeMs, (timeMs, k) => ({
    timeMs,
    pair: generator.pairs[columns.pair[k] as number] as Pair,
    bid: columns.bid[k] as number,
    ask: columns.ask[k] as number,
  }))
}

function minutes(generator: Generator, count: number): Tick[] {
  return Array.from({ length: count }, () => {
    const columns = generator.next()
    return columns ? ticksOf(generator, columns) : []
  }).flat()
}

const market = (seed: number, over: Partial<Parameters<typeof createGenerator>[0]> = {}) =>
  createGenerator({ seed, startMs: START, pairs: PAIRS, ...over })

describe('the stream', () => {
  test('is the same for the same seed, on every machine', () => {
    const ticks = minutes(market(42), 30)
    expect(ticks).toEqual(minutes(market(42), 30))
    expect(ticks.slice(0, 3)).toEqual(GOLDEN)
    expect(ticks).not.toEqual(minutes(market(43), 30))
  })

  test('has a bid below the ask, whole points and times that never go back', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 52 * 7 * 24 }), (seed, hours) => {
        const ticks = minutes(market(seed, { startMs: START + hours * HOUR }), 5)
        expect(ticks.length).toBeGreaterThan(0)
        let beforeMs = 0
        for (const { timeMs, bid, ask } of ticks) {
          expect(bid > 0 && bid < ask && Number.isInteger(bid) && timeMs >= beforeMs).toBe(true)
          beforeMs = timeMs
        }
      }),
      { numRuns: 6 },
    )
  })

  test('taken up in the middle goes on with the very ticks that would have followed', () => {
    const whole = minutes(market(7), 200)
    const fromMs = START + 150 * MINUTE_MS
    expect(minutes(market(7, { fromMs }), 50)).toEqual(whole.filter(({ timeMs }) => timeMs >= fromMs))
    const sought = market(7)
    minutes(sought, 180)
    sought.seek(fromMs)
    expect(minutes(sought, 50)).toEqual(whole.filter(({ timeMs }) => timeMs >= fromMs))
  })

  test('of one pair does not depend on which others are asked for', () => {
    const only = minutes(market(7, { pairs: ['GBPJPY'] }), 20)
    expect(only).toEqual(minutes(market(7), 20).filter(({ pair }) => pair === 'GBPJPY'))
  })

  test('pauses from Friday 17:00 to Sunday 17:00 New York and has no other gap', () => {
    const times = minutes(market(3, { pairs: ['EURUSD'] }), 6 * 1_440).map(({ timeMs }) => timeMs)
    expect(times.filter(timeMs => !isMarketOpen(timeMs))).toEqual([])
    const gaps = times
      .slice(1)
      .flatMap((timeMs, k) => (timeMs - (times[k] as number) > 5 * MINUTE_MS ? [timeMs] : []))
    expect(gaps.map(timeMs => new Date(Math.floor(timeMs / MINUTE_MS) * MINUTE_MS).toISOString())).toEqual([
      '2024-05-12T21:00:00.000Z',
    ])
  })

  test('ends before its last moment when it has one', async () => {
    const source = market(3, { untilMs: START + 10 * MINUTE_MS })
    const times: number[] = []
    for await (const columns of source.batches()) times.push(...columns.timeMs)
    expect(times.at(-1)).toBeGreaterThan(START + 9 * MINUTE_MS)
    expect(times.every(timeMs => timeMs < START + 10 * MINUTE_MS)).toBe(true)
    expect(source.report().ticks).toBe(times.length)
  })
})

describe('the books', () => {
  const middles = (ticks: readonly Tick[], visit: (now: ReadonlyMap<Pair, number>, pair: Pair) => void) => {
    const now = new Map<Pair, number>()
    for (const { pair, bid, ask } of ticks) {
      now.set(pair, (bid + ask) / 2 / (pair.endsWith('JPY') ? 1e3 : 1e5))
      visit(now, pair)
    }
  }
  const crosses: [Pair, (of: (pair: Pair) => number) => number][] = [
    ['EURGBP', of => of('EURUSD') / of('GBPUSD')],
    ['EURJPY', of => of('EURUSD') * of('USDJPY')],
    ['GBPJPY', of => of('GBPUSD') * of('USDJPY')],
    ['AUDJPY', of => of('AUDUSD') * of('USDJPY')],
    ['EURAUD', of => of('EURUSD') / of('AUDUSD')],
    ['GBPAUD', of => of('GBPUSD') / of('AUDUSD')],
    ['GBPNZD', of => of('GBPUSD') / of('NZDUSD')],
    ['GBPCHF', of => of('GBPUSD') * of('USDCHF')],
  ]

  test('of a cross and its legs agree to a basis point, and stay so', () => {
    const off = new Map<Pair, number[]>(crosses.map(([pair]) => [pair, []]))
    middles(minutes(market(11), 600), (now, pair) => {
      const [, made] = crosses.find(([cross]) => cross === pair) ?? []
      if (!made || now.size < PAIRS.length) return
      const value = made(leg => now.get(leg) as number)
      off.get(pair)?.push(Math.abs((now.get(pair) as number) / value - 1))
    })
    for (const [pair, distances] of off) {
      expect([pair, distances.length > 1_000]).toEqual([pair, true])
      const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length
      expect(mean).toBeLessThan(0.000_05)
      expect(distances.slice(-200).reduce((sum, distance) => sum + distance, 0) / 200).toBeLessThan(0.000_1)
    }
  })
})

describe('history', () => {
  test('is made of the very bars that the stream makes', () => {
    const generator = market(5, { pairs: ['EURUSD', 'GBPNZD'] })
    const told: Bar[] = []
    const bars: SymbolBars = new SymbolBars(
      timeframe => timeframe === 'M1' && told.push(bars.series.M1.bar(0)),
    )
    for (const { pair, timeMs, bid, ask } of minutes(generator, 300))
      if (pair === 'GBPNZD') bars.tick(timeMs, bid, ask - bid)
    const range = { fromMs: START, toMs: START + 299 * MINUTE_MS, max: 1_000 }
    expect(generator.history(1, range)).toEqual(told)
  })

  test('joins the stream without a step', () => {
    for (const seed of [1, 2, 3]) {
      const generator = market(seed, { pairs: ['EURUSD'] })
      const before = generator.history(0, { fromMs: 0, toMs: START, max: 10 })
      expect(before.map(({ openMs }) => START - openMs)).toEqual(
        [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map(m => m * MINUTE_MS),
      )
      const [first] = minutes(generator, 1)
      expect(Math.abs((before.at(-1)?.close ?? 0) - (first?.bid ?? 0))).toBeLessThan(30)
    }
  })

  test('reaches 50,000 minutes back, asks nothing of the stream, and keeps to its range', () => {
    const generator = market(9, { pairs: ['USDJPY'] })
    const range = { fromMs: 0, toMs: START, max: 50_000 }
    expect(generator.history(0, range)).toHaveLength(50_000)
    expect(generator.history(0, { ...range, fromMs: START - HOUR })).toHaveLength(60)
    expect(generator.history(0, { ...range, toMs: START - HOUR + 1, max: 1 })[0]?.openMs).toBe(
      START - HOUR - MINUTE_MS,
    )
    expect(minutes(generator, 5)).toEqual(minutes(market(9, { pairs: ['USDJPY'] }), 5))
  })

  test('in portions is the same history, also when two are taken side by side', () => {
    const generator = market(9, { pairs: ['USDJPY', 'EURUSD'] })
    const range = { fromMs: START - 5 * 24 * HOUR, toMs: START, max: 2_000 }
    const taken: [Bar[], Bar[]] = [[], []]
    const portions = [0, 1].map(pair => generator.portions(pair, range, 700)[Symbol.iterator]())
    for (let round = 0; round < 5; round++)
      portions.forEach((one, pair) => {
        const step = one.next()
        if (step.done !== true) taken[pair]?.push(...step.value)
      })
    expect(taken[0]).toEqual(generator.history(0, range))
    expect(taken[1]).toEqual(generator.history(1, range))
    expect(taken[0]).toHaveLength(2_000)
  })

  test('has days that move like days, and days and nights that differ', () => {
    const bars = market(21, { pairs: ['EURUSD'] }).history(0, { fromMs: 0, toMs: START, max: 40_000 })
    const squares = (from: number, to: number) => {
      const hours = bars.filter(({ openMs }) => {
        const hour = Math.floor(openMs / HOUR) % 24
        return hour >= from && hour < to
      })
      return hours.reduce((sum, { open, close }) => sum + Math.log(close / open) ** 2, 0) / hours.length
    }
    const daily = Math.sqrt(squares(0, 24) * 1_440)
    expect(daily).toBeGreaterThan(0.003)
    expect(daily).toBeLessThan(0.009)
    // 12–16 UTC is the overlap of London and New York, 21–23 UTC the end of New York's day.
    expect(squares(12, 16)).toBeGreaterThan(4 * squares(21, 23))
  })
})

describe('the spread', () => {
  const meanSpread = (startMs: number, count: number) => {
    const ticks = minutes(market(4, { pairs: ['EURUSD'], startMs }), count)
    return ticks.reduce((sum, { bid, ask }) => sum + ask - bid, 0) / ticks.length
  }

  test('is three points in the core of the day, ten times that while the day turns', () => {
    expect(meanSpread(START - 3 * HOUR, 60)).toBeCloseTo(3, 0)
    expect(meanSpread(START + 9 * HOUR - 5 * MINUTE_MS, 10)).toBeGreaterThan(25)
  })
})

describe('a range of history', () => {
  test('over a week-end still has as many minutes as were asked for', () => {
    const monday = Date.UTC(2024, 4, 13, 3)
    const generator = market(5, { pairs: ['EURUSD'] })
    for (const max of [1, 100, 500, 8_000, 14_500])
      expect(generator.history(0, { fromMs: 0, toMs: monday, max })).toHaveLength(max)
    const saturday = Date.UTC(2024, 4, 11, 3)
    expect(generator.history(0, { fromMs: 0, toMs: saturday, max: 1 })[0]?.openMs).toBe(
      Date.UTC(2024, 4, 10, 20, 59),
    )
  })
})
