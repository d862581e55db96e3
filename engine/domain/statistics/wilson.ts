import { USUAL_LEVEL, type Estimate } from './estimate.ts'
import { normalQuantile } from './normal.ts'

/**
 * A share of successes with its score interval, which stays within 0…1 and is honest for small n. E. B. Wilson,
 * "Probable Inference, the Law of Succession, and Statistical Inference", J. Am. Stat. Assoc. 22, 1927. It takes the
 * trials for independent: for trades that overlap, use the block bootstrap of their mean beside it.
 */
export function wilson(successes: number, n: number, level = USUAL_LEVEL): Estimate {
  if (n === 0) return { value: NaN, low: NaN, high: NaN, n }
  const z = normalQuantile((1 + level) / 2)
  const share = successes / n
  const centre = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return {
    value: share,
    low: successes === 0 ? 0 : (centre - half) / scale,
    high: successes === n ? 1 : (centre + half) / scale,
    n,
  }
}
