import { Cents, EpochMs } from '../../contracts/primitives.ts'
import type { EquityCurve } from '../../contracts/queries.ts'
import type { TradeRows } from './record/trade-rows.ts'

/**
 * Results added up in the order in which trades were told; at most `points` of the sums, evenly spaced by trade. The last one is
 * always kept: it is the figure that stands beside the chart.
 */
export function equityCurve({ numbers }: Pick<TradeRows, 'numbers'>, points: number): EquityCurve {
  const [closed, cents, r] = [numbers.closeMs.values, numbers.netCents.values, numbers.r.values]
  const trades = closed.length
  const kept = Math.min(points, trades)
  const step = kept > 1 ? (trades - 1) / (kept - 1) : 0
  const drawn: EquityCurve['points'] = []
  const sum = { netCents: 0, r: 0 }
  for (let row = 0; row < trades; row++) {
    sum.netCents += cents[row] as number
    sum.r += r[row] as number
    if (row === Math.round(drawn.length * step))
      drawn.push({ atMs: EpochMs.parse(closed[row]), netCents: Cents.parse(sum.netCents), r: sum.r })
  }
  return { points: drawn, trades }
}
