import { blockBootstrap, drawnSum, type Bootstrap } from './block-bootstrap.ts'
import { blockSums, type Blocks } from './blocks.ts'
import type { Estimate } from './estimate.ts'

/** All gains over all losses: 1 breaks even, Infinity has not lost yet, NaN has neither won nor lost. */
export function profitFactor(results: ArrayLike<number>): number {
  let gains = 0
  let losses = 0
  for (let k = 0; k < results.length; k++) {
    const result = results[k] as number
    if (result > 0) gains += result
    else losses -= result
  }
  return gains / losses
}

/** The profit factor with its block bootstrap interval. */
export function bootstrapProfitFactor(results: ArrayLike<number>, blocks: Blocks, how: Bootstrap): Estimate {
  const gains = blockSums(
    Float64Array.from(results, result => Math.max(0, result)),
    blocks,
  )
  const losses = blockSums(
    Float64Array.from(results, result => Math.max(0, -result)),
    blocks,
  )
  const interval = blockBootstrap(blocks, drawn => drawnSum(gains, drawn) / drawnSum(losses, drawn), how)
  return { value: profitFactor(results), ...interval, n: results.length }
}
