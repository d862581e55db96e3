import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aTape,
  still,
  TAPE_STARTS_MS,
  type TapeChoices,
  type TapeMinute,
} from '../../testkit/minute-tapes.ts'
import { pairCosts, type CostChoices } from '../cost/pair-costs.ts'
import { excursions } from './excursions.ts'
import { tradedTape } from './tape-blocks.ts'
import { OPEN, STOP, TARGET, TIMEOUT, TradePlayer, type Trade } from './trade-player.ts'

const MINUTE_MS = 60_000
const closeTo = (value: number): unknown => expect.closeTo(value, 9)
const STOP_POINTS = 100
/** Of EURUSD: commission 7 points, entry slip half a point, exit slip 2 points. */
const AT_TARGET = 7.5 / STOP_POINTS
const AT_STOP = 9.5 / STOP_POINTS

const long: Trade = { at: 0, side: 1, stop: STOP_POINTS, target: 200, timeExitMs: Number.POSITIVE_INFINITY }
const short: Trade = { ...long, side: -1 }

type Choices = TapeChoices & Readonly<{ costs?: CostChoices; multiple?: number }>

function played(
  minutes: readonly TapeMinute[],
  trade: Trade,
  { costs, multiple = 1, ...choices }: Choices = {},
) {
  const tape = aTape(minutes, choices)
  const player = new TradePlayer(tradedTape(tape, pairCosts(tape, costs)))
  player.play(trade, multiple)
  const { ending, at, r, ambiguous } = player
  return { ending, at, r, ambiguous }
}

const bar = (open: number, high: number, low: number, close: number): TapeMinute => ({
  bar: [open, high, low, close],
})

