import type { StoredEvent } from '../../../contracts/events.ts'
import type { ExecutionCosts } from '../../../contracts/execution-costs.ts'
import type { AccountKind, EpochMs } from '../../../contracts/primitives.ts'
import { biggestCost } from './biggest-cost.ts'
import { costGroup, costGroups } from './cost-groups.ts'
import { OrderStories } from './order-story.ts'
import { tradeCost, type TradeCost } from './trade-cost.ts'

/**
 * What carrying out the orders of one kind of account has cost. Reads the events once, in order, and keeps a few figures of
 * each closed trade; kinds that are not `STORY_EVENTS` may be left out.
 */
export function executionCosts(events: Iterable<StoredEvent>, account: AccountKind): ExecutionCosts {
  const stories = new OrderStories(account)
  const trades: TradeCost[] = []
  let leftOut = 0
  for (const event of events) {
    const ended = stories.take(event)
    if (!ended) continue
    const cost = tradeCost(ended)
    if (cost) trades.push(cost)
    else leftOut += 1
  }
  const all = costGroup('all', trades)
  const entries = trades.map(({ entryMs }) => entryMs)
  return {
    account,
    fromMs: entries.length === 0 ? null : (entries.reduce((a, b) => Math.min(a, b)) as EpochMs),
    toMs: entries.length === 0 ? null : (entries.reduce((a, b) => Math.max(a, b)) as EpochMs),
    open: stories.open,
    leftOut,
    accounts: new Set(trades.map(({ login }) => login)).size,
    all,
    by: costGroups(trades),
    biggest: biggestCost(all),
  }
}
