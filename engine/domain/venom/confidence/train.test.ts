import { describe, expect, test } from 'vitest'
import { Random } from '../../../broker-sim/random.ts'
import { ModelFile } from '../../../contracts/model.ts'
import { aModel } from '../../../testkit/models.ts'
import { PLANS } from '../plan.ts'
import { Calibrator } from './calibrator.ts'
import { FEATURE_COUNT, FEATURE_NAMES } from './feature-names.ts'
import { logit, sigmoid } from './logistic.ts'
import { train, trainPlan, type TrainingRows } from './train.ts'

const SESSION = FEATURE_NAMES.indexOf('sess_asia')
const STRETCH = FEATURE_NAMES.indexOf('D_z5_36')
const VOLATILITY = FEATURE_NAMES.indexOf('N_s240bp')
const STILL = FEATURE_NAMES.indexOf('S_sqz60')

/** Candidates with known odds: a level, a session, a directional term, and time-outs that fall with volatility. */
function candidates(count: number, seed = 1): TrainingRows {
  const random = new Random(seed)
  const features = new Float64Array(count * FEATURE_COUNT)
  const rows = {
    length: count,
    features,
    p0: new Float64Array(count),
    target: new Uint8Array(count),
    timeout: new Uint8Array(count),
    r: new Float64Array(count),
  }
  for (let row = 0; row < count; row++) {
    const own = features.subarray(row * FEATURE_COUNT, (row + 1) * FEATURE_COUNT)
    for (let k = 0; k < FEATURE_COUNT; k++) own[k] = random.gaussian()
    own[SESSION] = random.uniform() < 0.3 ? 1 : 0
    own[STILL] = 0
    rows.p0[row] = 0.3 + 0.03 * random.uniform()
    const x = (k: number) => own[k] ?? 0
    const score = logit(rows.p0[row] ?? 0) - 0.1 + 0.4 * x(SESSION) - 0.3 * x(STRETCH)
    rows.target[row] = random.uniform() < sigmoid(score) ? 1 : 0
    const late = rows.target[row] === 0 && random.uniform() < sigmoid(-2 - 0.8 * x(VOLATILITY))
    rows.timeout[row] = late ? 1 : 0
    rows.r[row] = late ? 0.5 : -1
  }
  return rows
}

const ROWS = candidates(30_000)
const { card } = aModel()
const model = train({ RAPID: ROWS, PRECISION: candidates(49), TIMED: null }, { name: 'fitted', card })
const perUnit = (name: string): number => {
  const term = model.plans.RAPID?.target.coefficients.find(one => one.name === name)
  return term ? term.beta / term.std : Number.NaN
}

describe('training', () => {
  test('makes a model file that the contract accepts, with all features in order', () => {
    expect(ModelFile.parse(model)).toEqual(model)
    expect(model.features).toEqual(FEATURE_NAMES)
  })

  test('finds what was planted, and keeps half of what is directional', () => {
    expect(perUnit('sess_asia')).toBeGreaterThan(0.3)
    expect(perUnit('sess_asia')).toBeLessThan(0.45)
    expect(perUnit('D_z5_36')).toBeLessThan(-0.06)
    expect(perUnit('D_z5_36')).toBeGreaterThan(-0.15)
    expect(Math.abs(perUnit('D_r5'))).toBeLessThan(0.02)
  })

  test('says on average what happened', () => {
    const calibrator = new Calibrator(model)
    let p = 0
    let timeout = 0
    for (let row = 0; row < ROWS.length; row++) {
      const own = ROWS.features.subarray(row * FEATURE_COUNT, (row + 1) * FEATURE_COUNT)
      const outlook = calibrator.outlook(PLANS.RAPID, ROWS.p0[row] ?? 0, own, 0)
      p += outlook.p / ROWS.length
      timeout += outlook.timeout / ROWS.length
    }
    const share = (of: Uint8Array) => of.reduce((sum, one) => sum + one, 0) / ROWS.length
    expect(p).toBeCloseTo(share(ROWS.target), 6)
    expect(timeout).toBeCloseTo(share(ROWS.timeout), 3)
    expect(model.plans.RAPID?.timeoutR).toBeCloseTo(0.5, 10)
  })

  test('gives the same bytes for the same candidates', () => {
    const again = train({ RAPID: candidates(30_000), PRECISION: null, TIMED: null }, { name: 'fitted', card })
    expect(JSON.stringify(again)).toBe(JSON.stringify(model))
  })

  test('leaves out a feature that never varies', () => {
    expect(Number.isNaN(perUnit('S_sqz60'))).toBe(true)
    expect(Number.isNaN(perUnit('S_z5'))).toBe(false)
  })

  test('fits no plan on fewer than 50 candidates, nor where all ended the same way', () => {
    expect(model.plans.PRECISION).toBeNull()
    expect(model.plans.TIMED).toBeNull()
    expect(trainPlan({ ...candidates(200), target: new Uint8Array(200) })).toBeNull()
  })

  test('says a small share of time-outs where there were none, and all but certain where all were', () => {
    const rows = candidates(2_000)
    const missed = Uint8Array.from(rows.target, hit => 1 - hit)
    const n = missed.reduce((sum, one) => sum + one, 0)
    for (const [timeout, count] of [
      [new Uint8Array(2_000), 0],
      [missed, n],
    ] as const) {
      const plan = trainPlan({ ...rows, timeout })
      expect(plan?.timeout).toEqual({ b0: logit((count + 1) / (n + 2)), coefficients: [] })
    }
  })
})
