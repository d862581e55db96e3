import { MINUTE_MS } from '../../market/civil.ts'
import { PLANS, type Plan } from '../plan.ts'
import type { Setup } from '../setup.ts'
import { stopDistance } from '../stop-distance.ts'

/**
 * Every setup laid out by every plan: what a model is fitted on, as the study did (§4: 18 setups in each geometry). A plan's own
 * setups alone would leave PRECISION with four candidates a day on six majors; the marks of the setups keep them apart.
 */
export const inEveryPlan = (setups: readonly Setup[]): readonly Setup[] =>
  Object.values(PLANS).flatMap(plan => setups.map(setup => laidOutBy(plan, setup)))

function laidOutBy(plan: Plan, setup: Setup): Setup {
  if (plan.name === setup.plan.name) return setup
  return {
    ...setup,
    plan,
    propose(market, closeMs) {
      const proposal = setup.propose(market, closeMs)
      const stopPoints = stopDistance(market, plan.stopSigmas)
      if (proposal === null || stopPoints === null) return null
      return {
        ...proposal,
        stopPoints,
        rewardRatio: plan.rewardRatio,
        timeExitMs: closeMs + plan.timeExitMinutes * MINUTE_MS,
      }
    },
  }
}
