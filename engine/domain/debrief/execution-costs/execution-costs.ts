import type { StoredEvent } from '../../../contracts/events.ts'
import type { ExecutionCosts } from '../../../contracts/execution-costs.ts'
import type { AccountKind, EpochMs } from '../../../contracts/primitives.ts'
import { biggestCost } from './biggest-cost.ts'
import { costGroup, costGroups } from './cost-groups.ts'
import { OrderStories } from './order-story.ts'
import { tradeCost, type TradeCost } from './trade-cost.ts'

/**
 * What carrying out orders has cost, for each kind of account by itself. Reads the events once, in order, and keeps a few
 * figures of each closed trade; kinds that are not `STORY_EVENTS` may be left out.
 */
export function executionCosts(events: Iterable<StoredEvent>): (account: AccountKind) => ExecutionCosts {
  const stories = new OrderStories()
  const trades: TradeCost[] = []
  const leftOut: AccountKind[] = []
  for (const event of events) {
    const ended = stories.take(event)
    if (!ended) continue
    const cost = tradeCost(ended)
    if (cost) trades.push(cost)
    else leftOut.push(ended.recorded.account)
  }
  return account => ({
    ...summed(trades.filter(trade => trade.account === account)),
    account,
    open: stories.open(account),
    leftOut: leftOut.filter(kind => kind === account).length,
  })
}

function summed(trades: readonly TradeCost[]): Omit<ExecutionCosts, 'account' | 'open' | 'leftOut'> {
  const all = costGroup('all', trades)
  const edge = (pick: (a: number, b: number) => number): EpochMs | null =>
    trades.reduce<number | null>(
      (found, { entryMs }) => (found === null ? entryMs : pick(found, entryMs)),
      null,
    ) as EpochMs | null
  return {
    fromMs: edge(Math.min),
    toMs: edge(Math.max),
    accounts: new Set(trades.map(({ login }) => login)).size,
    all,
    by: costGroups(trades),
    biggest: biggestCost(all),
  }
}
