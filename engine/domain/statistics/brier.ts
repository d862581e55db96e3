import { blockBootstrap, drawnSum, type Bootstrap } from './block-bootstrap.ts'
import { blockSums, type Blocks } from './blocks.ts'
import type { Estimate } from './estimate.ts'

/**
 * Mean squared distance of a probability from what happened (1 or 0). G. W. Brier, "Verification of Forecasts Expressed
 * in Terms of Probability", Monthly Weather Review 78, 1950.
 */
export function brier(said: ArrayLike<number>, happened: ArrayLike<number>): number {
  let sum = 0
  for (let row = 0; row < said.length; row++) sum += ((said[row] as number) - (happened[row] as number)) ** 2
  return sum / said.length
}

/**
 * Brier skill 1 − BS/BS of a plainer forecast (one constant for all rows, or one a plan): above 0 it knows more than
 * that one, with the block bootstrap interval.
 */
export function brierSkill(
  said: ArrayLike<number>,
  plainer: ArrayLike<number>,
  happened: ArrayLike<number>,
  blocks: Blocks,
  how: Bootstrap,
): Estimate {
  const own = blockSums(squares(said, happened), blocks)
  const other = blockSums(squares(plainer, happened), blocks)
  const interval = blockBootstrap(blocks, drawn => 1 - drawnSum(own, drawn) / drawnSum(other, drawn), how)
  const value = 1 - brier(said, happened) / brier(plainer, happened)
  return { value, ...interval, n: said.length }
}

function squares(said: ArrayLike<number>, happened: ArrayLike<number>): Float64Array {
  return Float64Array.from(said, (p, row) => (p - (happened[row] as number)) ** 2)
}
