import type { Logit, ModelCard, ModelFile, PlanModel, PlanName } from '../../../contracts/model.ts'
import { FEATURE_NAMES, MARKET_FEATURES, type FeatureName } from './feature-names.ts'
import type { FeatureRows } from './feature-rows.ts'
import { endsBothWays, fitLogit } from './fit-logit.ts'
import { logit } from './logistic.ts'
import { amongAll, fitMarket, type MarketPart, type MarketRows } from './market-part.ts'
import { addScores, linesOf, ownScales, ridgesOf, type Term } from './terms.ts'

/** Resolved candidates of one plan in columns, in order of time. */
export type TrainingRows = Readonly<{
  length: number
  /** Of these candidates and of others, in the order of FEATURE_NAMES. */
  features: FeatureRows
  places: Int32Array
  p0: Float64Array
  /** 1 where the target was reached first. */
  target: Uint8Array
  /** 1 where neither barrier was reached by the time exit. */
  timeout: Uint8Array
  /** Result in R at executed prices: spread inside, commission and slippage not. Read of time-outs only. */
  r: Float64Array
}>

/**
 * What one plan is fitted on. Without entries of the market its part of the model is learnt from the candidates alone; they are
 * looked up when they are wanted, so that those of one plan are in memory at a time.
 */
export type PlanRows = Readonly<{ candidates: TrainingRows; market: (() => MarketRows) | null }>

export type TrainingOptions = Readonly<{ name: string; card: ModelCard }>

/** Under this many candidates, or without hits and misses, a plan gets no model: it would be UNCALIBRATED anyway. */
export const FEWEST_ROWS = 50

/**
 * How tightly the second stage is held, as the inverse square of a prior deviation of log-odds; chosen on January to August 2018
 * alone (docs/decisions/0018). `market`: how far the market's terms may move for the candidates, 0.03 a deviation. `setup`: what
 * a setup is worth, and all together, 0.1, half of the best that the study measured. `directional`: 0.018 a deviation, and
 * what they learn is then halved, since the study's kept 0.34 ± 0.30 and 0.71 ± 0.31 of theirs in an unseen year.
 */
const RIDGE = { market: 1_000, setup: 100, directional: 3_000 } as const
const DIRECTIONAL_KEPT = 0.5

/** Fits each plan's two logits. Pure, and the same rows give the same bytes. Validation figures of the card are the caller's. */
export function train(
  plans: Readonly<Record<PlanName, PlanRows | null>>,
  { name, card }: TrainingOptions,
): ModelFile {
  const planOf = (plan: PlanName) => {
    const rows = plans[plan]
    return rows && trainPlan(rows)
  }
  return {
    format: 1,
    name,
    features: [...FEATURE_NAMES],
    plans: { RAPID: planOf('RAPID'), PRECISION: planOf('PRECISION'), TIMED: planOf('TIMED') },
    card,
  }
}

/** Null when there is too little to fit. */
export function trainPlan({ candidates, market }: PlanRows): PlanModel | null {
  const { length, p0, target } = candidates
  if (length < FEWEST_ROWS || !endsBothWays({ rows: length, y: target })) return null
  const offset = p0.map(logit)
  const parts = market && fitMarket(market())
  return {
    target: fitAround(parts?.target ?? null, candidates, { rows: candidates.places, y: target, offset }),
    timeout: fitTimeout(candidates, parts?.timeout ?? null),
    timeoutR: meanOfTimeouts(candidates),
    n: length,
  }
}

/** Among the candidates that did not reach their target. */
function fitTimeout(candidates: TrainingRows, part: MarketPart | null): Logit {
  const isMiss = (row: number): boolean => candidates.target[row] === 0
  const rows = candidates.places.filter((_, row) => isMiss(row))
  const y = candidates.timeout.filter((_, row) => isMiss(row))
  if (!endsBothWays({ rows: y.length, y })) {
    const share = (y.reduce((sum, one) => sum + one, 0) + 1) / (y.length + 2)
    return { b0: logit(share), coefficients: [] }
  }
  return fitAround(part, candidates, { rows, y, offset: new Float64Array(rows.length) })
}

/** Places of some of the candidates, what happened in each, and what is known of its log-odds beforehand. */
type Wanted = Readonly<{ rows: Int32Array; y: Uint8Array; offset: Float64Array }>

/**
 * The second stage: how the candidates of the setups differ from the market around them. In two steps: everything together, then
 * all but the directional terms once more around the halved directional ones.
 */
function fitAround(part: MarketPart | null, candidates: TrainingRows, { rows, y, offset }: Wanted): Logit {
  const { features, places: all } = candidates
  const marketTerms = part ? tied(part) : ownTerms(features, all, MARKET_FEATURES, RIDGE.market)
  const rest = [...marketTerms, ...setupTerms(features, all)]
  const directional = ownTerms(features, all, DIRECTIONAL, RIDGE.directional)
  const known = offset.map(score => score + (part?.b0 ?? 0))
  if (part) addScores(known, linesOf(features, rows, marketTerms), part.betas)
  const together = fitTerms(features, [...rest, ...directional], { rows, y, offset: known }, part !== null)
  const kept = together.betas.subarray(rest.length).map(beta => DIRECTIONAL_KEPT * beta)
  addScores(known, linesOf(features, rows, directional), kept)
  const around = fitTerms(features, rest, { rows, y, offset: known }, part !== null)
  const betas = around.betas.map((beta, k) => beta + (part?.betas[k] ?? 0))
  return {
    b0: around.b0 + (part?.b0 ?? 0),
    coefficients: [...coefficientsOf(rest, betas), ...coefficientsOf(directional, kept)],
  }
}

/** Only a level that the market has given is held to it. */
function fitTerms(
  features: FeatureRows,
  terms: readonly Term[],
  { rows, y, offset }: Wanted,
  isLevelKnown: boolean,
) {
  const lineOf = linesOf(features, rows, terms)
  const penalties = ridgesOf(terms)
  const levelPenalty = isLevelKnown ? RIDGE.setup : 0
  return fitLogit({ rows: rows.length, columns: terms.length, lineOf, y, offset, penalties, levelPenalty })
}

const DIRECTIONAL = FEATURE_NAMES.filter(name => name.startsWith('D_'))
const SETUP_MARKS = FEATURE_NAMES.filter(name => name.startsWith('S_'))

const tied = ({ terms }: MarketPart): readonly Term[] =>
  amongAll(terms).map(term => ({ ...term, ridge: RIDGE.market }))

const ownTerms = (
  features: FeatureRows,
  rows: Int32Array,
  names: readonly FeatureName[],
  ridge: number,
): readonly Term[] =>
  ownScales(
    features,
    rows,
    names.map(name => ({ name, place: FEATURE_NAMES.indexOf(name), ridge })),
  )

/** Marks count whole, so that a setup of few candidates is held as near to the market as one of many. */
const setupTerms = (features: FeatureRows, rows: Int32Array): readonly Term[] =>
  ownTerms(features, rows, SETUP_MARKS, RIDGE.setup).map(term => ({ ...term, mean: 0, std: 1 }))

const coefficientsOf = (terms: readonly Term[], betas: ArrayLike<number>): Logit['coefficients'] =>
  terms.map(({ name, mean, std }, k) => ({ name, mean, std, beta: betas[k] as number }))

function meanOfTimeouts({ length, timeout, r }: TrainingRows): number {
  let sum = 0
  let count = 0
  for (let row = 0; row < length; row++) {
    if (timeout[row] !== 1) continue
    sum += r[row] as number
    count++
  }
  return count === 0 ? 0 : sum / count
}
