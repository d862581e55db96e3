import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Logit, ModelFile, PlanModel } from '../../../contracts/model.ts'
import { DAY_MS, HOUR_MS } from '../../market/civil.ts'
import { aModel, aPlanModel } from '../../../testkit/models.ts'
import { Calibrator, newLevels } from './calibrator.ts'
import { FEATURE_COUNT, FEATURE_NAMES, type FeatureName } from './feature-names.ts'
import { modelFault } from './model-fault.ts'
import type { Asked, Outcome } from './outlook.ts'

const MONDAY = Date.UTC(2018, 8, 3, 12)

const logitWith = (b0: number, betas: Partial<Record<FeatureName, number>> = {}): Logit => ({
  b0,
  coefficients: Object.entries(betas).map(([name, beta]) => ({ name, mean: 0.1, std: 2, beta })),
})

const planModel = (over: Partial<PlanModel> = {}): PlanModel =>
  aPlanModel({
    target: logitWith(-0.1, { D_z5_36: -0.2, sess_asia: 0.1 }),
    timeout: logitWith(-2, { N_s240bp: -0.3 }),
    ...over,
  })

const modelOf = (over: Partial<ModelFile> = {}): ModelFile =>
  aModel({}, { plans: { RAPID: planModel(), PRECISION: null, TIMED: planModel({ n: 49 }) }, ...over })

/** Fitted on EURUSD alone. */
const ofEuro = (): ModelFile => modelOf({ card: { ...modelOf().card, pairs: ['EURUSD'] } })

const featureVector = (fill = 0.5): Float64Array => new Float64Array(FEATURE_COUNT).fill(fill)

const asked = (over: Partial<Asked> = {}): Asked => ({
  pair: 'EURUSD',
  plan: 'RAPID',
  p0: 0.32,
  features: featureVector(),
  ...over,
})

function taught(calibrator: Calibrator, count: number, share: number, resolvedMs = MONDAY): Calibrator {
  for (let k = 0; k < count; k++) {
    const outcome: Outcome = k < share * count ? 'target' : 'stop'
    calibrator.learn({ ...asked(), outcome, resolvedMs })
  }
  return calibrator
}

const rapidP = (calibrator: Calibrator, atMs: number): number => calibrator.outlook(asked(), atMs).p

describe('an outlook', () => {
  const chances = fc.double({ min: 0.01, max: 0.6, noNaN: true })
  const values = fc.double({ min: -8, max: 8, noNaN: true })

  test('has three outcomes that are probabilities and sum to 1', () => {
    const calibrator = new Calibrator(modelOf())
    fc.assert(
      fc.property(chances, values, (p0, value) => {
        const { p, timeout } = calibrator.outlook(asked({ p0, features: featureVector(value) }), MONDAY)
        for (const share of [p, timeout, 1 - p - timeout]) {
          expect(share).toBeGreaterThan(0)
          expect(share).toBeLessThan(1)
        }
      }),
    )
  })

  test('is likelier where the driftless barrier is', () => {
    const calibrator = new Calibrator(modelOf())
    fc.assert(
      fc.property(chances, fc.double({ min: 1e-6, max: 0.3, noNaN: true }), values, (p0, more, value) => {
        const at = (chance: number) =>
          calibrator.outlook(asked({ p0: chance, features: featureVector(value) }), MONDAY).p
        expect(at(p0 + more)).toBeGreaterThan(at(p0))
      }),
    )
  })

  test('is the sigmoid of the offset and the terms', () => {
    const { p } = new Calibrator(modelOf()).outlook(asked({ features: featureVector(0.5) }), MONDAY)
    const score = Math.log(0.32 / 0.68) - 0.1 + ((-0.2 + 0.1) * (0.5 - 0.1)) / 2
    expect(p).toBeCloseTo(1 / (1 + Math.exp(-score)), 12)
  })

  test('is the driftless barrier and says why, wherever the model may not speak', () => {
    const unknown = featureVector()
    unknown[FEATURE_NAMES.indexOf('D_z5_36')] = Number.NaN
    const other = modelOf({ features: ['D_r5'] })
    for (const [calibrator, over, reason] of [
      [new Calibrator(null), {}, 'no model is loaded'],
      [new Calibrator(null, 'm.json is not JSON'), {}, 'm.json is not JSON'],
      [new Calibrator(other), {}, 'for other features'],
      [new Calibrator(modelOf()), { plan: 'PRECISION' }, 'was not fitted for PRECISION'],
      [new Calibrator(modelOf()), { plan: 'TIMED' }, 'has seen 49 outcomes of TIMED'],
      [new Calibrator(modelOf()), { features: unknown }, 'too few bars for D_z5_36'],
      [new Calibrator(ofEuro()), { pair: 'EURJPY' }, 'was not fitted for EURJPY'],
    ] as const) {
      const outlook = calibrator.outlook(asked({ p0: 0.31, ...over }), MONDAY)
      expect(outlook).toMatchObject({ p: 0.31, timeout: 0, timeoutR: 0, n: 0, calibrated: false })
      expect(outlook.source).toContain(reason)
    }
  })

  test('does not mind a feature that no coefficient reads', () => {
    const features = featureVector()
    features[FEATURE_NAMES.indexOf('D_pdh')] = Number.NaN
    expect(new Calibrator(modelOf()).outlook(asked({ features }), MONDAY).calibrated).toBe(true)
  })
})

