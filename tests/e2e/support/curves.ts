import type { EquityCurve } from '../../../engine/contracts/queries.ts'
import { MARKET_MS, at, cents } from './view-parts.ts'

const RESULTS = [0.9, -1, 1.94, -1, 2.1, -0.4, -1, 1.9, 2.9, -1, 1.95, -1, 0.3, 1.9, -1.02, 1.94]

/** Sixteen trades of 96 dollars' risk. */
export const steadyCurve: EquityCurve['points'] = RESULTS.map((_, index) => {
  const r = RESULTS.slice(0, index + 1).reduce((sum, result) => sum + result, 0)
  return { atMs: at(MARKET_MS - (RESULTS.length - index) * 21_600_000), netCents: cents(r * 96), r }
})
