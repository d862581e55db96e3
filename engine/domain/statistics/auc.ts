import { blockBootstrap, type Bootstrap } from './block-bootstrap.ts'
import type { Blocks } from './blocks.ts'
import type { Estimate } from './estimate.ts'

/**
 * Area under the ROC curve: how often something that happened was given more than something that did not, equal ones
 * counting half; 0.5 tells nothing. J. A. Hanley and B. J. McNeil, "The Meaning and Use of the Area under a ROC Curve",
 * Radiology 143, 1982. NaN unless both kinds are there.
 */
export function auc(said: ArrayLike<number>, happened: ArrayLike<number>): number {
  return weightedAuc(risingOrder(said), said, happened, () => 1)
}

/** The same with its block bootstrap interval. */
export function bootstrapAuc(
  said: ArrayLike<number>,
  happened: ArrayLike<number>,
  blocks: Blocks,
  how: Bootstrap,
): Estimate {
  const order = risingOrder(said)
  const interval = blockBootstrap(
    blocks,
    drawn => weightedAuc(order, said, happened, row => drawn[blocks.of[row] as number] as number),
    how,
  )
  return { value: weightedAuc(order, said, happened, () => 1), ...interval, n: said.length }
}

function risingOrder(said: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: said.length }, (_, row) => row).sort(
    (a, b) => (said[a] as number) - (said[b] as number),
  )
}

/** One pass upwards: every hit beats the misses below it, and half of those that were given the same. */
function weightedAuc(
  order: Uint32Array,
  said: ArrayLike<number>,
  happened: ArrayLike<number>,
  weightOf: (row: number) => number,
): number {
  let missesBelow = 0
  let hitsBelow = 0
  let wins = 0
  for (let from = 0; from < order.length;) {
    const value = said[order[from] as number]
    let hits = 0
    let misses = 0
    let to = from
    for (; to < order.length && said[order[to] as number] === value; to++) {
      const row = order[to] as number
      if (happened[row] === 1) hits += weightOf(row)
      else misses += weightOf(row)
    }
    wins += hits * (missesBelow + misses / 2)
    hitsBelow += hits
    missesBelow += misses
    from = to
  }
  return wins / (hitsBelow * missesBelow)
}
