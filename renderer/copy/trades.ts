/** Words of the table of trades. */
import type { TradeOrder } from '../../engine/contracts/trades-table.ts'

export const tradesCopy = {
  title: 'Trades',
  unlinked: 'No account yet.',
  unlinkedNext: 'Training, demo and live are never added together. Link a terminal first.',
  loading: 'Reading the closed trades.',
  loadingNext: 'They come from the ledger.',
  failedNext: 'Nothing is lost: the ledger keeps every trade. Try again in a moment.',
  retry: 'Read again',
  old: 'As read before:',
  empty: 'No trade has been closed yet.',
  emptyNext: 'Each closed trade gets its row here, with its whole story one click away.',
  nothing: 'No trade is left by these filters.',
  nothingNext: 'Take one of them away.',
  count: (account: string, n: string) => `${account} · ${n} closed`,
  filters: 'Filters',
  scopes: 'Trades or drills',
  any: { pair: 'Any pair', side: 'Long and short', reason: 'Closed by anything' },
  row: (pair: string, side: string, closed: string, r: string) =>
    `${pair} ${side}, closed ${closed}, ${r}: its story`,
  noStory: 'No mission of ours led to it',
  unknown: '—',
} as const

/** Heads of the columns, and what is said of each to who rests on it. */
export const tradeColumnWords: Readonly<Record<TradeOrder, Readonly<{ head: string; means: string }>>> = {
  closed: { head: 'Closed, UTC', means: 'When the last of it was closed' },
  pair: { head: 'Pair', means: 'And whether it was long or short' },
  held: { head: 'Held', means: 'From the first fill to the last exit, week-ends included' },
  r: { head: 'Result', means: 'After all costs, in units of what was at risk when it was fired' },
  money: { head: 'Net', means: 'In the account’s currency, costs and swap included' },
  worst: { head: 'Worst', means: 'How far the price went against it before its end, in R' },
  best: { head: 'Best', means: 'How far the price went for it before its end, in R' },
}
export const plainColumnWords = { setup: 'Setup', lots: 'Lots', reason: 'Closed by' } as const
