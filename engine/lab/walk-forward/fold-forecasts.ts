import { PlanName, type ModelCard, type ModelFile } from '../../contracts/model.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { WalkFold } from '../../contracts/proving.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import type { MarketRows } from '../../domain/venom/confidence/market-part.ts'
import { FEWEST_ROWS, train, type PlanRows } from '../../domain/venom/confidence/train.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { PAIR_CODES, PLAN_CODES } from '../candidates/codes.ts'
import { issue, type Issue } from '../issue/issue.ts'
import { TARGET } from '../outcome/trade-player.ts'
import { real } from '../../domain/statistics/measured.ts'
import type { Gathered } from './gathered.ts'
import { marketRows } from './market-rows.ts'
import { assertSettled, EMBARGO_MS, rowsOfFold } from './purge.ts'
import { trainingRows } from './training-rows.ts'
import type { Fold } from './windows.ts'

/** What a model said of the rows of a test window, a number a row. */
export type Forecasts = Readonly<{
  p: Float64Array
  timeout: Float64Array
  timeoutR: Float64Array
  /** 1 where a model spoke, 0 where the driftless barrier stood in for it. */
  calibrated: Uint8Array
}>

export type FoldForecasts = Readonly<{
  fold: Omit<WalkFold, 'issued'>
  /** Every candidate of the test window in time order, also those that can become nothing. */
  rows: Int32Array
  static: Forecasts
  rolling: Forecasts
  /** Share of targets of the row's plan in the fit window: the constant to beat. NaN without a fit. */
  base: Float64Array
  /** The same of all plans together. */
  oneRate: Float64Array
}>

/** Its pairs are those that it was fitted on. */
export type CardOfFit = Omit<ModelCard, 'pairs'>

/** No card is asked of a model that lives as long as its fold. */
const FOLD_CARD: CardOfFit = {
  data: 'the fit window of a fold',
  period: { from: '1970-01-01', to: '1970-01-01' },
  trials: 0,
  fittedAtMs: null,
  engine: 'this one',
  method: 'domain/venom/confidence/train',
  validation: [],
  notes: [],
}

/** Fits a fold's model on what was settled before its test window, and asks it about every candidate in that window. */
export function foldForecasts({ candidates, market }: Gathered, fold: Fold): FoldForecasts {
  const { fit, purged, test } = rowsOfFold(candidates, fold)
  assertSettled(candidates, fit, fold.test.fromMs)
  const entries = marketRows(market, fold.fit, fold.test.fromMs - EMBARGO_MS)
  const { model, unfitted } = fitted(candidates, fit, { market: entries })
  const rates = baseRates(candidates, fit)
  const rows = rowsWithin(candidates, fold)
  const said = (learns: boolean): Forecasts =>
    forecastsOf(candidates, fold, new Calibrator(model), learns, rows)
  const rateOf = (row: number) =>
    rates.find(({ plan }) => PLAN_CODES[candidates.plan[row] as number] === plan)
  return {
    fold: {
      fitFromMs: fold.fit.fromMs,
      fitToMs: fold.fit.toMs,
      testFromMs: fold.test.fromMs,
      testToMs: fold.test.toMs,
      fitted: fit.length,
      purged,
      tested: test.length,
      baseRates: rates,
      unfitted,
    },
    rows,
    static: said(false),
    rolling: said(true),
    base: Float64Array.from(rows, row => rateOf(row)?.rate ?? Number.NaN),
    oneRate: new Float64Array(rows.length).fill(hitRate(candidates, fit)),
  }
}

export type FitChoices = Readonly<{
  /** Entries of the market by plan; without them its part is learnt from the candidates alone. */
  market?: ((plan: PlanName) => MarketRows) | null
  name?: string
  card?: CardOfFit
}>

/** A model of these rows, and why a plan has none. */
export function fitted(
  candidates: Candidates,
  rows: Int32Array,
  { market = null, name = 'fold', card = FOLD_CARD }: FitChoices = {},
): Readonly<{ model: ModelFile; unfitted: WalkFold['unfitted'] }> {
  const training = trainingRows(candidates, rows)
  const planRows = (plan: PlanName): PlanRows | null => {
    const own = training[plan]
    return own && { candidates: own, market: market && (() => market(plan)) }
  }
  const plans = {
    RAPID: planRows('RAPID'),
    PRECISION: planRows('PRECISION'),
    TIMED: planRows('TIMED'),
  }
  const model = train(plans, { name, card: { ...card, pairs: pairsOf(candidates, rows) } })
  const unfitted = PlanName.options
    .filter(plan => model.plans[plan] === null)
    .map(plan => ({ plan, why: `${training[plan]?.length ?? 0} candidates are too few to fit` }))
  return { model, unfitted }
}

/** As of a plan, so of a pair: fewer candidates are no evidence. */
function pairsOf({ pair }: Candidates, rows: Int32Array): Pair[] {
  const countOf = (code: number) => rows.reduce((sum, row) => sum + (pair[row] === code ? 1 : 0), 0)
  return PAIR_CODES.filter((_, code) => countOf(code) >= FEWEST_ROWS)
}

function baseRates({ plan, ending }: Candidates, rows: Int32Array): WalkFold['baseRates'] {
  return PlanName.options.map(name => {
    const own = rows.filter(row => plan[row] === PLAN_CODES.indexOf(name))
    return { plan: name, n: own.length, rate: real(hitRate({ ending }, own)) }
  })
}

const hitRate = ({ ending }: Pick<Candidates, 'ending'>, rows: Int32Array): number =>
  rows.filter(row => ending[row] === TARGET).length / rows.length

function rowsWithin({ barMs, length }: Candidates, { test }: Fold): Int32Array {
  const rows = Int32Array.from({ length }, (_, row) => row)
  return rows.filter(row => (barMs[row] as number) >= test.fromMs && (barMs[row] as number) < test.toMs)
}

/** The rolling one is taught every candidate once it was resolved, as on the desk; the static one nothing after its fit. */
function forecastsOf(
  candidates: Candidates,
  { test }: Fold,
  calibrator: Calibrator,
  learns: boolean,
  rows: Int32Array,
): Forecasts {
  const taught = {
    outlook: calibrator.outlook.bind(calibrator),
    learn: learns ? calibrator.learn.bind(calibrator) : () => undefined,
  }
  const { p, timeout, timeoutR, calibrated }: Issue = issue(candidates, taught, test)
  const picked = (column: Float64Array) => Float64Array.from(rows, row => column[row] as number)
  return {
    p: picked(p),
    timeout: picked(timeout),
    timeoutR: picked(timeoutR),
    calibrated: Uint8Array.from(rows, row => calibrated[row] as number),
  }
}
