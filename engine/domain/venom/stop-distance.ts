import { pointsPerPip } from '../market/price.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'

const SHORTEST_PIPS = 6

/**
 * Stops are measured in the volatility expected of the next four hours, and are never under 6 pips (study §5, §6).
 * Points, rounded up; null while the volatility model is not ready.
 */
export function stopDistance({ readings, digits }: SymbolMarket, sigmas: number): number | null {
  if (Number.isNaN(readings.sigma240)) return null
  return Math.ceil(Math.max(sigmas * readings.sigma240, SHORTEST_PIPS * pointsPerPip(digits)))
}