describe('a trade', () => {
  test('of a long reaches its target when the bid does, measured from the ask', () => {
    const minutes = [
      still(100_000),
      bar(100_000, 100_209, 100_000, 100_209),
      bar(100_209, 100_210, 100_200, 100_210),
    ]
    expect(played(minutes, long)).toEqual({
      ending: TARGET,
      at: 2,
      r: closeTo(2 - AT_TARGET),
      ambiguous: false,
    })
  })

  test('of a long is stopped when the bid falls to the stop, and slips', () => {
    const minutes = [
      still(100_000),
      bar(100_000, 100_000, 99_911, 99_911),
      bar(99_911, 99_950, 99_910, 99_950),
    ]
    expect(played(minutes, long)).toEqual({ ending: STOP, at: 2, r: closeTo(-1 - AT_STOP), ambiguous: false })
  })

  test('of a short is entered at the bid and left at the ask', () => {
    const target = [
      still(100_000),
      bar(100_000, 100_000, 99_791, 99_791),
      bar(99_791, 99_791, 99_790, 99_791),
    ]
    expect(played(target, short)).toEqual({
      ending: TARGET,
      at: 2,
      r: closeTo(2 - AT_TARGET),
      ambiguous: false,
    })
    const stop = [
      still(100_000),
      bar(100_000, 100_089, 100_000, 100_000),
      bar(100_000, 100_090, 100_000, 100_000),
    ]
    expect(played(stop, short)).toEqual({ ending: STOP, at: 2, r: closeTo(-1 - AT_STOP), ambiguous: false })
  })

  test('of a short is stopped by a spread that widens over a still bid', () => {
    const minutes = [still(100_000), still(100_000), { ...still(100_000), spread: 100 }]
    expect(played(minutes, short)).toMatchObject({ ending: STOP, at: 2 })
    expect(played(minutes, long)).toMatchObject({ ending: OPEN })
  })

  test('takes the stop where one minute holds both, and says that it is ambiguous', () => {
    const minutes = [still(100_000), bar(100_000, 100_500, 99_500, 100_000)]
    expect(played(minutes, long)).toEqual({ ending: STOP, at: 1, r: closeTo(-1 - AT_STOP), ambiguous: true })
    expect(played(minutes, short)).toEqual({ ending: STOP, at: 1, r: closeTo(-1 - AT_STOP), ambiguous: true })
  })

  test('can end in the minute of its entry', () => {
    expect(played([bar(100_000, 100_210, 100_000, 100_000)], long)).toMatchObject({ ending: TARGET, at: 0 })
    expect(played([bar(100_000, 100_300, 99_900, 100_000)], long)).toMatchObject({
      ending: STOP,
      ambiguous: true,
    })
  })

  test('is filled at the open beyond its stop, and no better than at its target', () => {
    const through = [still(100_000), bar(99_810, 99_900, 99_800, 99_900)]
    expect(played(through, long).r).toBeCloseTo(-2 - AT_STOP)
    const beyond = [still(100_000), bar(100_400, 100_500, 99_000, 99_000)]
    expect(played(beyond, long)).toEqual({
      ending: TARGET,
      at: 1,
      r: closeTo(2 - AT_TARGET),
      ambiguous: false,
    })
  })

  test('ends at its time exit, at the first open at or after it, and slips', () => {
    const minutes = [still(100_000), still(100_020), { ...still(100_060), after: 5 }, still(100_300)]
    const timeExitMs = TAPE_STARTS_MS + 3 * MINUTE_MS
    const timed = { ...long, timeExitMs }
    expect(played(minutes, timed)).toEqual({
      ending: TIMEOUT,
      at: 2,
      r: closeTo(0.5 - AT_STOP),
      ambiguous: false,
    })
    const timedShort = { ...short, timeExitMs }
    expect(played(minutes, timedShort)).toMatchObject({ ending: TIMEOUT, at: 2, r: closeTo(-0.7 - AT_STOP) })
  })

  test('meets its stop or its target before its time, when the minute opens beyond one of them', () => {
    const timed = { ...long, timeExitMs: TAPE_STARTS_MS + MINUTE_MS }
    expect(played([still(100_000), still(100_400)], timed)).toMatchObject({
      ending: TARGET,
      r: closeTo(2 - AT_TARGET),
    })
    expect(played([still(100_000), still(99_810)], timed)).toMatchObject({
      ending: STOP,
      r: closeTo(-2 - AT_STOP),
    })
  })

  test('is closed at the last price before the market rests for more than ten hours', () => {
    const held = [still(100_000), still(100_030), { ...still(99_000), after: 601 }]
    expect(played(held, long)).toEqual({
      ending: TIMEOUT,
      at: 1,
      r: closeTo(0.2 - AT_STOP),
      ambiguous: false,
    })
    const through = [still(100_000), still(100_030), { ...still(99_000), after: 600 }]
    expect(played(through, long)).toMatchObject({ ending: STOP, at: 2 })
  })

  test('that the data leaves open has no result', () => {
    expect(played([still(100_000), still(100_010)], long)).toEqual({
      ending: OPEN,
      at: 1,
      r: Number.NaN,
      ambiguous: false,
    })
  })

  test('pays each cost as many times as asked, and none at 0', () => {
    const minutes = [still(100_000), bar(100_000, 100_400, 100_000, 100_400)]
    expect(played(minutes, long, { multiple: 0 }).r).toBe(2)
    expect(played(minutes, long, { multiple: 2 }).r).toBeCloseTo(2 - 2 * AT_TARGET)
    const nearly = [still(100_000), bar(100_000, 100_215, 100_000, 100_215)]
    expect(played(nearly, long, { multiple: 1.5 })).toMatchObject({ ending: TARGET })
    expect(played(nearly, long, { multiple: 2 })).toMatchObject({ ending: OPEN })
  })

  test('pays swap for every night held, three of Wednesday', () => {
    const wednesday = Date.UTC(2018, 0, 10, 21, 59)
    const minutes = [still(100_000), still(100_000), still(100_000), bar(100_000, 100_300, 100_000, 100_300)]
    const costs = { swapPips: { long: -0.8, short: 0.3 } }
    expect(played(minutes, long, { startMs: wednesday, costs }).r).toBeCloseTo(2 - AT_TARGET - 0.24)
    expect(played(minutes, long, { startMs: wednesday + 5 * MINUTE_MS, costs }).r).toBeCloseTo(2 - AT_TARGET)
    const falling = [still(100_000), still(100_000), bar(100_000, 100_000, 99_000, 99_000)]
    const thursday = wednesday + 86_400_000
    expect(played(falling, short, { startMs: thursday, costs }).r).toBeCloseTo(2 - AT_TARGET + 0.03)
  })
})

/** A walk of some length, and a trade somewhere in it. */
const walks = fc.record({
  steps: fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.nat(30), fc.nat(30)), {
    minLength: 2,
    maxLength: 90,
  }),
  spreads: fc.array(fc.nat(30), { minLength: 90, maxLength: 90 }),
  at: fc.nat(89),
  isLong: fc.boolean(),
  stop: fc.integer({ min: 60, max: 200 }),
  ratio: fc.constantFrom(1, 2, 3),
  minutes: fc.integer({ min: 1, max: 120 }),
})
type Walk = typeof walks extends fc.Arbitrary<infer W> ? W : never

