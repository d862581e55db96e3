import type { ModelFile, PlanName, Validation } from '../../contracts/model.ts'
import type { CalibrationFigures, WalkForwardReport } from '../../contracts/proving.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { PAIR_CODES, PLAN_CODES } from '../candidates/codes.ts'
import { isoDay } from './basis.ts'
import { fitted, type CardOfFit } from './fold-forecasts.ts'
import type { Gathered } from './gathered.ts'
import { marketRows } from './market-rows.ts'
import { isSettled } from './purge.ts'

export type Proven = Readonly<{
  gathered: Gathered
  report: WalkForwardReport
  /** Nothing that happened from then on is fitted; null: all of the data. */
  toMs: number | null
}>

/**
 * Fitted on all that was settled within the span, and proven by the walk-forward over the same data: no figure of its card has seen
 * its own test. Null where no plan and pair has what a fit takes.
 */
export function trainedModel({ gathered, report, toMs }: Proven, fittedAtMs: number): ModelFile | null {
  const { candidates, market } = gathered
  const untilMs = toMs ?? Number.POSITIVE_INFINITY
  const rows = settledRows(candidates, report, untilMs)
  const everything = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }
  const entries = marketRows(market, everything, untilMs)
  const days = rows.map(row => Math.floor((candidates.barMs[row] as number) / DAY_MS)).sort()
  const dayAt = (at: number) => isoDay((days.at(at) ?? 0) * DAY_MS)
  const card = cardOf(report, { from: dayAt(0), to: dayAt(-1) }, fittedAtMs, entries('RAPID').places.length)
  const name = `own-${card.period.to}-${report.data.hash.slice(0, 6)}`
  const { model } = fitted(candidates, rows, { market: entries, name, card })
  const hasPlan = Object.values(model.plans).some(plan => plan !== null)
  return hasPlan && model.card.pairs.length > 0 ? model : null
}

/** Each pair's data has its own end, before which a trade has to be settled. */
function settledRows(candidates: Candidates, { data }: WalkForwardReport, untilMs: number): Int32Array {
  const ends = PAIR_CODES.map(pair => data.pairs.find(one => one.pair === pair)?.toMs ?? 0)
  const rows = Int32Array.from({ length: candidates.length }, (_, row) => row)
  return rows.filter(row =>
    isSettled(candidates, row, Math.min(untilMs, ends[candidates.pair[row] as number] as number)),
  )
}

/** How domain/venom/confidence/train fits, in words. */
const METHOD =
  'Logit over the driftless barrier in two stages: session, volatility and cost from entries on both sides at every quarter hour (ridge 1,000), then what the setups’ candidates differ by: setup marks and level (100), session, volatility and cost (1,000), directional features (3,000, halved)'

/** `period` is that of the candidates that were fitted, which may be less than the data. */
function cardOf(
  report: WalkForwardReport,
  period: CardOfFit['period'],
  fittedAtMs: number,
  quarterHours: number,
): CardOfFit {
  const { data, engine, trials, costs, basis } = report
  const pairs = data.pairs.map(({ pair }) => pair).join(', ')
  return {
    data: `${pairs} M1, SHA-256 of all ${data.hash}`,
    period,
    trials: trials.study + trials.here,
    fittedAtMs,
    engine,
    method: `${METHOD}. Fitted on all that was settled in the period; ${quarterHours.toLocaleString('en-US')} quarter hours`,
    validation: PLAN_CODES.flatMap(plan => validationOf(report, plan)),
    notes: [
      `The figures are of a purged walk-forward (${basis}); the coefficients have seen all of the period.`,
      ...costs,
      ...data.leftOut.map(({ text }) => `Left out: ${text}.`),
    ],
  }
}

/** None for a plan that was never forecast: a figure that is missing is not made up. */
function validationOf({ calibration, basis }: WalkForwardReport, plan: PlanName): Validation[] {
  const of = (intercept: CalibrationFigures['intercept']) =>
    calibration.find(one => one.scope === 'all' && one.plan === plan && one.intercept === intercept)
  const [fixed, rolling] = [of('static'), of('rolling')]
  if (!fixed || !rolling) return []
  const figures = {
    baseRate: fixed.hitRate.value,
    meanP: fixed.meanP,
    auc: fixed.auc.value,
    ece: fixed.ece,
    eceRolling: rolling.ece,
    eceByChance: fixed.eceByChance,
    brierSkill: fixed.brierSkill.value,
    brierSkillRolling: rolling.brierSkill.value,
  }
  return isWhole(figures) ? [{ plan, test: basis, n: fixed.n, ...figures }] : []
}

type Whole<T> = { [Name in keyof T]: Exclude<T[Name], null> }

const isWhole = <T extends Record<string, number | null>>(figures: T): figures is T & Whole<T> =>
  Object.values(figures).every(figure => figure !== null)
