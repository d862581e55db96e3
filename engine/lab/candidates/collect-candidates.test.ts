import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { FEATURE_COUNT } from '../../domain/venom/confidence/feature-names.ts'
import { PLANS } from '../../domain/venom/plan.ts'
import type { Setup } from '../../domain/venom/setup.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { aTape, aWanderingTape, still, TAPE_STARTS_MS, type TapeMinute } from '../../testkit/minute-tapes.ts'
import { pairCosts } from '../cost/pair-costs.ts'
import { tradedTape } from '../outcome/tape-blocks.ts'
import { OPEN, STOP, TARGET, TIMEOUT } from '../outcome/trade-player.ts'
import { featuresOf, type Candidates } from './candidates.ts'
import { PLAN_CODES, refusalsOf, SESSION_CODES, SETUP_CODES } from './codes.ts'
import { minuteAt, partOfTape } from '../honesty/tape-parts.ts'
import { collectCandidates, MarketPass, type CollectJob } from './collect-candidates.ts'

/** Proposes a long of 100 points at each close of its bars that `when` names. */
const longAt = (timeframe: Setup['timeframe'], when: (closeMs: number) => boolean): Setup => ({
  name: 'Z5-FADE',
  plan: PLANS.RAPID,
  timeframe,
  use: 'watch',
  evidence: '',
  propose: (market, closeMs) =>
    when(closeMs)
      ? {
          side: 'buy',
          stopPoints: 100,
          rewardRatio: 2,
          timeExitMs: closeMs + 30 * MINUTE_MS,
          invalidation: '',
          invalidBeyond: market.bars.series.M1.close(0) - 100,
          figures: [],
          structure: [],
        }
      : null,
})

const collected = (tape: MinuteTape, over: Partial<CollectJob> = {}) =>
  collectCandidates({ traded: tradedTape(tape, pairCosts(tape)), calendar: null, ...over })

const after = (minutes: number): number => TAPE_STARTS_MS + minutes * MINUTE_MS
const quiet = (count: number): TapeMinute[] => Array.from({ length: count }, () => still(120_000))
const rise = (from: number, to: number): TapeMinute => ({ bar: [from, to, from, to] })

describe('a candidate', () => {
  test('is entered at the open of the minute after its bar, and followed to its end', () => {
    const tape = aTape([...quiet(5), still(120_000), rise(120_000, 120_300)])
    const { candidates, notEntered } = collected(tape, { setups: [longAt('M5', () => true)] })
    expect(notEntered).toBe(0)
    expect(candidates.length).toBe(1)
    const at = (name: Exclude<keyof Candidates, 'length' | 'features'>) => candidates[name][0]
    expect([at('barMs'), at('entryMs'), at('entryAt')]).toEqual([after(5), after(5), 5])
    expect([at('side'), at('stop'), at('target'), at('spread')]).toEqual([1, 100, 200, 10])
    expect([SETUP_CODES[at('setup') ?? 0], PLAN_CODES[at('plan') ?? 0]]).toEqual(['Z5-FADE', 'RAPID'])
    expect(SESSION_CODES[at('session') ?? 0]).toBe('LONDON')
    expect(at('p0')).toBeCloseTo((1 - 10 / 100) / 3)
    expect(at('costR')).toBeCloseTo((7 + 0.5 + 2) / 100)
    expect([at('ending'), at('exitMs'), at('ambiguous')]).toEqual([TARGET, after(6), 0])
    expect([at('gross'), at('net1'), at('net15'), at('net2')]).toEqual(
      [2, 2 - 0.075, 2 - 0.1125, 2 - 0.15].map(r => expect.closeTo(r, 9) as unknown),
    )
    expect([at('worst'), at('best')]).toEqual([expect.closeTo(-0.1, 9), expect.closeTo(1.925, 9)])
    expect(featuresOf(candidates, 0).length).toBe(FEATURE_COUNT)
  })

  test.each([
    [
      'its stop',
      [still(120_000), rise(120_000, 120_050), { bar: [120_050, 120_050, 119_800, 119_800] }],
      STOP,
    ],
    ['its time exit', [...quiet(40)], TIMEOUT],
    ['no end within the data', [still(120_000)], OPEN],
  ] as const)('comes to %s', (_, rest, ending) => {
    const tape = aTape([...quiet(5), ...(rest as readonly TapeMinute[])])
    const { candidates } = collected(tape, { setups: [longAt('M5', ms => ms === after(5))] })
    expect(candidates.ending[0]).toBe(ending)
  })

  test('has both ends where its last minute held stop and target', () => {
    const tape = aTape([...quiet(5), { bar: [120_000, 120_500, 119_500, 120_000] }])
    const { candidates } = collected(tape, { setups: [longAt('M5', () => true)] })
    expect([candidates.ending[0], candidates.ambiguous[0]]).toEqual([STOP, 1])
    expect(candidates.net1[0]).toBeCloseTo(-1.095)
    expect(candidates.net1Best[0]).toBeCloseTo(1.925)
  })

  test('is entered up to three minutes late, and later not at all', () => {
    const late = (minutes: number) =>
      collected(aTape([...quiet(5), { ...still(120_000), after: minutes }, still(120_000)]), {
        setups: [longAt('M5', ms => ms === after(5))],
      })
    expect(late(3).candidates.entryMs[0]).toBe(after(8))
    expect(late(4)).toMatchObject({ notEntered: 1, candidates: { length: 0 } })
  })

  test('of a bar that lost its last minute is entered at the minute that closes it, not the one after', () => {
    const tape = aTape([...quiet(4), { ...rise(120_000, 120_400), after: 2 }, still(120_400)])
    const { candidates } = collected(tape, { setups: [longAt('M5', ms => ms === after(5))] })
    expect([candidates.barMs[0], candidates.entryMs[0], candidates.entryAt[0]]).toEqual([
      after(5),
      after(6),
      4,
    ])
    expect(candidates.ending[0]).toBe(TARGET)
  })

  test('without a minute after it is counted, and is none', () => {
    expect(collected(aTape(quiet(5)), { setups: [longAt('M5', () => true)] })).toMatchObject({
      notEntered: 1,
      candidates: { length: 0 },
    })
  })

  test('says what stood in its way: here a stop under fifteen times its cost', () => {
    const { candidates } = collected(aTape(quiet(12)), { setups: [longAt('M5', () => true)] })
    expect(refusalsOf(candidates.refused[0] ?? 0)).toContain('STOP_OF_COST')
    expect(refusalsOf(candidates.refused[0] ?? 0)).not.toContain('VALUE_BELOW_GATE')
  })

  test('outside of the span is not collected, though its minutes warm the market up', () => {
    const { candidates } = collected(aTape(quiet(30)), {
      setups: [longAt('M5', () => true)],
      fromMs: after(10),
      toMs: after(20),
    })
    expect([...candidates.barMs]).toEqual([after(10), after(15)])
  })
})

