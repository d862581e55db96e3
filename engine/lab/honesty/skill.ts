import { auc } from '../../domain/statistics/auc.ts'
import { brier } from '../../domain/statistics/brier.ts'
import { mean } from '../../domain/statistics/moments.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import { askedOf, pickCandidates, type Candidates } from '../candidates/candidates.ts'
import { PLAN_CODES } from '../candidates/codes.ts'
import type { MarketEntries } from '../candidates/market-entries.ts'
import { issue } from '../issue/issue.ts'
import { TARGET, TIMEOUT } from '../outcome/trade-player.ts'
import { fitted } from '../walk-forward/fold-forecasts.ts'
import { marketRows } from '../walk-forward/market-rows.ts'
import { isUsable } from '../walk-forward/purge.ts'

/** The plan with the most candidates: the two generators of candidates have it. */
export const PLAN = 'RAPID'
const FIT_SHARE = 0.6

/** How well something is told of candidates that no fit has seen. */
export type Skill = Readonly<{
  n: number
  auc: number
  /** Of the AUC where nothing is known: H. B. Mann and D. R. Whitney, Ann. Math. Stat. 18, 1947. */
  aucError: number
  /** Over the share in the fit. */
  brierSkill: number
}>

/** What a model that was fitted on the first part of some data knows of the rest. */
export type Skills = Readonly<{
  /** Whether the target was reached, as the model alone says it. */
  target: Skill
  /** The same with the level of the last 60 days. */
  levelled: Skill
  /** Whether the time ran out, among those that missed their target. */
  late: Skill
}>

/** The candidates of the plan that have all features and came to an end, in order of time. */
export function usableOfPlan(candidates: Candidates): Candidates {
  const code = PLAN_CODES.indexOf(PLAN)
  const rows = Array.from({ length: candidates.length }, (_, row) => row)
  return pickCandidates(
    candidates,
    rows.filter(row => candidates.plan[row] === code && isUsable(candidates, row)),
  )
}

/** Without entries of the market the fit has one stage. */
export type Seen = Readonly<{ candidates: Candidates; market: MarketEntries | null }>

/** As a model of the app is fitted, in both its stages. `candidates` of one plan, in order of time. NaN where nothing can be fitted. */
export function skillsOf({ candidates, market }: Seen): Skills {
  const split = Math.floor(candidates.length * FIT_SHARE)
  const splitMs = candidates.barMs[split] ?? Number.POSITIVE_INFINITY
  const rows = Int32Array.from({ length: candidates.length }, (_, row) => row)
  const fit = rows.subarray(0, split)
  const before = { fromMs: Number.NEGATIVE_INFINITY, toMs: splitMs }
  const entries = market && marketRows(market, before, splitMs)
  const { model } = fitted(candidates, fit, { market: entries })
  const calibrator = new Calibrator(model)
  const alone = Float64Array.from(rows, row => calibrator.alone(askedOf(candidates, row)) ?? Number.NaN)
  const { p, timeout } = issue(candidates, new Calibrator(model), { fromMs: splitMs })
  const late = timeout.map((share, row) => share / (1 - (p[row] as number)))
  const test = rows.subarray(split).filter(row => Number.isFinite(alone[row]))
  const ended = (as: number) => candidates.ending.map(ending => (ending === as ? 1 : 0))
  const [hits, timeouts] = [ended(TARGET), ended(TIMEOUT)]
  const missed = (of: Int32Array) => of.filter(row => hits[row] === 0)
  return {
    target: skillOf(alone, hits, fit, test),
    levelled: skillOf(p, hits, fit, test),
    late: skillOf(late, timeouts, missed(fit), missed(test)),
  }
}

/** Of what was `said` of each row of the test, beside the share that `happened` in the fit. */
function skillOf(said: Float64Array, happened: Uint8Array, fit: Int32Array, test: Int32Array): Skill {
  const came = Uint8Array.from(test, row => happened[row] as number)
  const told = Float64Array.from(test, row => said[row] as number)
  const base = new Float64Array(test.length).fill(mean(Uint8Array.from(fit, row => happened[row] as number)))
  const hits = came.reduce((sum, hit) => sum + hit, 0)
  return {
    n: test.length,
    auc: auc(told, came),
    aucError: Math.sqrt((test.length + 1) / (12 * hits * (test.length - hits))),
    brierSkill: 1 - brier(told, came) / brier(base, came),
  }
}