describe('the rolling intercept', () => {
  const plain = rapidP(new Calibrator(modelOf()), MONDAY)

  test('waits for 300 outcomes, and counts from the day after', () => {
    const few = taught(new Calibrator(modelOf()), 299, 0)
    expect(rapidP(few, MONDAY + DAY_MS)).toBe(plain)
    const enough = taught(new Calibrator(modelOf()), 300, 0)
    expect(rapidP(enough, MONDAY)).toBe(plain)
    expect(rapidP(enough, MONDAY + DAY_MS)).toBeLessThan(plain)
  })

  test('is one Newton step from zero against a prior of 200', () => {
    const { p, source } = taught(new Calibrator(modelOf()), 1_000, 0.4).outlook(asked(), MONDAY + DAY_MS)
    const shift = (400 - 1_000 * plain) / (1_000 * plain * (1 - plain) + 200)
    expect(Math.log(p / (1 - p)) - Math.log(plain / (1 - plain))).toBeCloseTo(shift, 12)
    expect(source).toBe('made-up, level of 1000 outcomes of the last 60 days')
  })

  test('forgets after 60 days', () => {
    const calibrator = taught(new Calibrator(modelOf()), 1_000, 0.1)
    expect(rapidP(calibrator, MONDAY + 60 * DAY_MS)).toBeLessThan(plain)
    expect(rapidP(calibrator, MONDAY + 61 * DAY_MS)).toBe(plain)
  })

  test('does not depend on the order within a day, nor on when it was asked', () => {
    const outcomes: readonly Outcome[] = [
      ...Array<Outcome>(150).fill('target'),
      ...Array<Outcome>(250).fill('stop'),
    ]
    const told = (order: readonly Outcome[], ask: boolean) => {
      const calibrator = new Calibrator(modelOf())
      for (const outcome of order) {
        if (ask) rapidP(calibrator, MONDAY + DAY_MS)
        calibrator.learn({ ...asked({ p0: 0.3 }), outcome, resolvedMs: MONDAY })
      }
      return rapidP(calibrator, MONDAY + DAY_MS)
    }
    const straight = told(outcomes, false)
    expect(straight).not.toBe(plain)
    expect(told(outcomes.toReversed(), true)).toBeCloseTo(straight, 12)
  })

  test('brings the probability to the level of the market it is in', () => {
    const calibrator = new Calibrator(modelOf())
    for (let day = 0; day < 60; day++) taught(calibrator, 300, 0.2, MONDAY + day * DAY_MS)
    expect(rapidP(calibrator, MONDAY + 60 * DAY_MS)).toBeCloseTo(0.2, 1)
  })

  test('ignores an outcome older than its window', () => {
    const now = MONDAY + 61 * DAY_MS
    const calibrator = taught(new Calibrator(modelOf()), 400, 0.1, now)
    const before = rapidP(calibrator, now + DAY_MS)
    taught(calibrator, 1_000, 1, MONDAY)
    expect(rapidP(calibrator, now + DAY_MS)).toBe(before)
    expect(before).toBeLessThan(plain)
  })

  test('can be kept elsewhere, and handed to the next calibrator of the same model', () => {
    const levels = newLevels()
    const calibrator = taught(new Calibrator(modelOf(), '', levels), 500, 0.5, MONDAY - 3 * HOUR_MS)
    const next = new Calibrator(modelOf(), '', levels)
    expect(rapidP(next, MONDAY + DAY_MS)).toBe(rapidP(calibrator, MONDAY + DAY_MS))
    expect(rapidP(next, MONDAY + DAY_MS)).toBeGreaterThan(plain)
  })
})

describe('a pair that the model was not fitted on', () => {
  test('has no probability of the model alone, and teaches the level of the others nothing', () => {
    const calibrator = new Calibrator(ofEuro())
    expect(calibrator.alone(asked())).not.toBeNull()
    expect(calibrator.alone(asked({ pair: 'GBPNZD' }))).toBeNull()
    for (let k = 0; k < 1_000; k++)
      calibrator.learn({ ...asked({ pair: 'GBPNZD' }), outcome: 'stop', resolvedMs: MONDAY })
    expect(rapidP(calibrator, MONDAY + DAY_MS)).toBe(rapidP(new Calibrator(ofEuro()), MONDAY))
  })
})

describe('the fault of a model', () => {
  test('is none when it lists exactly the features of this engine', () => {
    expect(modelFault(modelOf())).toBeNull()
  })

  test('names what is strange, what is absent, and another order', () => {
    expect(modelFault(modelOf({ features: [...FEATURE_NAMES, 'D_moon'] }))).toBe(
      'the model made-up is for other features: it reads D_moon, which this engine does not',
    )
    expect(modelFault(modelOf({ features: FEATURE_NAMES.slice(1) }))).toContain('it does not know D_r5')
    expect(modelFault(modelOf({ features: FEATURE_NAMES.toReversed() }))).toContain('another order')
  })

  test('names a coefficient without a feature', () => {
    const target: Logit = { b0: 0, coefficients: [{ name: 'D_moon', mean: 0, std: 1, beta: 1 }] }
    const plans = { RAPID: planModel({ target }), PRECISION: null, TIMED: null }
    expect(modelFault(modelOf({ plans }))).toContain('a coefficient for D_moon')
  })
})
