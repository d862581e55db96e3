import type { EquityCurve } from '../../contracts/queries.ts'
import { Cents, EpochMs } from '../../contracts/primitives.ts'

/** One closed trade as the index keeps it. */
export type TradeResult = Readonly<{ closeMs: number; netCents: number; r: number }>

/**
 * Adds results up, in the order in which trades closed, and keeps at most `points` of the sums, evenly spaced. The last
 * one is always kept: it is the figure that stands beside the chart.
 */
export function equityCurveOf(trades: readonly TradeResult[], points: number): EquityCurve {
  let netCents = 0
  let r = 0
  const sums = trades.map(trade => {
    netCents += trade.netCents
    r += trade.r
    return { atMs: EpochMs.parse(trade.closeMs), netCents: Cents.parse(netCents), r }
  })
  return { points: thinned(sums, points), trades: trades.length }
}

function thinned<T>(values: readonly T[], most: number): T[] {
  if (values.length <= most) return [...values]
  const step = (values.length - 1) / (most - 1)
  const kept = new Set(Array.from({ length: most }, (_, place) => Math.round(place * step)))
  return values.filter((_, index) => kept.has(index))
}
