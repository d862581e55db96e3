/** Indicators over closed bars. Each names its formula, its unit and how many bars it needs; null when there are fewer. */
import type { BarSeries } from './bar-series.ts'

/** Mean and population standard deviation of the last `n` closes, points. */
export function closeMoments(
  bars: BarSeries,
  n: number,
  ago = 0,
): { mean: number; deviation: number } | null {
  if (bars.length < n + ago) return null
  let sum = 0
  for (let k = ago; k < n + ago; k++) sum += bars.close(k)
  const mean = sum / n
  let squares = 0
  for (let k = ago; k < n + ago; k++) squares += (bars.close(k) - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / n) }
}

/** Distance of a close from the mean of the last `n` closes (itself included), in their standard deviations. */
export function zScore(bars: BarSeries, n: number, ago = 0): number | null {
  const moments = closeMoments(bars, n, ago)
  if (!moments || moments.deviation === 0) return null
  return (bars.close(ago) - moments.mean) / moments.deviation
}

/** Simple average of the last `n` true ranges, as MetaTrader 5's iATR; needs n + 1 bars; points. */
export function averageTrueRange(bars: BarSeries, n: number): number | null {
  if (bars.length < n + 1) return null
  let sum = 0
  for (let k = 0; k < n; k++) {
    const before = bars.close(k + 1)
    sum += Math.max(bars.high(k), before) - Math.min(bars.low(k), before)
  }
  return sum / n
}

/** Kaufman's efficiency ratio: net change ÷ path length over `n` bars, 0 (all noise) to 1 (straight); needs n + 1 bars. */
export function efficiencyRatio(bars: BarSeries, n: number): number | null {
  if (bars.length < n + 1) return null
  let path = 0
  for (let k = 0; k < n; k++) path += Math.abs(bars.close(k) - bars.close(k + 1))
  return path === 0 ? 0 : Math.abs(bars.close(0) - bars.close(n)) / path
}
