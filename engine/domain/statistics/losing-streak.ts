/** Losses in a row beside what independent trades of the same loss rate would show. */
export type LosingStreak = Readonly<{
  longest: number
  /** Chance of one at least so long. Small means that losses come in clusters. */
  chance: number
  /** Longest streak that half, and that 95 of 100, of such runs of trades stay at or below. */
  median: number
  p95: number
  n: number
}>

/** A result of 0 or less is a loss. */
export function losingStreak(results: ArrayLike<number>): LosingStreak {
  let longest = 0
  let running = 0
  let losses = 0
  for (let k = 0; k < results.length; k++) {
    running = (results[k] as number) > 0 ? 0 : running + 1
    if (running > 0) losses++
    longest = Math.max(longest, running)
  }
  const n = results.length
  const rate = n === 0 ? 0 : losses / n
  return {
    longest,
    chance: chanceOfStreak(longest, n, rate),
    median: streakWithin(0.5, n, rate),
    p95: streakWithin(0.95, n, rate),
    n,
  }
}

/**
 * Exact chance of at least one run of `length` losses among `n` independent trades of loss rate `rate`. W. Feller, "An
 * Introduction to Probability Theory and Its Applications" I, Wiley 1968, XIII.7: a first run ends at trade i exactly
 * when i − length is a win that closes a stretch without one.
 */
export function chanceOfStreak(length: number, n: number, rate: number): number {
  if (length <= 0) return 1
  if (length > n) return 0
  const run = rate ** length
  const none = new Float64Array(n + 1).fill(1, 0, length)
  none[length] = 1 - run
  for (let i = length + 1; i <= n; i++)
    none[i] = (none[i - 1] as number) - (1 - rate) * run * (none[i - length - 1] as number)
  return 1 - (none[n] as number)
}

/** The length that the longest streak stays at or below with at least this chance. */
function streakWithin(share: number, n: number, rate: number): number {
  let length = 0
  while (length < n && chanceOfStreak(length + 1, n, rate) > 1 - share) length++
  return length
}
