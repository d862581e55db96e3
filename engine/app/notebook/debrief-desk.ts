import type { Command, CommandAnswer } from '../../contracts/index.ts'
import type { Desk } from '../desk.ts'
import { done, refused } from '../orders/answers.ts'

/** Whether a closed trade was traded as planned, in the trader's own judgement. Said again, it replaces what was said. */
export function debriefTrade(
  desk: Desk,
  { order, keptPlan, origin }: Extract<Command, { kind: 'debriefTrade' }>,
): CommandAnswer {
  const record = desk.state.orders.get(order)
  if (record === undefined)
    return refused('UNKNOWN_ORDER', 'This trade is not known here: choose one from the record.')
  if (desk.state.tests.has(record.recorded.mission))
    return refused('TEST_FIRE', 'This was a test fire: there was no plan to keep.')
  if (record.state !== 'closed' && record.told === 0)
    return refused('NOT_CLOSED', 'This trade is not closed yet: debrief it when it has ended.')
  if (desk.state.notebook.debriefs.get(order) === keptPlan) return done('This was said of it already.')
  const { account, mission } = record.recorded
  desk.record({ kind: 'tradeDebriefed', atMs: desk.now(), trace: mission, order, account, keptPlan, origin })
  return done(keptPlan ? 'Debriefed: traded as planned.' : 'Debriefed: not as planned.')
}
