import { HOUR_MS } from './civil.ts'

/** Buckets are quarter octaves of milliseconds; the last holds everything from 18 hours up. */
const BUCKETS = 105
const PER_OCTAVE = 4
const ENOUGH = 200
/** Silences this long are week-ends and outages, not the rhythm of the market. */
const LONGEST_MS = HOUR_MS
const FLOOR_MS = 10_000

/**
 * How long the silence between two ticks of a symbol usually is, by hour of the day (UTC), so that "stale" means
 * unusual for this pair at this hour.
 */
export class TickGaps {
  readonly #counts = new Uint32Array(24 * BUCKETS)
  readonly #totals = new Uint32Array(24)
  #lastMs = 0

  add(timeMs: number): void {
    const gap = timeMs - this.#lastMs
    this.#lastMs = timeMs
    if (gap < 0 || gap > LONGEST_MS) return
    const hour = Math.floor(timeMs / HOUR_MS) % 24
    const at = hour * BUCKETS + bucketOf(gap)
    this.#counts[at] = (this.#counts[at] as number) + 1
    this.#totals[hour] = (this.#totals[hour] as number) + 1
  }

  /** Older than this is stale: the 99th percentile of this hour's gaps, at least 10 s; 10 s until enough was seen. */
  staleAfterMs(timeMs: number): number {
    const hour = Math.floor(timeMs / HOUR_MS) % 24
    const total = this.#totals[hour] as number
    if (total < ENOUGH) return FLOOR_MS
    let below = 0
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      below += this.#counts[hour * BUCKETS + bucket] as number
      if (below >= 0.99 * total) return Math.max(FLOOR_MS, 2 ** ((bucket + 1) / PER_OCTAVE))
    }
    return FLOOR_MS
  }
}

const bucketOf = (gapMs: number): number =>
  Math.min(BUCKETS - 1, Math.floor(Math.log2(Math.max(1, gapMs)) * PER_OCTAVE))