describe('all six setups over a wandering market', () => {
  const tape = aWanderingTape(24, 3)
  const whole = collected(tape).candidates

  test('find candidates whose results are in order', () => {
    expect(whole.length).toBeGreaterThan(60)
    for (let row = 0; row < whole.length; row++) {
      if (whole.ending[row] === OPEN) continue
      expect(whole.exitMs[row]).toBeGreaterThanOrEqual(whole.entryMs[row] ?? Number.NaN)
      expect(whole.gross[row]).toBeLessThanOrEqual(3)
      expect(whole.net1[row]).toBeGreaterThanOrEqual(whole.worst[row] ?? Number.NaN)
      expect(whole.net1[row]).toBeLessThanOrEqual(whole.best[row] ?? Number.NaN)
    }
    expect(new Set(whole.setup).size).toBeGreaterThan(2)
  })

  test('are the same when the tape goes by in stretches, with what comes after each', () => {
    const cutAt = (day: number) => minuteAt(tape, TAPE_STARTS_MS + day * 1_440 * MINUTE_MS)
    const cuts = [0, cutAt(9), cutAt(17), cutAt(33), tape.length]
    const pass = new MarketPass(tape, { calendar: null, withMarket: true })
    for (const [k, from] of cuts.slice(0, -1).entries()) {
      const to = cuts[k + 1] ?? 0
      const tail = to === tape.length ? to : minuteAt(tape, (tape.openMs[to] ?? 0) + 4 * 1_440 * MINUTE_MS)
      const part = partOfTape(tape, from, tail)
      pass.through(tradedTape(part, pairCosts(part)), to - from, from)
    }
    expect(pass.end()).toEqual(collected(tape, { withMarket: true }))
  })

  test('never look ahead: the data cut off at any minute gives the same candidates up to there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: tape.length }), length => {
        const part = collected({ ...tape, length }).candidates
        for (let row = 0; row < part.length; row++) {
          for (const name of [
            'barMs',
            'entryMs',
            'setup',
            'side',
            'stop',
            'p0',
            'refused',
            'shield',
            'regime',
          ] as const)
            expect([name, part[name][row]]).toEqual([name, whole[name][row]])
          expect(featuresOf(part, row)).toEqual(featuresOf(whole, row))
        }
      }),
      { numRuns: 8 },
    )
  })
})
