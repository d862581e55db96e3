import type { ResultCurve } from '../../../contracts/debrief-curves.ts'
import type { EpochMs } from '../../../contracts/primitives.ts'
import type { TradeRows } from '../record/trade-rows.ts'
import { fallsOf, risingTimes, thinned } from './falls.ts'
import type { Sample } from './sample.ts'

/** Points of a drawn curve. */
export const POINTS = 400

/** Running sum of R, trade by trade, from nothing at the first entry. */
export function resultCurve({ numbers }: TradeRows, { rows, r }: Pick<Sample, 'rows' | 'r'>): ResultCurve {
  if (rows.length === 0)
    return { points: [], depthR: 0, fromMs: null, toMs: null, recoveredMs: null, longestMs: 0 }
  const sums = new Float64Array(rows.length + 1)
  for (let k = 0; k < r.length; k++) sums[k + 1] = (sums[k] as number) + (r[k] as number)
  const firstMs = numbers.openMs.values[rows[0] as number] as number
  const moments = new Float64Array(rows.length + 1)
  moments.set([firstMs])
  moments.set(numbers.closeMs.of(rows), 1)
  const times = risingTimes(moments)
  const { depths, depth, from, to, recovered, longest } = fallsOf(sums, times, (best, level) => best - level)
  const timeOf = (k: number | null) => (k === null ? null : (times[k] as EpochMs))
  return {
    points: thinned(depths, POINTS).map(n => ({
      atMs: times[n] as EpochMs,
      n,
      r: sums[n] as number,
      depthR: depths[n] as number,
    })),
    depthR: depth,
    fromMs: timeOf(from),
    toMs: timeOf(to),
    recoveredMs: timeOf(recovered),
    longestMs: longest,
  }
}
