import type { PriceRow, RegimeRow } from '../../engine/contracts/views.ts'
import { regimeWords } from './words.ts'

export const boardCopy = {
  title: 'Market board',
  count: (quoted: number, all: number) => `${quoted} of ${all} pairs quoted`,
  columns: { pair: 'Pair', bid: 'Bid', ask: 'Ask', spread: 'Spread', trend: 'M5', regime: 'Regime' },
  spreadTitle: 'Spread in pips, and its norm for this hour of the week',
  empty: 'No price yet.',
  emptyNext: 'Prices come as soon as a terminal is linked and its market is open.',
  noQuote: 'no quote yet',
  stale: 'stale',
  staleTitle: (age: string) => `The last price came ${age} ago. It is not traded on.`,
  norm: (pips: string) => `norm ${pips}`,
  normUnknown: 'learning',
  waits: 'waits for',
  noRegime: 'no data yet',
} as const

const moves = { '1': 'rising', '0': 'unchanged', '-1': 'falling' } as const
export const moveWord = (move: PriceRow['move']): string => moves[move]

/** What the market is doing, as a sentence for a tooltip and for a screen reader. */
export function regimeSentence(row: RegimeRow): string {
  if (row.regime === null) return `Not enough data: waits for ${row.missing ?? 'the first bars'}.`
  const figures = row.figures.map(figure => `${figure.name} ${Number(figure.value.toPrecision(3))}`)
  return [regimeWords[row.regime].meaning, ...figures].join('\n')
}
