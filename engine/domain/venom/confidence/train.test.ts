import { describe, expect, test } from 'vitest'
import { Random } from '../../../broker-sim/random.ts'
import { ModelFile, type Logit } from '../../../contracts/model.ts'
import { aModel } from '../../../testkit/models.ts'
import { Calibrator } from './calibrator.ts'
import { FEATURE_COUNT, FEATURE_NAMES, MARKET_FEATURES } from './feature-names.ts'
import { MemoryRows } from './feature-rows.ts'
import { logit, sigmoid } from './logistic.ts'
import type { MarketRows } from './market-part.ts'
import type { Asked } from './outlook.ts'
import { train, trainPlan, type PlanRows, type TrainingRows } from './train.ts'

const SESSION = FEATURE_NAMES.indexOf('sess_asia')
const STRETCH = FEATURE_NAMES.indexOf('D_z5_36')
const VOLATILITY = FEATURE_NAMES.indexOf('N_s240bp')
const MARK = FEATURE_NAMES.indexOf('S_z5')
const STILL = FEATURE_NAMES.indexOf('S_sqz60')

/** Candidates with known odds: a level, a session, a directional term, and time-outs that fall with volatility. */
function candidates(count: number, seed = 1): TrainingRows {
  const random = new Random(seed)
  const features = new Float64Array(count * FEATURE_COUNT)
  const rows = {
    length: count,
    features: new MemoryRows(features, FEATURE_COUNT),
    places: Int32Array.from({ length: count }, (_, row) => row),
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

/** A market whose odds know a level, its volatility and a session; time-outs fall with its volatility. */
function market(count: number, { level = -0.2, session = 0.4, volatility = -0.3 } = {}): MarketRows {
  const random = new Random(count)
  const width = MARKET_FEATURES.length
  const features = new Float32Array(count * width)
  const [targets, timeouts] = [new Uint8Array(count), new Uint8Array(count)]
  for (let row = 0; row < count; row++) {
    const own = features.subarray(row * width, (row + 1) * width)
    MARKET_FEATURES.forEach((_, k) => (own[k] = random.gaussian()))
    const x = (name: string) => own[MARKET_FEATURES.findIndex(feature => feature === name)] ?? 0
    own[MARKET_FEATURES.indexOf('sess_asia')] = random.uniform() < 0.3 ? 1 : 0
    const score = logit(0.32) + level + session * x('sess_asia') + volatility * x('N_s240bp')
    for (let side = 0; side < 2; side++) {
      if (random.uniform() < sigmoid(score)) targets[row] = (targets[row] ?? 0) + 1
      else if (random.uniform() < sigmoid(-1 - 0.5 * x('N_s240bp'))) timeouts[row] = (timeouts[row] ?? 0) + 1
    }
  }
  const places = Int32Array.from({ length: count }, (_, row) => row)
  return {
    features: new MemoryRows(features, width),
    places,
    p0: new Float32Array(count).fill(0.32),
    targets,
    timeouts,
  }
}

const asked = ({ p0, features }: TrainingRows, row: number): Asked => ({
  pair: 'EURUSD',
  plan: 'RAPID',
  p0: p0[row] ?? 0,
  features: Float64Array.from(features.values.subarray(features.begin(row), features.begin(row + 1))),
})

const alone = (rows: TrainingRows): PlanRows => ({ candidates: rows, market: null })

const ROWS = candidates(30_000)
const MARKET = market(40_000)
const { card } = aModel()
const model = train(
  { RAPID: alone(ROWS), PRECISION: alone(candidates(49)), TIMED: null },
  { name: 'fitted', card },
)
const unitsOf = (logits: Logit | undefined) => (name: string) => {
  const term = logits?.coefficients.find(one => one.name === name)
  return term ? term.beta / term.std : Number.NaN
}
const perUnit = unitsOf(model.plans.RAPID?.target)

describe('training on candidates alone', () => {
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
      const outlook = calibrator.outlook(asked(ROWS, row), 0)
      p += outlook.p / ROWS.length
      timeout += outlook.timeout / ROWS.length
    }
    const share = (of: Uint8Array) => of.reduce((sum, one) => sum + one, 0) / ROWS.length
    expect(p).toBeCloseTo(share(ROWS.target), 6)
    expect(timeout).toBeCloseTo(share(ROWS.timeout), 3)
    expect(model.plans.RAPID?.timeoutR).toBeCloseTo(0.5, 10)
  })

  test('gives the same bytes for the same candidates', () => {
    const again = train(
      { RAPID: alone(candidates(30_000)), PRECISION: null, TIMED: null },
      { name: 'fitted', card },
    )
    expect(JSON.stringify(again)).toBe(JSON.stringify(model))
  })

  test('leaves out a feature that never varies', () => {
    expect(Number.isNaN(perUnit('S_sqz60'))).toBe(true)
    expect(Number.isNaN(perUnit('S_z5'))).toBe(false)
  })

  test('fits no plan on fewer than 50 candidates, nor where all ended the same way', () => {
    expect(model.plans.PRECISION).toBeNull()
    expect(model.plans.TIMED).toBeNull()
    expect(trainPlan(alone({ ...candidates(200), target: new Uint8Array(200) }))).toBeNull()
  })

  test('says a small share of time-outs where there were none, and all but certain where all were', () => {
    const rows = candidates(2_000)
    const missed = Uint8Array.from(rows.target, hit => 1 - hit)
    const n = missed.reduce((sum, one) => sum + one, 0)
    for (const [timeout, count] of [
      [new Uint8Array(2_000), 0],
      [missed, n],
    ] as const) {
      const plan = trainPlan(alone({ ...rows, timeout }))
      expect(plan?.timeout).toEqual({ b0: logit((count + 1) / (n + 2)), coefficients: [] })
    }
  })
})

