import type { Blocks } from './blocks.ts'
import { maximumDrawdown } from './drawdown.ts'
import type { Uniform } from './estimate.ts'
import { quantile } from './quantile.ts'

export type DrawdownByChance = Readonly<{
  seen: number
  /** Depth that 5, 50, 95 and 99 of 100 other orders of such days stay below. */
  p5: number
  p50: number
  p95: number
  p99: number
  /** Share of them at least as deep as the one seen. */
  asDeep: number
}>

/**
 * Monte-Carlo drawdown: as many blocks (days) as there were, drawn with replacement and laid end to end, each with its
 * results in order. What a trader must be ready for is the 95th, not the one that happened to come.
 */
export function drawdownByChance(
  results: ArrayLike<number>,
  blocks: Blocks,
  { draws, random }: Readonly<{ draws: number; random: Uniform }>,
): DrawdownByChance {
  const walks = walksOf(results, blocks)
  const seen = maximumDrawdown(results)
  const depths = Float64Array.from({ length: draws }, () => depthOfDraw(walks, random)).sort()
  const [p5, p50, p95, p99] = [0.05, 0.5, 0.95, 0.99].map(share => quantile(depths, share)) as [
    number,
    number,
    number,
    number,
  ]
  return { seen, p5, p50, p95, p99, asDeep: depths.filter(depth => depth >= seen).length / draws }
}

/**
 * The walk of each block, as far as a walk that goes on from it has to know: where it ends, its highest and lowest point from
 * its begin, and its own deepest fall.
 */
type Walks = Readonly<{ end: Float64Array; top: Float64Array; bottom: Float64Array; depth: Float64Array }>

function walksOf(results: ArrayLike<number>, { count, of }: Blocks): Walks {
  const [end, top, bottom, depth] = [0, 1, 2, 3].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let row = 0; row < results.length; row++) {
    const block = of[row] as number
    const sum = (end[block] as number) + (results[row] as number)
    end[block] = sum
    top[block] = Math.max(top[block] as number, sum)
    bottom[block] = Math.min(bottom[block] as number, sum)
    depth[block] = Math.max(depth[block] as number, (top[block] as number) - sum)
  }
  return { end, top, bottom, depth }
}

function depthOfDraw({ end, top, bottom, depth }: Walks, random: Uniform): number {
  const blocks = end.length
  let sum = 0
  let best = 0
  let deepest = 0
  for (let k = 0; k < blocks; k++) {
    const block = Math.floor(random() * blocks)
    deepest = Math.max(deepest, depth[block] as number, best - sum - (bottom[block] as number))
    best = Math.max(best, sum + (top[block] as number))
    sum += end[block] as number
  }
  return deepest
}
