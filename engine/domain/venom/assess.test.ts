import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RefusalCode } from '../../contracts/vocabulary.ts'
import { SymbolMarket } from '../market/symbol-market.ts'
import type { KnownCalendar } from '../overlay/known-calendar.ts'
import { assess, type Circumstances } from './assess.ts'
import type { Asked } from './confidence/outlook.ts'
import { decide } from './decide.ts'
import { PLANS } from './plan.ts'
import type { Proposal, Setup } from './setup.ts'

const MINUTE = 60_000
const MORNING = Date.UTC(2026, 0, 6, 10)

const SETUP: Setup = {
  name: 'Z5-FADE',
  plan: PLANS.RAPID,
  timeframe: 'M5',
  use: 'candidate',
  evidence: 'Of a test.',
  propose: () => null,
}

function aMarket(minutes = 30 * 24 * 60): SymbolMarket {
  const market = new SymbolMarket('EURUSD', 5, () => {})
  for (let k = 0; k < minutes; k++) {
    const close = Math.round(110_000 + 60 * Math.sin(k / 7) + 35 * Math.sin(k / 3.1) + 90 * Math.sin(k / 210))
    const openMs = MORNING - (minutes - k) * MINUTE
    market.closedMinute({ openMs, open: close, high: close + 4, low: close - 4, close, ticks: 9, spread: 4 })
  }
  return market
}
const MARKET = aMarket()

const proposal = (over: Partial<Proposal> = {}): Proposal => ({
  side: 'buy',
  stopPoints: 300,
  rewardRatio: 2,
  timeExitMs: MORNING + 1_440 * MINUTE,
  invalidation: 'an M5 close below it',
  invalidBeyond: 109_850,
  figures: [{ name: 'stretch', value: 2.3 }],
  structure: [],
  ...over,
})

const CALENDAR: KnownCalendar = {
  source: 'terminal',
  fromMs: MORNING - 600 * MINUTE,
  toMs: MORNING + 600 * MINUTE,
  events: [],
}
/** A model that is sure enough. */
const SURE = {
  outlook: () => ({ p: 0.42, timeout: 0.1, timeoutR: 0.3, n: 900, calibrated: true, source: 'sure-1' }),
}

const circumstances = (over: Partial<Circumstances> = {}): Circumstances => ({
  nowMs: MORNING,
  closeMs: MORNING,
  quote: { bid: 110_000, ask: 110_004, atMs: MORNING, staleAfterMs: 10_000, usualSpread: 4 },
  commissionPoints: 7,
  calendar: CALENDAR,
  noCalendar: 'block',
  regime: { regime: 'CALM_RANGE', probability: 0.6 },
  calibrator: SURE,
  open: [],
  riskPct: 1,
  sniperBound: null,
  ...over,
})
const assessed = (over: Partial<Circumstances> = {}, of: Partial<Proposal> = {}) =>
  assess(MARKET, SETUP, proposal(of), circumstances(over))
const codes = (over: Partial<Circumstances> = {}, of: Partial<Proposal> = {}) =>
  assessed(over, of).refusals.map(({ code }) => code)

