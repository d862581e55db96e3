import type { BarSeries } from './bar-series.ts'

/** Five days of quarter hours, and the fewest that are believed: one day. */
const LONGEST = 480
const FEWEST = 96

/**
 * Pearson's correlation of the log-returns of two symbols over their last common closed bars, −1 to 1. Bars are matched by
 * their opening; a return counts where both have this bar and the same bar before. Null: fewer than 96 of them, or a
 * market that stood still.
 */
export function correlation(one: BarSeries, other: BarSeries): number | null {
  let n = 0
  let [sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0]
  let [i, k] = [0, 0]
  while (n < LONGEST && i + 1 < one.length && k + 1 < other.length) {
    const [x, y] = [one.openMs(i), other.openMs(k)]
    if (x === y && one.openMs(i + 1) === other.openMs(k + 1)) {
      const a = Math.log(one.close(i) / one.close(i + 1))
      const b = Math.log(other.close(k) / other.close(k + 1))
      n++
      sumX += a
      sumY += b
      sumXX += a * a
      sumYY += b * b
      sumXY += a * b
    }
    if (x >= y) i++
    if (y >= x) k++
  }
  const spread = (n * sumXX - sumX ** 2) * (n * sumYY - sumY ** 2)
  return n < FEWEST || !(spread > 0) ? null : (n * sumXY - sumX * sumY) / Math.sqrt(spread)
}

/** As it was reckoned last, and of how many bars. */
type Known = Readonly<{ bars: number; otherBars: number; value: number | null }>
const remembered = new WeakMap<BarSeries, WeakMap<BarSeries, Known>>()

/** The same, reckoned once for each pair of closed bars: a gate that is asked several times a second needs it each time. */
export function knownCorrelation(one: BarSeries, other: BarSeries): number | null {
  const others = remembered.get(one) ?? new WeakMap<BarSeries, Known>()
  remembered.set(one, others)
  const known = others.get(other)
  if (known?.bars === one.total && known.otherBars === other.total) return known.value
  const value = correlation(one, other)
  others.set(other, { bars: one.total, otherBars: other.total, value })
  return value
}
