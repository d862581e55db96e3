import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../domain/market/civil.ts'
import { hourOfWeek } from '../../domain/market/session-clock.ts'
import { someCandidates } from '../../testkit/candidates.ts'
import { aTape, aWanderingTape, still, TAPE_STARTS_MS } from '../../testkit/minute-tapes.ts'
import { pairCosts } from '../cost/pair-costs.ts'
import { tradedTape } from '../outcome/tape-blocks.ts'
import { hoursOfTape } from './hours-of-tape.ts'
import { RandomBeside } from './random-beside.ts'
import { randomEntries } from './random-entries.ts'

const ALWAYS = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }
const tape = aWanderingTape(28, 5)
const traded = tradedTape(tape, pairCosts(tape))
const candidates = someCandidates(
  Array.from({ length: 30 }, (_, k) => ({ barMs: TAPE_STARTS_MS + k * 5 * HOUR_MS, setup: k % 6 })).filter(
    ({ barMs }) => hourOfWeek(barMs) < 115,
  ),
)
const all = [...candidates.pair.keys()]

describe('random entries', () => {
  test('are the same for the same seed, whichever rows are asked together', () => {
    const choices = { draws: 20, seed: 7, ...ALWAYS }
    const together = randomEntries(traded, candidates, all, choices)
    const alone = randomEntries(traded, candidates, [11], choices)
    expect(alone.net1).toEqual(together.net1.slice(11 * 20, 12 * 20))
    expect(randomEntries(traded, candidates, all, choices)).toEqual(together)
    expect(randomEntries(traded, candidates, all, { ...choices, seed: 8 }).net1).not.toEqual(together.net1)
  })

  test('cost what trading costs, on a market without a drift', () => {
    const { net1, net15, net2 } = randomEntries(traded, candidates, all, { draws: 400, seed: 1, ...ALWAYS })
    const mean = (results: Float32Array) => results.reduce((sum, r) => sum + r, 0) / results.length
    // Spread 10, commission 7 and slippage about 2 of a stop of 100.
    expect(mean(net1)).toBeCloseTo(-0.19, 1)
    expect(mean(net15)).toBeLessThan(mean(net1))
    expect(mean(net2)).toBeLessThan(mean(net15))
  })

  test('play one entry at all three costs: each of them is worse than the one before', () => {
    const { net1, net15, net2 } = randomEntries(traded, candidates, all, { draws: 50, seed: 1, ...ALWAYS })
    const better = [...net1].filter((r, k) => r < (net15[k] ?? 0) || (net15[k] ?? 0) < (net2[k] ?? 0))
    // A price that jumps over the stop is left at the cheaper one where the dearer one was out before.
    expect(better.length / net1.length).toBeLessThan(0.01)
  })

  test('are unknown where the data is over before their end', () => {
    const short = aTape(Array.from({ length: 30 }, () => still(120_000)))
    const one = someCandidates([{ barMs: TAPE_STARTS_MS }])
    const { net1 } = randomEntries(tradedTape(short, pairCosts(short)), one, [0], {
      draws: 3,
      seed: 1,
      ...ALWAYS,
    })
    expect([...net1]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })

  test('are found again by row, whichever pair they were drawn with', () => {
    const drawn = randomEntries(traded, candidates, [3, 4], { draws: 5, seed: 1, ...ALWAYS })
    const beside = new RandomBeside(candidates.length, [{ rows: Int32Array.of(3, 4), drawn }])
    expect(beside.of(4, 'net15')).toEqual(drawn.net15.slice(5))
    expect(beside.meanOf(4, 'net1')).toBeCloseTo(drawn.net1.slice(5).reduce((sum, r) => sum + r, 0) / 5)
    expect(beside.meanOf(0, 'net1')).toBeNaN()
  })
})

describe('the hours of a tape', () => {
  test('hold every minute of the span once, each in its hour of the week', () => {
    const fromMs = TAPE_STARTS_MS + DAY_MS
    const toMs = TAPE_STARTS_MS + 9 * DAY_MS
    const { minutes, bounds } = hoursOfTape(tape, fromMs, toMs)
    const inSpan = tape.openMs.filter(ms => ms >= fromMs && ms < toMs)
    expect(minutes.length).toBe(inSpan.length)
    expect(new Set(minutes).size).toBe(inSpan.length)
    for (let hour = 0; hour < 168; hour++)
      for (const at of minutes.subarray(bounds[hour], bounds[hour + 1]))
        expect(hourOfWeek(tape.openMs[at] ?? 0)).toBe(hour)
  })
})