describe('an assessment', () => {
  test('of a setup on the watch-list refuses it, however good it looks', () => {
    const watched = assess(
      MARKET,
      { ...SETUP, name: 'H1-SQZ-CONT', use: 'watch' },
      proposal(),
      circumstances(),
    )
    expect(watched.refusals.map(({ code }) => code)).toEqual(['WATCH_ONLY'])
  })

  test('of a good proposal at a good time refuses nothing and says what it is worth', () => {
    const { refusals, warnings, ...good } = assessed()
    expect([refusals, warnings]).toEqual([[], []])
    expect(good).toMatchObject({
      entry: 110_004,
      stop: 109_704,
      target: 110_604,
      quality: 'PLATINUM',
      sniper: false,
    })
    expect(good.p0).toBeCloseTo((1 - 4 / 300) / 3, 12)
    expect(good.costR).toBeCloseTo(9.5 / 300, 12)
    expect(good.expectedR).toBeCloseTo(0.84 - 0.48 + 0.03 - 9.5 / 300, 12)
    expect(good.confidence).toEqual({ p: 0.42, n: 900, calibrated: true, source: 'sure-1' })
    expect(good.shield.class).toBe('APPROVED')
  })

  test('without a model is the driftless barrier, uncalibrated, and never worth its cost', () => {
    const { confidence, p0, refusals } = assessed({ calibrator: null })
    expect(confidence).toMatchObject({ p: p0, n: 0, calibrated: false })
    expect(refusals.map(({ code }) => code)).toEqual(['VALUE_BELOW_GATE'])
  })

  test('asks the model with the features of the closed bar', () => {
    let seen: Float64Array | null = null
    const outlook = ({ pair, plan, features }: Asked) => {
      expect([pair, plan]).toEqual(['EURUSD', 'RAPID'])
      seen = features
      return SURE.outlook()
    }
    const { features } = assessed({ calibrator: { outlook } })
    expect(seen).toBe(features)
    expect([...features].every(Number.isFinite)).toBe(true)
  })

  test('names each reason that stands in the way', () => {
    const late = { atMs: MORNING - 11_000 }
    const wide = { ask: 110_060 }
    const { quote } = circumstances()
    expect(codes({ quote: { ...quote, ...late } })).toEqual(['STALE_DATA'])
    expect(codes({ quote: { ...quote, ...wide } })).toEqual([
      'SPREAD_ABOVE_NORM',
      'SPREAD_OF_STOP',
      'STOP_OF_COST',
    ])
    expect(codes({ quote: { ...quote, usualSpread: null } })).toEqual(['SPREAD_NORM_UNKNOWN'])
    expect(codes({ calendar: null })).toEqual(['CALENDAR_MISSING'])
    expect(codes({ commissionPoints: null })).toEqual(['COST_UNKNOWN'])
    expect(codes({}, { stopPoints: 160 })).toEqual(['STOP_OF_COST'])
    expect(codes({ open: [{ pair: 'GBPUSD', side: 'buy', riskPct: 2.5, correlation: 0.9 }] })).toEqual([
      'CORRELATED',
      'CURRENCY_EXPOSURE',
    ])
  })

  test('without a calendar warns where the trader has chosen so, and earns no points for news', () => {
    const { refusals, warnings, shield } = assessed({ calendar: null, noCalendar: 'warn' })
    expect(refusals).toEqual([])
    expect(warnings).toEqual([expect.stringContaining('news cannot be ruled out')])
    expect(shield.lines[0]).toMatchObject({ part: 'NEWS', points: 0, value: null })
  })

  test('is a sniper’s where its value is in the best tenth of those before it', () => {
    const { expectedR } = assessed()
    expect(assessed({ sniperBound: expectedR }).sniper).toBe(true)
    expect(assessed({ sniperBound: expectedR + 1e-9 }).sniper).toBe(false)
    expect(assessed({ sniperBound: -1, calibrator: null }).sniper).toBe(false)
  })

  test('ends before the week does, whatever time its setup gives it', () => {
    const friday = Date.UTC(2026, 0, 9, 10)
    const { timeExitMs } = assessed({ nowMs: friday }, { timeExitMs: friday + 2_160 * MINUTE })
    expect(timeExitMs).toBe(Date.UTC(2026, 0, 9, 21, 55))
    expect(assessed().timeExitMs).toBe(proposal().timeExitMs)
  })

  test('of a tick and of the open of its minute are the same', () => {
    const { quote } = circumstances()
    const atOpen = assessed({ quote: { ...quote, staleAfterMs: null } })
    const bySecond = {
      nowMs: MORNING + 31_250,
      quote: { ...quote, staleAfterMs: null, atMs: MORNING + 31_250 },
    }
    expect(assessed(bySecond)).toEqual(atOpen)
  })

  test('is pure: the same bars and circumstances give the same again, and nothing in them changes', () => {
    const any = fc.record({
      commissionPoints: fc.option(fc.integer({ min: 0, max: 40 })),
      noCalendar: fc.constantFrom('block' as const, 'warn' as const),
      calendar: fc.option(fc.constant(CALENDAR)),
      riskPct: fc.double({ min: 0.1, max: 2, noNaN: true }),
      sniperBound: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
      nowMs: fc.integer({ min: MORNING, max: MORNING + 7 * 1_440 * MINUTE }),
    })
    const twin = aMarket()
    fc.assert(
      fc.property(any, fc.constantFrom('buy' as const, 'sell' as const), (over, side) => {
        const given = structuredClone({ ...circumstances(over), calibrator: null })
        const first = assess(MARKET, SETUP, proposal({ side }), given)
        expect(assess(MARKET, SETUP, proposal({ side }), given)).toEqual(first)
        expect(assess(twin, SETUP, proposal({ side }), given)).toEqual(first)
        expect(given).toEqual({ ...circumstances(over), calibrator: null })
        expect(first.shield.score).toBeGreaterThanOrEqual(0)
        expect(first.shield.score).toBeLessThanOrEqual(10)
        expect(first.shield.sizeFactor).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the decision', () => {
  const reason = fc
    .constantFrom(...RefusalCode.options)
    .map(code => ({ code, text: '', value: null, limit: null }))
  const RANK = ['refused', 'drill', 'issued'] as const

  test('is no better for one more reason against it', () => {
    fc.assert(
      fc.property(fc.array(reason), reason, fc.boolean(), (reasons, more, mayDrill) => {
        const before = RANK.indexOf(decide(reasons, mayDrill))
        expect(RANK.indexOf(decide([...reasons, more], mayDrill))).toBeLessThanOrEqual(before)
      }),
    )
  })

  test('is issued without a reason, and a drill only on a training ground', () => {
    const [value] = assessed({ calibrator: null }).refusals
    expect(decide([], false)).toBe('issued')
    expect(value && [decide([value], true), decide([value], false)]).toEqual(['drill', 'refused'])
  })
})
