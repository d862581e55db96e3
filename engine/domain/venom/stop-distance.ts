import { pointsPerPip } from '../market/price.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'

const FOUR_HOURS = 240
const SHORTEST_PIPS = 6

/**
 * Stops are measured in the volatility expected of the next four hours, and are never under 6 pips (study §5, §6).
 * Points, rounded up; null while the volatility model is not ready.
 */
export function stopDistance(market: SymbolMarket, closeMs: number, sigmas: number): number | null {
  if (!market.volatility.ready) return null
  const sigma = market.volatility.sigma(market.bars.series.M15.close(0), closeMs, FOUR_HOURS)
  return Math.ceil(Math.max(sigmas * sigma, SHORTEST_PIPS * pointsPerPip(market.digits)))
}
