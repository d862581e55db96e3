import type { ClosedTrade } from '../../contracts/mission.ts'

const PLAN_KEPT = 40
const PAID_A_DAY = 3
const RESULT = { perR: 10, worst: -10, best: 30 } as const
/** Simulated trades pay a tenth and are marked. */
const SIMULATED_SHARE = 0.1

export type XpLine = Readonly<{ reason: 'PLAN_KEPT' | 'RESULT'; xp: number }>

/** XP of one closed trade. `closedByPlanToday` counts the trades of its trading day that were paid before it. */
export function xpForTrade(trade: ClosedTrade, closedByPlanToday: number): XpLine[] {
  const share = trade.kind === 'simulated' ? SIMULATED_SHARE : 1
  const result = Math.min(RESULT.best, Math.max(RESULT.worst, RESULT.perR * trade.r))
  const lines: XpLine[] = [{ reason: 'RESULT', xp: Math.round(result * share) }]
  if (isByPlan(trade) && closedByPlanToday < PAID_A_DAY) {
    lines.unshift({ reason: 'PLAN_KEPT', xp: Math.round(PLAN_KEPT * share) })
  }
  return lines.filter(line => line.xp !== 0)
}

/** Its own stop, target or time exit closed it. */
export const isByPlan = ({ reason }: ClosedTrade): boolean =>
  reason === 'stop' || reason === 'target' || reason === 'time'
