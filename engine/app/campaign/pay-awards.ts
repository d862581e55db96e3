import { dueAwards } from '../../domain/campaign/campaign.ts'
import type { Desk } from '../desk.ts'

/**
 * Tells every award that the facts have earned and the ledger does not know yet: of this turn, and after an update those of before.
 * At the end of each turn, so that facts and their XP are stored together.
 */
export function payAwards(desk: Desk): void {
  for (const { key, account, atMs, reason, xp, order, text } of dueAwards(desk.state.campaign)) {
    const mission = order === null ? undefined : desk.state.orders.get(order)?.recorded.mission
    const trace = mission && { trace: mission }
    desk.record({ kind: 'xpAwarded', atMs, ...trace, account, order, reason, xp, key, text })
  }
}