/** Each minute opens where the last one closed, so that nothing jumps over a stop. */
function walkOf({ steps, spreads }: Walk): TapeMinute[] {
  let price = 100_000
  return steps.map(([step, up, down], at) => {
    const open = price
    price += step
    const high = Math.max(open, price) + up
    const low = Math.min(open, price) - down
    return { bar: [open, high, low, price] as const, spread: spreads[at] ?? 0 }
  })
}

function tradeOf({ steps, at, isLong, stop, ratio, minutes }: Walk): Trade {
  const entryAt = at % steps.length
  const timeExitMs = TAPE_STARTS_MS + (entryAt + minutes) * MINUTE_MS
  return { at: entryAt, side: isLong ? 1 : -1, stop, target: stop * ratio, timeExitMs }
}

describe('trades in general', () => {
  test('never get better by higher costs, where no price jumps', () => {
    fc.assert(
      fc.property(walks, walk => {
        const even = { ...walk, spreads: walk.spreads.map(() => walk.spreads[0] ?? 0) }
        const results = [0, 1, 1.5, 2].map(multiple => played(walkOf(even), tradeOf(even), { multiple }).r)
        const known = results.filter(r => !Number.isNaN(r))
        known.slice(1).forEach((r, k) => expect(r).toBeLessThanOrEqual(known[k] ?? Number.NaN))
      }),
    )
  })

  test('are the same for a long as for a short on the mirrored tape', () => {
    fc.assert(
      fc.property(walks, walk => {
        const trade = tradeOf(walk)
        const minutes = walkOf(walk)
        const mirrored = minutes.map(({ bar: [open, high, low, close] }): TapeMinute => ({
          bar: [200_000 - open, 200_000 - low, 200_000 - high, 200_000 - close],
        }))
        expect(played(mirrored, { ...trade, side: -trade.side }, { multiple: 0 })).toEqual(
          played(minutes, trade, { multiple: 0 }),
        )
      }),
    )
  })

  test('end as a walk minute by minute ends, whatever blocks were jumped over', () => {
    fc.assert(
      fc.property(walks, fc.constantFrom(0, 1, 1.5, 2), (walk, multiple) => {
        const trade = tradeOf(walk)
        const minutes = walkOf(walk)
        const { ending, at } = played(minutes, trade, { multiple })
        expect({ ending, at }).toEqual(plainly(aTape(minutes), trade, multiple))
      }),
    )
  })

  test('stay between their excursions', () => {
    fc.assert(
      fc.property(walks, walk => {
        const trade = tradeOf(walk)
        const tape = aTape(walkOf(walk))
        const traded = tradedTape(tape, pairCosts(tape))
        const { at, r, ending } = played(walkOf(walk), trade)
        if (ending === OPEN) return
        const { worst, best } = excursions(traded, trade, at, r)
        expect(worst).toBeLessThanOrEqual(Math.min(0, r))
        expect(best).toBeGreaterThanOrEqual(Math.max(0, r))
      }),
    )
  })
})

/** The rules of a trade once more, without blocks, costs or classes. */
function plainly(tape: ReturnType<typeof aTape>, trade: Trade, multiple: number) {
  const margin = (at: number) => multiple * (tape.spread[at] ?? 0)
  const isLong = trade.side > 0
  const entry = (tape.open[trade.at] ?? 0) + (isLong ? margin(trade.at) : 0)
  const stop = entry - trade.side * trade.stop
  const target = entry + trade.side * trade.target
  for (let at = trade.at; at < tape.length; at++) {
    const extra = isLong ? 0 : margin(at)
    const open = (tape.open[at] ?? 0) + extra
    const high = (tape.high[at] ?? 0) + extra
    const low = (tape.low[at] ?? 0) + extra
    if (at > trade.at && (isLong ? open <= stop : open >= stop)) return { ending: STOP, at }
    if (at > trade.at && (isLong ? open >= target : open <= target)) return { ending: TARGET, at }
    if (at > trade.at && (tape.openMs[at] ?? 0) >= trade.timeExitMs) return { ending: TIMEOUT, at }
    if (isLong ? low <= stop : high >= stop) return { ending: STOP, at }
    if (isLong ? high >= target : low <= target) return { ending: TARGET, at }
  }
  return { ending: OPEN, at: tape.length - 1 }
}
