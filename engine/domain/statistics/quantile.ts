/**
 * The value below which a share of the values lies, between two of them by straight line (type 7 of Hyndman and Fan,
 * "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996). `sorted` goes upwards; NaN of none.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return NaN
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  // Two infinite neighbours have no line between them.
  return low === high ? low : low + (high - low) * (place - below)
}
