/** Debriefs as the archive works them out, of trades that are made the same way each time. */
import type { DebriefQuery } from '../../../engine/contracts/debrief.ts'
import type { QueryAnswer } from '../../../engine/contracts/queries.ts'
import { debriefOf } from '../../../engine/domain/debrief/debrief.ts'
import { DebriefBook } from '../../../engine/domain/debrief/debrief-book.ts'
import { tradeHistory, type HistoryPlan } from '../../../engine/testkit/trade-history.ts'

function bookOf(plan: Partial<HistoryPlan>): DebriefBook {
  const book = new DebriefBook()
  for (const stored of tradeHistory({ account: 'simulated', ...plan })) book.take(stored)
  return book
}

export function debriefAnswer(
  plan: Partial<HistoryPlan>,
  keys: DebriefQuery['filter']['keys'] = {},
): QueryAnswer<'debrief'> {
  const filter = { fromMs: null, toMs: null, keys }
  const value = debriefOf(bookOf(plan), {
    kind: 'debrief',
    account: 'simulated',
    scope: null,
    filter,
    trials: null,
  })
  return { is: 'answer', value }
}

/** The first piece of the table of the same trades. */
export function tradesAnswer(plan: Partial<HistoryPlan>): QueryAnswer<'tradesTable'> {
  const filter = { fromMs: null, toMs: null, keys: {} }
  const piece = { order: 'closed', descending: true, skip: 0, limit: 100 } as const
  const query = { kind: 'tradesTable', account: 'simulated', scope: null, filter, ...piece } as const
  return { is: 'answer', value: bookOf(plan).account('simulated').table.piece(query) }
}
