import type { StoredEvent } from '../../../contracts/events.ts'
import { CostGrouping, type CostGroup, type ExecutionCosts } from '../../../contracts/execution-costs.ts'
import type { AccountKind, EpochMs } from '../../../contracts/primitives.ts'
import { biggestCost } from './biggest-cost.ts'
import { costGroup, costGroups } from './cost-groups.ts'
import { OrderStories } from './order-story.ts'
import { tradeCost, type TradeCost } from './trade-cost.ts'

/**
 * What carrying out orders has cost, for each kind of account by itself. Takes the events in order, each once, and keeps a few
 * figures of each closed trade; kinds that are not `STORY_EVENTS` may be left out.
 */
export class CostBook {
  readonly #stories = new OrderStories()
  readonly #trades: TradeCost[] = []
  readonly #leftOut: AccountKind[] = []

  take(event: StoredEvent): void {
    const ended = this.#stories.take(event)
    if (!ended) return
    const cost = tradeCost(ended)
    if (cost) this.#trades.push(cost)
    else this.#leftOut.push(ended.recorded.account)
  }

  /** Closed trades, of all accounts. */
  get trades(): number {
    return this.#trades.length
  }

  /** The sums of what was taken until now. Pauses after each grouping, since years of trades take a while. */
  *costs(account: AccountKind): Generator<undefined, ExecutionCosts> {
    const trades = this.#trades.filter(trade => trade.account === account)
    const ofAccount = {
      account,
      open: this.#stories.open(account),
      leftOut: this.#leftOut.filter(kind => kind === account).length,
    }
    const all = costGroup('all', trades)
    const by: Partial<Record<CostGrouping, CostGroup[]>> = {}
    for (const grouping of CostGrouping.options) {
      yield
      by[grouping] = costGroups(trades, grouping)
    }
    return {
      ...ofAccount,
      ...spanOf(trades),
      accounts: new Set(trades.map(({ login }) => login)).size,
      all,
      by: by as Record<CostGrouping, CostGroup[]>,
      biggest: biggestCost(all),
    }
  }
}

/** All of the costs at once. */
export function executionCosts(events: Iterable<StoredEvent>): (account: AccountKind) => ExecutionCosts {
  const book = new CostBook()
  for (const event of events) book.take(event)
  return account => {
    const summing = book.costs(account)
    for (;;) {
      const { done, value } = summing.next()
      if (done === true) return value
    }
  }
}

function spanOf(trades: readonly TradeCost[]): Pick<ExecutionCosts, 'fromMs' | 'toMs'> {
  const edge = (pick: (a: number, b: number) => number): EpochMs | null =>
    trades.reduce<number | null>(
      (found, { entryMs }) => (found === null ? entryMs : pick(found, entryMs)),
      null,
    ) as EpochMs | null
  return { fromMs: edge(Math.min), toMs: edge(Math.max) }
}
