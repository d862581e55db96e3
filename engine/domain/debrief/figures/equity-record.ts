import type { DebriefFilter } from '../../../contracts/debrief.ts'
import type { EquityRecord } from '../../../contracts/debrief-curves.ts'
import type { EpochMs } from '../../../contracts/primitives.ts'
import type { EquityMarks } from '../record/equity-marks.ts'
import { TROUGH_GRAIN } from '../trough.ts'
import { fallsOf, risingTimes, thinned } from './falls.ts'
import { indicesWhere } from './indices.ts'
import { POINTS } from './result-curve.ts'

/** Marks in a stretch of time: equity as told, and as it would be had nothing been paid in or out since the first. */
export type MarkedEquity = Readonly<{
  atMs: Float64Array
  dayMs: Float64Array
  isDay: Float64Array
  ownCents: Float64Array
  /** Growth of one unit since the first mark; payments are no growth. */
  growth: Float64Array
}>

export function markedEquity(
  marks: EquityMarks,
  { fromMs, toMs }: Pick<DebriefFilter, 'fromMs' | 'toMs'>,
): MarkedEquity {
  const times = marks.atMs.values
  const isWithin = (atMs: number) => (fromMs === null || atMs >= fromMs) && (toMs === null || atMs < toMs)
  const rows = indicesWhere(times.length, row => isWithin(times[row] as number))
  const equity = marks.equityCents.of(rows)
  const paid = paidSinceBefore(marks.transfersCents.of(rows))
  const dayMs = marks.dayMs.of(rows)
  const growth = new Float64Array(rows.length).fill(1)
  const ownCents = Float64Array.from(equity)
  let paidTotal = 0
  for (let k = 1; k < rows.length; k++) {
    const before = equity[k - 1] as number
    const now = (equity[k] as number) - (paid[k] as number)
    // A training ground that begins again has won or lost nothing by it.
    const isNewBegin = (dayMs[k] as number) < (dayMs[k - 1] as number)
    growth[k] = (growth[k - 1] as number) * (isNewBegin || before <= 0 ? 1 : Math.max(0, now / before))
    paidTotal += paid[k] as number
    ownCents[k] = (equity[k] as number) - paidTotal
  }
  return { atMs: marks.atMs.of(rows), dayMs, isDay: marks.isDay.of(rows), ownCents, growth }
}

/** Paid in since the mark before; nothing where one of the two does not say. */
function paidSinceBefore(transfers: Float64Array): Float64Array {
  let known = Number.NaN
  return transfers.map(now => {
    const before = known
    if (!Number.isNaN(now)) known = now
    return Number.isNaN(now) || Number.isNaN(before) ? 0 : now - before
  })
}

/**
 * Falls of the account itself, floating losses included, as parts of its best: of the growth of one unit, so that a payment is
 * neither a fall nor a new best (time-weighted return; CFA Institute, "Global Investment Performance Standards", 2020).
 * Null of fewer than two marks.
 */
export function equityRecord(marked: MarkedEquity): EquityRecord | null {
  const { atMs, ownCents, growth } = marked
  if (growth.length < 2) return null
  const times = risingTimes(atMs)
  const falls = fallsOf(growth, times, (best, level) => 100 * (1 - level / best))
  const { depths, depth, from, to, recovered, longest } = falls
  const timeOf = (k: number | null) => (k === null ? null : (times[k] as EpochMs))
  const atBest = from === null ? 0 : (ownCents[from] as number)
  const atLowest = to === null ? 0 : (ownCents[to] as number)
  return {
    points: thinned(depths, POINTS).map(k => ({
      atMs: times[k] as EpochMs,
      equityCents: Math.round(ownCents[k] as number),
      depthPct: depths[k] as number,
    })),
    marks: growth.length,
    depthPct: depth,
    depthCents: Math.max(0, Math.round(atBest - atLowest)),
    nowPct: depths.at(-1) ?? 0,
    grainPct: 100 * TROUGH_GRAIN,
    fromMs: timeOf(from),
    toMs: timeOf(to),
    recoveredMs: timeOf(recovered),
    longestMs: longest,
  }
}

/** Growth of each trading day after the first that was marked, less 1. A day that was marked twice counts by its last mark. */
export function dailyReturns({ dayMs, isDay, growth }: MarkedEquity): Float64Array {
  const returns: number[] = []
  let before: Readonly<{ dayMs: number; growth: number }> | null = null
  for (let k = 0; k < growth.length; k++) {
    if (isDay[k] !== 1) continue
    const now = { dayMs: dayMs[k] as number, growth: growth[k] as number }
    if (before && now.dayMs > before.dayMs)
      returns.push(before.growth > 0 ? now.growth / before.growth - 1 : 0)
    before = now
  }
  return Float64Array.from(returns)
}
