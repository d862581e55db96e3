import { auc } from '../../domain/statistics/auc.ts'
import { brier } from '../../domain/statistics/brier.ts'
import { mean } from '../../domain/statistics/moments.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import { askedOf, pickCandidates, type Candidates } from '../candidates/candidates.ts'
import { PLAN_CODES } from '../candidates/codes.ts'
import { TARGET } from '../outcome/trade-player.ts'
import { fitted } from '../walk-forward/fold-forecasts.ts'
import { isUsable } from '../walk-forward/purge.ts'

/** The plan with the most candidates: the two generators of candidates have it. */
export const PLAN = 'RAPID'
const FIT_SHARE = 0.6

/** What a model that was fitted on the first part of some candidates knows of the rest. */
export type Skill = Readonly<{
  n: number
  auc: number
  /** Of the AUC where nothing is known: H. B. Mann and D. R. Whitney, Ann. Math. Stat. 18, 1947. */
  aucError: number
  /** Over the share of targets in the fit. */
  brierSkill: number
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

/** `candidates` of one plan, in order of time. NaN everywhere when nothing can be fitted on them. */
export function skillOf(candidates: Candidates): Skill {
  const split = Math.floor(candidates.length * FIT_SHARE)
  const rows = Int32Array.from({ length: candidates.length }, (_, row) => row)
  const [fit, test] = [rows.subarray(0, split), rows.subarray(split)]
  const calibrator = new Calibrator(fitted(candidates, fit).model)
  const hits = (of: Int32Array) => Uint8Array.from(of, row => (candidates.ending[row] === TARGET ? 1 : 0))
  const happened = hits(test)
  const said = Float64Array.from(test, row => calibrator.alone(askedOf(candidates, row)) ?? Number.NaN)
  const base = new Float64Array(test.length).fill(mean(hits(fit)))
  const came = happened.reduce((sum, hit) => sum + hit, 0)
  const missed = test.length - came
  return {
    n: test.length,
    auc: auc(said, happened),
    aucError: Math.sqrt((test.length + 1) / (12 * came * missed)),
    brierSkill: 1 - brier(said, happened) / brier(base, happened),
  }
}
