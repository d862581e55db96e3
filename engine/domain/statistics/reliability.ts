import { equalCountBins } from './bins.ts'
import type { Estimate } from './estimate.ts'
import { wilson } from './wilson.ts'

/** One row of a reliability table: what was said, and what happened. */
export type ReliabilityBin = Readonly<{
  n: number
  /** Mean, smallest and largest probability that was said. */
  said: number
  saidLow: number
  saidHigh: number
  /** Share that happened, with its Wilson interval. */
  happened: Estimate
}>

/** Bins in which the ECE of this house is counted. */
export const USUAL_BINS = 10

/**
 * Reliability table in bins of equal count. M. H. DeGroot and S. E. Fienberg, "The Comparison and Evaluation of
 * Forecasters", The Statistician 32, 1983. `happened[k]` is 1 or 0.
 */
export function reliability(
  said: ArrayLike<number>,
  happened: ArrayLike<number>,
  bins = USUAL_BINS,
): readonly ReliabilityBin[] {
  const { order, bounds } = equalCountBins(said, bins)
  return bounds.slice(0, -1).map((from, bin) => {
    const to = bounds[bin + 1] as number
    let saidSum = 0
    let hits = 0
    for (let k = from; k < to; k++) {
      const row = order[k] as number
      saidSum += said[row] as number
      hits += happened[row] as number
    }
    return {
      n: to - from,
      said: saidSum / (to - from),
      saidLow: said[order[from] as number] as number,
      saidHigh: said[order[to - 1] as number] as number,
      happened: wilson(hits, to - from),
    }
  })
}
