import type { Award } from '../../domain/campaign/campaign-book.ts'
import type { Desk } from '../desk.ts'

/**
 * Tells every award that the facts have earned and the ledger does not know yet: of this turn, and after an update those of before.
 * At the end of each turn, so that facts and their XP are stored together.
 */
export function payAwards(desk: Desk): void {
  // What is told leaves `due` under the loop, which a map allows.
  for (const { due } of desk.state.campaign.kinds.values())
    if (due.size > 0) for (const award of due.values()) tell(desk, award)
}

function tell(desk: Desk, { key, account, atMs, reason, xp, order, text }: Award): void {
  const mission = order === null ? undefined : desk.state.orders.get(order)?.recorded.mission
  const trace = mission && { trace: mission }
  desk.record({ kind: 'xpAwarded', atMs, ...trace, account, order, reason, xp, key, text })
}
