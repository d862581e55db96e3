/** The deepest fall of a running sum below its best so far, which begins at 0. */
export type Drawdown = Readonly<{
  /** In the unit of the results, ≥ 0. */
  depth: number
  /** Number of results before the fall began, and up to and with its lowest one. */
  from: number
  to: number
  /** Number of results when the old best was reached again; null if it never was. */
  recovered: number | null
  /** The longest stretch of results below the best so far, this fall's or another's. */
  longest: number
}>

export function drawdown(results: ArrayLike<number>): Drawdown {
  let sum = 0
  let best = 0
  let bestAt = 0
  let longest = 0
  let deepest = { depth: 0, from: 0, to: 0, best: 0 }
  let recovered: number | null = 0
  for (let k = 0; k < results.length; k++) {
    sum += results[k] as number
    if (recovered === null && sum >= deepest.best) recovered = k + 1
    if (sum >= best) {
      best = sum
      bestAt = k + 1
      continue
    }
    longest = Math.max(longest, k + 1 - bestAt)
    if (best - sum <= deepest.depth) continue
    deepest = { depth: best - sum, from: bestAt, to: k + 1, best }
    recovered = null
  }
  const { depth, from, to } = deepest
  return { depth, from, to, recovered, longest }
}

/** The depth alone. */
export function maximumDrawdown(results: ArrayLike<number>): number {
  return drawdown(results).depth
}
