import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../../domain/market/civil.ts'
import { someCandidates } from '../../testkit/candidates.ts'
import { aWanderingTape, TAPE_STARTS_MS } from '../../testkit/minute-tapes.ts'
import { pairCosts } from '../cost/pair-costs.ts'
import { partOfTape } from '../honesty/tape-parts.ts'
import { tradedTape } from '../outcome/tape-blocks.ts'
import { RandomBeside } from './random-beside.ts'
import { RandomDrawing } from './random-drawing.ts'
import { RandomEntries } from './random-entries.ts'

const CHOICES = { draws: 20, seed: 7, fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }
const tape = aWanderingTape(26, 5)
const traded = tradedTape(tape, pairCosts(tape))
const candidates = someCandidates(
  Array.from({ length: 12 }, (_, k) => ({ barMs: TAPE_STARTS_MS + (24 * k + 2) * HOUR_MS })).filter(
    (_, k) => k % 7 < 4,
  ),
)
const rows = Int32Array.from(candidates.pair.keys())

describe('random entries beside a set of candidates', () => {
  const entries = new RandomEntries(traded, tape.length, CHOICES)
  const drawn = [...rows].map(row => [...entries.beside(candidates, row).net15])
  const drawing = new RandomDrawing(
    (_, row) => (row === 0 ? [] : ['odd', 'all'].slice(1 - (row % 2))),
    CHOICES,
  )
  drawing.stretch(traded, tape.length, candidates)
  const beside = new RandomBeside(candidates.length, [{ rows, drawn: drawing.end() }])

  test('have the mean of all their draws, and the draws that 95 of 100 lie between', () => {
    const own = drawn.slice(1)
    const means = Array.from({ length: 20 }, (_, draw) =>
      own.reduce((sum, results) => sum + (results[draw] ?? 0) / own.length, 0),
    ).sort((a, b) => a - b)
    const { value, low, high, n } = beside.ofSet('all').figures('all', 'all', 'net15')
    expect(n).toBe(20 * own.length)
    expect(value).toBeCloseTo(
      means.reduce((sum, mean) => sum + mean / 20, 0),
      9,
    )
    expect(low).toBeGreaterThanOrEqual(means[0] ?? 0)
    expect(high).toBeLessThanOrEqual(means[19] ?? 0)
  })

  test('are known by set and group, and none beside a candidate of no set', () => {
    expect(beside.ofSet('odd').figures('pair', 'EURUSD', 'net1').n).toBe(20 * Math.floor(rows.length / 2))
    expect(beside.ofSet('odd').figures('pair', 'GBPUSD', 'net1')).toMatchObject({ value: null, n: 0 })
    expect(beside.ofSet('all').meanOf(0)).toBeNaN()
    expect(beside.ofSet('all').meanOf(1)).toBeLessThan(2)
  })

  test('are of their own stretch of the tape', () => {
    const half = 4 * 1_440
    const late = partOfTape(tape, half, tape.length)
    const inStretches = new RandomDrawing(() => ['all'], CHOICES)
    inStretches.stretch(traded, half, candidates)
    inStretches.stretch(tradedTape(late, pairCosts(late)), late.length, candidates)
    const early = candidates.entryMs.filter(ms => ms < (tape.openMs[half] ?? 0)).length
    const alone = (from: RandomEntries, row: number) => {
      const { net1 } = from.beside(candidates, row)
      return net1.reduce((sum, r) => sum + r, 0) / net1.length
    }
    const { means } = inStretches.end()
    expect([early, means.length]).toEqual([4, rows.length])
    const first = new RandomEntries(traded, half, CHOICES)
    const second = new RandomEntries(tradedTape(late, pairCosts(late)), late.length, CHOICES)
    rows.forEach(row => expect(means[row]).toBeCloseTo(alone(row < early ? first : second, row), 9))
  })
})
