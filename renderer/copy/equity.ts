import type { AccountKind } from '../../engine/contracts/primitives.ts'
import { kindWords } from './words.ts'

export const equityCopy = {
  title: 'Equity of closed trades',
  aside: (kind: AccountKind, trades: string) => `${kindWords[kind]}, n ${trades}`,
  loading: 'Reading the record.',
  loadingNext: 'Every closed trade is summed up from the ledger.',
  empty: 'No closed trade to draw.',
  emptyNext: 'The curve begins with your first closed trade.',
  emptyUnlinked: 'No account yet.',
  emptyUnlinkedNext:
    'Training, demo and live have a curve each. It is drawn as soon as a terminal is linked.',
  failedNext: 'Nothing is lost: the ledger keeps every trade. Try again in a moment.',
  retry: 'Read again',
  old: 'This is the curve as it was read before.',
  described: (net: string, r: string, trades: string) => `Net ${net}, ${r}, after ${trades} closed trades.`,
} as const
