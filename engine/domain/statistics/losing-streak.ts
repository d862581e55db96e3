/** Losses (or wins) in a row beside what independent trades of the same rate would show. */
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
export const losingStreak = (results: ArrayLike<number>): LosingStreak =>
  streakOf(results.length, k => !((results[k] as number) > 0))

/** Wins in a row, beside the same: a result of 0 or less ends them. */
export const winningStreak = (results: ArrayLike<number>): LosingStreak =>
  streakOf(results.length, k => (results[k] as number) > 0)

function streakOf(n: number, isOne: (k: number) => boolean): LosingStreak {
  let longest = 0
  let running = 0
  let all = 0
  for (let k = 0; k < n; k++) {
    running = isOne(k) ? running + 1 : 0
    if (running > 0) all++
    longest = Math.max(longest, running)
  }
  const rate = n === 0 ? 0 : all / n
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

/** The length that the longest streak stays at or below with at least this chance, looked for from about where it must be. */
function streakWithin(share: number, n: number, rate: number): number {
  const isOften = (length: number) => chanceOfStreak(length, n, rate) > 1 - share
  const about = Math.round(Math.log(n * (1 - rate)) / -Math.log(rate))
  let length = Math.min(n, Number.isFinite(about) ? Math.max(0, about) : 0)
  while (length > 0 && !isOften(length)) length--
  while (length < n && isOften(length + 1)) length++
  return length
}
