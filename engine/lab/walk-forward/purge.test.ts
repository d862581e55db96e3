import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Random } from '../../broker-sim/random.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import { someCandidates, type CandidateWish } from '../../testkit/candidates.ts'
import { askedOf, type Candidates } from '../candidates/candidates.ts'
import { OPEN, STOP, TARGET } from '../outcome/trade-player.ts'
import { fitted } from './fold-forecasts.ts'
import { assertSettled, EMBARGO_MS, rowsOfFold } from './purge.ts'
import type { Fold } from './windows.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FOLD: Fold = { fit: { fromMs: 0, toMs: 100 * DAY }, test: { fromMs: 100 * DAY, toMs: 130 * DAY } }

const anyCandidate = fc
  .record({
    barMs: fc.integer({ min: -5 * DAY, max: 135 * DAY }),
    lastsMs: fc.integer({ min: 1, max: 3 * DAY }),
    restsMs: fc.integer({ min: 0, max: 3 * DAY }),
    ending: fc.integer({ min: 0, max: 3 }),
    read: fc.boolean(),
  })
  .map(({ barMs, lastsMs, restsMs, ending, read }): CandidateWish => {
    const timeExitMs = barMs + lastsMs
    return { barMs, timeExitMs, exitMs: timeExitMs + restsMs, ending, told: read ? {} : null }
  })

describe('the rows of a fold', () => {
  test('that are fitted could not end later than an embargo before the test window', () => {
    fc.assert(
      fc.property(fc.array(anyCandidate, { maxLength: 80 }), wishes => {
        const candidates = someCandidates(wishes)
        const { fit, purged, test: tested } = rowsOfFold(candidates, FOLD)
        for (const row of fit) {
          const { barMs = NaN, timeExitMs = NaN, exitMs = NaN } = wishes[row] ?? {}
          expect(barMs).toBeGreaterThanOrEqual(FOLD.fit.fromMs)
          expect(Math.max(timeExitMs, exitMs)).toBeLessThan(FOLD.test.fromMs - EMBARGO_MS)
        }
        const inside = (from: number, to: number) =>
          wishes.filter(
            ({ barMs = NaN, ending, told }) =>
              barMs >= from && barMs < to && ending !== OPEN && told !== null,
          ).length
        expect(fit.length + purged).toBe(inside(FOLD.fit.fromMs, FOLD.fit.toMs))
        expect(tested.length).toBe(inside(FOLD.test.fromMs, FOLD.test.toMs))
        expect(() => assertSettled(candidates, fit, FOLD.test.fromMs)).not.toThrow()
      }),
    )
  })

  test('leave one out that ended early but could have lasted: early ends alone are no fair sample', () => {
    const early = { barMs: 98 * DAY, exitMs: 98 * DAY + HOUR, timeExitMs: 99.5 * DAY }
    expect(rowsOfFold(someCandidates([early]), FOLD)).toMatchObject({ purged: 1, fit: new Int32Array() })
  })
})

describe('a planted leak', () => {
  /** Ninety quiet days of coin flips, then one rise that decides all trades of the day before the test and of its first day. */
  const random = new Random(5)
  const flips = Array.from({ length: 3_000 }, (_, k): CandidateWish => {
    const ending = random.uniform() < 0.32 ? TARGET : STOP
    return { barMs: (k * 90 * DAY) / 3_000, ending, told: { S_sqz15: random.uniform() < 0.05 ? 1 : 0 } }
  })
  const risen = Array.from({ length: 600 }, (_, k): CandidateWish => {
    const barMs = 99 * DAY + (k * 2 * DAY) / 600
    return { barMs, exitMs: 101 * DAY, ending: TARGET, told: { S_sqz15: 1 } }
  })
  const candidates = someCandidates([...flips, ...risen])
  const tested = flips.length + 450

  function saidAfter(rows: Int32Array, of: Candidates): number {
    const { model } = fitted(of, rows)
    return new Calibrator(model).outlook(askedOf(of, tested), 100 * DAY).p
  }

  test('makes a model that has learnt from it look wise in the test window, and purging takes that away', () => {
    const leaky = Int32Array.from({ length: candidates.length }, (_, row) => row).filter(
      row => (candidates.barMs[row] as number) < FOLD.fit.toMs,
    )
    const purged = rowsOfFold(candidates, FOLD).fit

    expect(saidAfter(leaky, candidates)).toBeGreaterThan(0.45)
    expect(Math.abs(saidAfter(purged, candidates) - 0.32)).toBeLessThan(0.05)
  })

  test('is caught before anything is fitted on it', () => {
    const planted = Int32Array.from([0, flips.length + 10])
    expect(() => assertSettled(candidates, planted, FOLD.test.fromMs)).toThrow(/its future would leak/)
    expect(() => assertSettled(candidates, planted.subarray(0, 1), FOLD.test.fromMs)).not.toThrow()
  })
})
