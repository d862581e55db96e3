import { blockSizes, blockSums, type Blocks } from './blocks.ts'
import { USUAL_LEVEL, type Estimate, type Interval, type Uniform } from './estimate.ts'
import { mean } from './moments.ts'
import { quantile } from './quantile.ts'

/** How a bootstrap is made: how often it draws, from what randomness, and how wide its interval is. */
export type Bootstrap = Readonly<{ draws: number; random: Uniform; level?: number }>

/** Redrawing fewer blocks than these says more about the drawing than about the data. */
export const FEWEST_BLOCKS = 8

/**
 * Percentile interval of any statistic under redrawing of whole blocks with replacement. A. C. Davison and
 * D. V. Hinkley, "Bootstrap Methods and their Application", Cambridge 1997, sections 2.4 and 5.3 (interval) and 3.8
 * (clusters). `statistic` gets how often each block was drawn; what it returns as NaN counts as no draw. With fewer
 * than about twenty blocks the interval is somewhat too narrow; below FEWEST_BLOCKS there is none (NaN).
 */
export function blockBootstrap(
  blocks: Blocks,
  statistic: (drawn: Int32Array) => number,
  { draws, random, level = USUAL_LEVEL }: Bootstrap,
): Interval {
  if (blocks.count < FEWEST_BLOCKS) return { low: NaN, high: NaN }
  const drawn = new Int32Array(blocks.count)
  const found = new Float64Array(draws)
  let kept = 0
  for (let draw = 0; draw < draws; draw++) {
    drawn.fill(0)
    for (let k = 0; k < blocks.count; k++) {
      const block = Math.floor(random() * blocks.count)
      drawn[block] = (drawn[block] as number) + 1
    }
    const value = statistic(drawn)
    if (!Number.isNaN(value)) found[kept++] = value
  }
  const sorted = found.subarray(0, kept).sort()
  return { low: quantile(sorted, (1 - level) / 2), high: quantile(sorted, (1 + level) / 2) }
}

/** A mean with its block bootstrap interval: of trades' results, their expectancy. */
export function bootstrapMean(values: ArrayLike<number>, blocks: Blocks, how: Bootstrap): Estimate {
  const sums = blockSums(values, blocks)
  const sizes = blockSizes(blocks)
  const interval = blockBootstrap(blocks, drawn => drawnSum(sums, drawn) / drawnSum(sizes, drawn), how)
  return { value: mean(values), ...interval, n: values.length }
}

/** What the sums of blocks come to in one draw. */
export function drawnSum(sums: Float64Array, drawn: Int32Array): number {
  let total = 0
  for (let block = 0; block < drawn.length; block++)
    total += (sums[block] as number) * (drawn[block] as number)
  return total
}
