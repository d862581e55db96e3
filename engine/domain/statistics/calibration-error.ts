import { equalCountBins, type Bins } from './bins.ts'
import type { Uniform } from './estimate.ts'
import { quantile } from './quantile.ts'
import { USUAL_BINS } from './reliability.ts'

/** Expected calibration error beside what chance alone gives. */
export type CalibrationError = Readonly<{
  ece: number
  /** ECE that these same probabilities would show at this n if every one of them were exactly right: mean, and the 95th of 100. */
  byChance: number
  byChanceHigh: number
  n: number
  bins: number
}>

/** How the part of the error that is chance is found: outcomes drawn from the probabilities themselves. */
export type ChanceDraws = Readonly<{ draws: number; random: Uniform }>

/**
 * ECE: the mean over bins of equal count, weighted by count, of |what was said − what happened|. M. P. Naeini,
 * G. F. Cooper and M. Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015. It is
 * never 0 for finite n, so the chance part is simulated, as in J. Bröcker and L. A. Smith, "Increasing the Reliability
 * of Reliability Diagrams", Weather and Forecasting 22, 2007.
 */
export function calibrationError(
  said: ArrayLike<number>,
  happened: ArrayLike<number>,
  { draws, random }: ChanceDraws,
  bins = USUAL_BINS,
): CalibrationError {
  const cut = equalCountBins(said, bins)
  const pretended = new Uint8Array(said.length)
  const chance = Float64Array.from({ length: draws }, () => {
    for (let row = 0; row < said.length; row++) pretended[row] = random() < (said[row] as number) ? 1 : 0
    return errorIn(cut, said, pretended)
  }).sort()
  return {
    ece: errorIn(cut, said, happened),
    byChance: chance.reduce((sum, value) => sum + value, 0) / draws,
    byChanceHigh: quantile(chance, 0.95),
    n: said.length,
    bins: cut.bounds.length - 1,
  }
}

function errorIn({ order, bounds }: Bins, said: ArrayLike<number>, happened: ArrayLike<number>): number {
  let error = 0
  for (let bin = 0; bin + 1 < bounds.length; bin++) {
    const to = bounds[bin + 1] as number
    let difference = 0
    for (let k = bounds[bin] as number; k < to; k++) {
      const row = order[k] as number
      difference += (said[row] as number) - (happened[row] as number)
    }
    error += Math.abs(difference)
  }
  return error / said.length
}
