import { USUAL_LEVEL, type Estimate } from './estimate.ts'
import { moments, type Moments } from './moments.ts'
import { normalQuantile, normalShareBelow } from './normal.ts'

/** Euler and Mascheroni's. */
const GAMMA = 0.5772156649015329

/**
 * Probability that the true Sharpe ratio is above `benchmark` (both per day), given length, skewness and fat tails.
 * D. H. Bailey and M. López de Prado, "The Sharpe Ratio Efficient Frontier", Journal of Risk 15, 2012.
 */
export function probabilisticSharpe(daily: ArrayLike<number>, benchmark = 0): number {
  return chanceAbove(moments(daily), benchmark)
}

function chanceAbove(sample: Moments, benchmark: number): number {
  const ratio = sample.mean / sample.standardDeviation
  return normalShareBelow((ratio - benchmark) / sharpeError(sample))
}

/**
 * Standard error of a daily Sharpe ratio of results that are neither normal nor symmetric. E. Mertens, "Comments on Variance of
 * the IID Estimator in Lo (2002)", University of Basel 2002, as Bailey and López de Prado take it over.
 */
function sharpeError({ n, mean, standardDeviation, skewness, kurtosis }: Moments): number {
  const ratio = mean / standardDeviation
  const spread = 1 - skewness * ratio + ((kurtosis - 1) / 4) * ratio * ratio
  return Math.sqrt(spread / (n - 1))
}

/** The daily Sharpe ratio with its interval, ratio ± z times the standard error. */
export function sharpeEstimate(daily: ArrayLike<number>, level = USUAL_LEVEL): Estimate {
  const sample = moments(daily)
  const value = sample.mean / sample.standardDeviation
  const reach = normalQuantile((1 + level) / 2) * sharpeError(sample)
  return { value, low: value - reach, high: value + reach, n: sample.n }
}

/**
 * The best Sharpe ratio to expect of `trials` tries none of which is worth anything, when their ratios vary by
 * `variance`. 0 for a single try.
 */
export function luckySharpe(trials: number, variance: number): number {
  if (trials <= 1) return 0
  const best =
    (1 - GAMMA) * normalQuantile(1 - 1 / trials) + GAMMA * normalQuantile(1 - 1 / (trials * Math.E))
  return Math.sqrt(variance) * best
}

export type DeflatedSharpe = Readonly<{
  /** Probability that the true ratio is above what luck gives the best of so many tries. */
  probability: number
  /** That lucky ratio, per day. */
  benchmark: number
  trials: number
}>

/**
 * The probabilistic Sharpe ratio against the luck of many tries. D. H. Bailey and M. López de Prado, "The Deflated
 * Sharpe Ratio", Journal of Portfolio Management 40, 2014. `variance` is that of the tries' daily ratios; when they
 * were not kept it is that of a worthless one's estimate, 1/(n − 1).
 */
export function deflatedSharpe(
  daily: ArrayLike<number>,
  trials: number,
  variance = 1 / (daily.length - 1),
): DeflatedSharpe {
  const benchmark = luckySharpe(trials, variance)
  return { probability: probabilisticSharpe(daily, benchmark), benchmark, trials }
}
