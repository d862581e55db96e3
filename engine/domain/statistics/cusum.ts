/** A cumulative sum of shortfalls, score by score. */
export type Cusum = Readonly<{
  sums: Float64Array
  /** The sum now. */
  sum: number
  /** Index of the first score since the sum was last 0, and of the one that brought it above the limit; null: none. */
  since: number | null
  alarm: number | null
}>

/** `allowance`: half of the shortfall that is looked for, and `limit`, both in standard deviations. */
export type CusumChart = Readonly<{ allowance: number; limit: number }>

/**
 * Adds up by how much scores fall short, never below 0, and alarms above a limit until the sum is 0 again. E. S. Page,
 * "Continuous Inspection Schemes", Biometrika 41, 1954. `scores` have mean 0 and variance 1 while all is well.
 */
export function cusum(scores: ArrayLike<number>, { allowance, limit }: CusumChart): Cusum {
  const sums = new Float64Array(scores.length)
  let sum = 0
  let since: number | null = null
  let alarm: number | null = null
  for (let k = 0; k < scores.length; k++) {
    sum = Math.max(0, sum - (scores[k] as number) - allowance)
    if (sum === 0) since = alarm = null
    else since ??= k
    if (sum > limit) alarm ??= k
    sums[k] = sum
  }
  return { sums, sum, since, alarm }
}

/** How far a random walk overshoots a limit on average, twice: ρ of D. Siegmund, "Sequential Analysis", Springer 1985, chapter X. */
const OVERSHOOT = 1.166

/**
 * Scores until a false alarm on average, of normal ones of which none falls short. D. Siegmund, "Sequential Analysis", Springer
 * 1985, (2.57): to within a few per cent of the exact length.
 */
export function cusumRunLength({ allowance, limit }: CusumChart): number {
  const far = 2 * allowance * (limit + OVERSHOOT)
  return (Math.exp(far) - far - 1) / (2 * allowance * allowance)
}

/** The limit with that length of run. */
export function cusumLimit(runLength: number, allowance: number): number {
  let [low, high] = [0, 1]
  while (cusumRunLength({ allowance, limit: high }) < runLength) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (cusumRunLength({ allowance, limit: middle }) < runLength) low = middle
    else high = middle
  }
  return high
}
