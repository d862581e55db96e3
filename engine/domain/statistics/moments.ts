/** What the shape of a sample is told by. `n` in every denominator but the standard deviation's, which has n − 1. */
export type Moments = Readonly<{
  n: number
  mean: number
  standardDeviation: number
  /** Third standardised moment: 0 for a symmetric sample. */
  skewness: number
  /** Fourth standardised moment: 3 for a normal sample. */
  kurtosis: number
}>

export function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k] as number
  return sum / values.length
}

/** What the rounding of a mean leaves between equal values, as a part of it. */
const ROUNDING = 1e-12

/** NaN where there are too few values, or no two that differ, to say. */
export function moments(values: ArrayLike<number>): Moments {
  const n = values.length
  const centre = mean(values)
  let second = 0
  let third = 0
  let fourth = 0
  for (let k = 0; k < n; k++) {
    const off = (values[k] as number) - centre
    second += off * off
    third += off * off * off
    fourth += off * off * off * off
  }
  if (second <= n * (ROUNDING * centre) ** 2) second = third = fourth = 0
  const variance = second / n
  return {
    n,
    mean: centre,
    standardDeviation: Math.sqrt(second / (n - 1)),
    skewness: third / n / variance ** 1.5,
    kurtosis: fourth / n / (variance * variance),
  }
}
