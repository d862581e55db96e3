import type { ModelCard, ModelFile, PlanName, Validation } from '../../contracts/model.ts'
import type { CalibrationFigures, WalkForwardReport } from '../../contracts/proving.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { PLAN_CODES } from '../candidates/codes.ts'
import { isoDay } from './basis.ts'
import { fitted } from './fold-forecasts.ts'
import { isUsable } from './purge.ts'

/** Fitted on all there is, and proven by the walk-forward over the same data: no figure of its card has seen its own test. */
export function trainedModel(
  candidates: Candidates,
  report: WalkForwardReport,
  fittedAtMs: number,
): ModelFile {
  const all = Int32Array.from({ length: candidates.length }, (_, row) => row)
  const rows = all.filter(row => isUsable(candidates, row))
  const days = rows.map(row => Math.floor((candidates.barMs[row] as number) / DAY_MS)).sort()
  const dayAt = (at: number) => isoDay((days.at(at) ?? 0) * DAY_MS)
  const card = cardOf(report, { from: dayAt(0), to: dayAt(-1) }, fittedAtMs)
  const name = `own-${card.period.to}-${report.data.hash.slice(0, 6)}`
  return fitted(candidates, rows, name, card).model
}

/** `period` is that of the candidates that were fitted, which may be less than the data. */
function cardOf(report: WalkForwardReport, period: ModelCard['period'], fittedAtMs: number): ModelCard {
  const { data, engine, trials, costs, basis } = report
  const pairs = data.pairs.map(({ pair }) => pair).join(', ')
  return {
    data: `${pairs} M1, SHA-256 of all ${data.hash}`,
    period,
    trials: trials.study + trials.here,
    fittedAtMs,
    engine,
    method:
      'Logit over the driftless barrier, ridge 3,000 on directional features whose coefficients are then halved, 500 on the others; fitted on all of the period',
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
