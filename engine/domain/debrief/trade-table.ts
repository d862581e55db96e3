import { DebriefGrouping, type DebriefTradesQuery } from '../../contracts/debrief.ts'
import type { DebriefBook } from './debrief-book.ts'
import { chosenRows, rowsOfScope, scopeOf } from './figures/chosen.ts'

const FIGURES = [
  'openMs', 'closeMs', 'r', 'netCents', 'lots', 'riskPct', 'p', 'promisedR', 'maeR', 'mfeR',
] as const // prettier-ignore

/** One trade of a debrief, with what its mission had said; null where nobody knows it. */
export type TradeLine = Readonly<
  Record<(typeof FIGURES)[number], number | null> & { keys: Record<DebriefGrouping, string> }
>

/** The trades that a debrief of the same choice is about, oldest first. */
export function* tradeLines(
  book: DebriefBook,
  query: Omit<DebriefTradesQuery, 'kind'>,
): Generator<TradeLine> {
  const { trades } = book.account(query.account)
  const ofScope = rowsOfScope(trades, scopeOf(trades, query.scope))
  for (const row of chosenRows(trades, ofScope, query.filter)) {
    const known = (name: (typeof FIGURES)[number]) => {
      const value = trades.numbers[name].values[row]
      return value === undefined || Number.isNaN(value) ? null : value
    }
    const figures = Object.fromEntries(FIGURES.map(name => [name, known(name)]))
    const keys = Object.fromEntries(DebriefGrouping.options.map(by => [by, trades.keys[by].at(row)]))
    yield { ...figures, keys } as TradeLine
  }
}
