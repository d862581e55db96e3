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
  const rowsOf = Array.from({ length: blocks.count }, (): number[] => [])
  blocks.of.forEach((block, row) => rowsOf[block]?.push(results[row] as number))
  const seen = maximumDrawdown(results)
  const depths = Float64Array.from({ length: draws }, () => depthOfDraw(rowsOf, random)).sort()
  const [p5, p50, p95, p99] = [0.05, 0.5, 0.95, 0.99].map(share => quantile(depths, share)) as [
    number,
    number,
    number,
    number,
  ]
  return { seen, p5, p50, p95, p99, asDeep: depths.filter(depth => depth >= seen).length / draws }
}

function depthOfDraw(rowsOf: readonly (readonly number[])[], random: Uniform): number {
  let sum = 0
  let best = 0
  let depth = 0
  for (let k = 0; k < rowsOf.length; k++) {
    for (const result of rowsOf[Math.floor(random() * rowsOf.length)] as readonly number[]) {
      sum += result
      if (sum > best) best = sum
      else if (best - sum > depth) depth = best - sum
    }
  }
  return depth
}