/** Mean probability of a plan's rows, and the share that reached their target. */
function saidAndHappened(plan: ReturnType<typeof trainPlan>, rows: TrainingRows): [number, number] {
  const calibrator = new Calibrator(aModel({}, { plans: { RAPID: plan, PRECISION: null, TIMED: null } }))
  let said = 0
  for (let row = 0; row < rows.length; row++) {
    said += calibrator.outlook(asked(rows, row), 0).p / rows.length
  }
  return [said, rows.target.reduce((sum, hit) => sum + hit, 0) / rows.length]
}

describe('training in two stages', () => {
  test('finds in the market what was planted there, but for chance and its ridge', () => {
    const plan = trainPlan({ candidates: candidates(60), market: () => MARKET })
    const found = unitsOf(plan?.target)
    const error = 1 / Math.sqrt(2 * MARKET.places.length * 0.2)
    expect(Math.abs(found('N_s240bp') + 0.3)).toBeLessThan(0.03 + 3 * error)
    expect(Math.abs(found('sess_asia') - 0.4)).toBeLessThan(0.03 + (3 * error) / 0.46)
    expect(Math.abs(found('N_er24h'))).toBeLessThan(0.03)
    expect(Math.abs(unitsOf(plan?.timeout)('N_s240bp') + 0.5)).toBeLessThan(0.08)
  })

  test('follows candidates that are many away from the market, and few hardly', () => {
    const against = market(20_000, { session: -0.4 })
    const [few, many] = [100, 20_000].map(count => {
      const plan = trainPlan({ candidates: candidates(count), market: () => against })
      return unitsOf(plan?.target)('sess_asia')
    })
    expect(few).toBeLessThan(-0.3)
    // Planted among the candidates: +0.4.
    expect(many).toBeGreaterThan(0.1)
  })

  test('finds what a setup adds to the market, and says on average what happened to its candidates', () => {
    const rows = candidates(15_000)
    const random = new Random(8)
    for (let row = 0; row < rows.length; row++) {
      const isMarked = random.uniform() < 0.4
      rows.features.values[rows.features.begin(row) + MARK] = isMarked ? 1 : 0
      if (isMarked && rows.target[row] === 0 && random.uniform() < 0.1) rows.target[row] = 1
      if (rows.target[row] === 1) rows.timeout[row] = 0
    }
    const plan = trainPlan({ candidates: rows, market: () => MARKET })
    // A tenth of the misses turned to hits: 0.31 + 0.069 has 0.31 more log-odds.
    expect(unitsOf(plan?.target)('S_z5')).toBeGreaterThan(0.2)
    expect(unitsOf(plan?.target)('S_z5')).toBeLessThan(0.4)
    const [said, happened] = saidAndHappened(plan, rows)
    expect(said).toBeCloseTo(happened, 2)
  })

  test('keeps a plan of few candidates near the level of the market around them', () => {
    const few = candidates(60)
    const lucky = { ...few, target: few.target.map((_, row) => (row % 2 === 0 ? 1 : 0)) }
    const [said] = saidAndHappened(trainPlan({ candidates: lucky, market: () => MARKET }), lucky)
    expect(said).toBeLessThan(0.37)
  })

  test('gives the same bytes for the same rows', () => {
    const fit = () => trainPlan({ candidates: candidates(2_000), market: () => market(5_000) })
    expect(JSON.stringify(fit())).toBe(JSON.stringify(fit()))
  })

  test('goes by the candidates alone where the market tells nothing', () => {
    const silent = { ...market(10), targets: new Uint8Array(10), timeouts: new Uint8Array(10) }
    expect(trainPlan({ candidates: ROWS, market: () => silent })).toEqual(model.plans.RAPID)
  })
})
