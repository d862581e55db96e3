import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../domain/market/civil.ts'
import { hourOfWeek } from '../../domain/market/session-clock.ts'
import { someCandidates } from '../../testkit/candidates.ts'
import { aTape, aWanderingTape, still, TAPE_STARTS_MS } from '../../testkit/minute-tapes.ts'
import { pairCosts } from '../cost/pair-costs.ts'
import { tradedTape, type TradedTape } from '../outcome/tape-blocks.ts'
import { hoursOfTape } from './hours-of-tape.ts'
import { RandomEntries, type RandomChoices } from './random-entries.ts'

const ALWAYS = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }
const tape = aWanderingTape(28, 5)
const traded = tradedTape(tape, pairCosts(tape))
const candidates = someCandidates(
  Array.from({ length: 30 }, (_, k) => ({ barMs: TAPE_STARTS_MS + k * 5 * HOUR_MS, setup: k % 6 })).filter(
    ({ barMs }) => hourOfWeek(barMs) < 115,
  ),
)
const all = [...candidates.pair.keys()]

/** Of several rows one after another. */
function drawnBeside(rows: readonly number[], choices: RandomChoices, from: TradedTape = traded) {
  const entries = new RandomEntries(from, from.tape.length, choices)
  const drawn = rows.map(row => {
    const { net1, net15, net2 } = entries.beside(candidates, row)
    return { net1: [...net1], net15: [...net15], net2: [...net2] }
  })
  const column = (name: 'net1' | 'net15' | 'net2') => drawn.flatMap(one => one[name])
  return { net1: column('net1'), net15: column('net15'), net2: column('net2') }
}

describe('random entries', () => {
  test('are the same for the same seed, whichever rows are asked before', () => {
    const choices = { draws: 20, seed: 7, ...ALWAYS }
    const together = drawnBeside(all, choices)
    expect(drawnBeside([11], choices).net1).toEqual(together.net1.slice(11 * 20, 12 * 20))
    expect(drawnBeside(all, choices)).toEqual(together)
    expect(drawnBeside(all, { ...choices, seed: 8 }).net1).not.toEqual(together.net1)
  })

  test('cost what trading costs, on a market without a drift', () => {
    const { net1, net15, net2 } = drawnBeside(all, { draws: 400, seed: 1, ...ALWAYS })
    const mean = (results: readonly number[]) => results.reduce((sum, r) => sum + r, 0) / results.length
    // Spread 10, commission 7 and slippage about 2 of a stop of 100.
    expect(mean(net1)).toBeCloseTo(-0.19, 1)
    expect(mean(net15)).toBeLessThan(mean(net1))
    expect(mean(net2)).toBeLessThan(mean(net15))
  })

  test('play one entry at all three costs: each of them is worse than the one before', () => {
    const { net1, net15, net2 } = drawnBeside(all, { draws: 50, seed: 1, ...ALWAYS })
    const better = net1.filter((r, k) => r < (net15[k] ?? 0) || (net15[k] ?? 0) < (net2[k] ?? 0))
    // A price that jumps over the stop is left at the cheaper one where the dearer one was out before.
    expect(better.length / net1.length).toBeLessThan(0.01)
  })

  test('are unknown where the data is over before their end', () => {
    const short = aTape(Array.from({ length: 30 }, () => still(120_000)))
    const { net1 } = drawnBeside([0], { draws: 3, seed: 1, ...ALWAYS }, tradedTape(short, pairCosts(short)))
    expect(net1).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })
})

describe('the hours of a tape', () => {
  test('hold every minute of the span once, each in its hour of the week', () => {
    const fromMs = TAPE_STARTS_MS + DAY_MS
    const toMs = TAPE_STARTS_MS + 9 * DAY_MS
    const own = 7_000
    const { minutes, bounds } = hoursOfTape(tape, own, { fromMs, toMs })
    const inSpan = tape.openMs.filter((ms, at) => at < own && ms >= fromMs && ms < toMs)
    expect(minutes.length).toBe(inSpan.length)
    expect(new Set(minutes).size).toBe(inSpan.length)
    for (let hour = 0; hour < 168; hour++)
      for (const at of minutes.subarray(bounds[hour], bounds[hour + 1]))
        expect(hourOfWeek(tape.openMs[at] ?? 0)).toBe(hour)
  })
})
