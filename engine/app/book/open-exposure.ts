import type { Pair } from '../../contracts/pairs.ts'
import { knownCorrelation } from '../../domain/market/correlation.ts'
import type { OpenExposure } from '../../domain/overlay/exposure.ts'
import type { Desk } from '../desk.ts'
import { openBook, type Held } from './open-book.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/**
 * Other open positions on this account, and how their pairs have moved with this one. Before the balance is known, each counts in
 * full. A stranger's position on the same pair is the same bet, or its opposite; one of an unknown risk is denied by its own rule.
 */
export function openExposure(
  desk: Desk,
  terminal: TerminalDesk,
  pair: Pair,
  book: readonly Held[] = openBook(desk, terminal),
): OpenExposure[] {
  const balance = terminal.account?.balance ?? 0
  const correlations = new Map<Pair, number | null>()
  return book.flatMap(({ is, pair: other, side, riskCents, certainShare }) => {
    if (other === null || (other === pair && is !== 'external')) return []
    const known = correlations.get(other)
    const correlation = known === undefined ? correlationOf(terminal, pair, other) : known
    correlations.set(other, correlation)
    const riskPct = balance > 0 ? (100 * (riskCents ?? 0)) / balance : 100
    return [{ pair: other, side, riskPct, certainPct: certainShare * riskPct, correlation }]
  })
}

function correlationOf(terminal: TerminalDesk, pair: Pair, other: Pair): number | null {
  if (pair === other) return 1
  const market = terminal.of(pair)?.market
  const others = terminal.of(other)?.market
  return market && others ? knownCorrelation(market.bars.series.M15, others.bars.series.M15) : null
}
