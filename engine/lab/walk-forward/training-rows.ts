import type { PlanName } from '../../contracts/model.ts'
import type { TrainingRows } from '../../domain/venom/confidence/train.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { PLAN_CODES } from '../candidates/codes.ts'
import { TARGET, TIMEOUT } from '../outcome/trade-player.ts'

/** The rows as the fit wants them, plan by plan; null of a plan that has none. */
export function trainingRows(
  candidates: Candidates,
  rows: Int32Array,
): Readonly<Record<PlanName, TrainingRows | null>> {
  const ofPlan = (plan: PlanName): TrainingRows | null => {
    const code = PLAN_CODES.indexOf(plan)
    const own = rows.filter(row => candidates.plan[row] === code)
    return own.length === 0 ? null : columnsOf(candidates, own)
  }
  return { RAPID: ofPlan('RAPID'), PRECISION: ofPlan('PRECISION'), TIMED: ofPlan('TIMED') }
}

function columnsOf(candidates: Candidates, rows: Int32Array): TrainingRows {
  const { p0, ending, net1, costR } = candidates
  return {
    length: rows.length,
    features: candidates.features,
    places: rows,
    p0: Float64Array.from(rows, row => p0[row] as number),
    target: Uint8Array.from(rows, row => (ending[row] === TARGET ? 1 : 0)),
    timeout: Uint8Array.from(rows, row => (ending[row] === TIMEOUT ? 1 : 0)),
    // What the value gate subtracts comes back, and the spread stays inside.
    r: Float64Array.from(rows, row => (net1[row] as number) + (costR[row] as number)),
  }
}
