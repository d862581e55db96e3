import type { FeatureName } from './feature-names.ts'
import type { FeatureRows } from './feature-rows.ts'
import type { LineOf } from './fit-logit.ts'

/** One term of a linear predictor that is being fitted: a feature, its centre and unit, and how tightly it is held. */
export type Term = Readonly<{
  name: FeatureName
  /** Of the feature among the columns that it is read from. */
  place: number
  mean: number
  std: number
  /** Ridge on beta, per unit of `std`. */
  ridge: number
}>

/** A deviation so far below its mean's rounding is none. */
const STILL = 1e-12

type Wanted = Pick<Term, 'name' | 'place' | 'ridge'>

/** The terms in units of their own deviations, without features that never vary and can tell nothing. Two passes over the rows. */
export function ownScales(features: FeatureRows, rows: ArrayLike<number>, wanted: readonly Wanted[]): Term[] {
  const means = sumsOf(features, rows, wanted, raw => raw).map(sum => sum / rows.length)
  const squares = sumsOf(features, rows, wanted, (raw, k) => (raw - (means[k] as number)) ** 2)
  return wanted.flatMap((term, k) => {
    const mean = means[k] as number
    const std = Math.sqrt((squares[k] as number) / rows.length)
    return std > STILL * (1 + Math.abs(mean)) ? [{ ...term, mean, std }] : []
  })
}

/** Of each term over all rows. */
function sumsOf(
  features: FeatureRows,
  rows: ArrayLike<number>,
  wanted: readonly Wanted[],
  of: (raw: number, k: number) => number,
): Float64Array {
  const places = Int32Array.from(wanted, ({ place }) => place)
  const sums = new Float64Array(places.length)
  for (let at = 0; at < rows.length; at++) {
    const from = features.begin(rows[at] as number)
    const { values } = features
    for (let k = 0; k < places.length; k++)
      sums[k] = (sums[k] as number) + of(values[from + (places[k] as number)] as number, k)
  }
  return sums
}

/** (x − mean) ÷ std of each term of a row. */
export function linesOf(features: FeatureRows, rows: ArrayLike<number>, terms: readonly Term[]): LineOf {
  const places = Int32Array.from(terms, ({ place }) => place)
  const means = Float64Array.from(terms, ({ mean }) => mean)
  const stds = Float64Array.from(terms, ({ std }) => std)
  return (row, line) => {
    const from = features.begin(rows[row] as number)
    const { values } = features
    for (let k = 0; k < places.length; k++) {
      const x = values[from + (places[k] as number)] as number
      line[k + 1] = (x - (means[k] as number)) / (stds[k] as number)
    }
  }
}

/** Adds Σ beta · (x − mean) ÷ std of each row to `scores`. */
export function addScores(scores: Float64Array, lineOf: LineOf, betas: ArrayLike<number>): void {
  const line = new Float64Array(betas.length + 1)
  for (let row = 0; row < scores.length; row++) {
    lineOf(row, line)
    let sum = scores[row] as number
    for (let k = 0; k < betas.length; k++) sum += (line[k + 1] as number) * (betas[k] as number)
    scores[row] = sum
  }
}

export const ridgesOf = (terms: readonly Term[]): Float64Array => Float64Array.from(terms, term => term.ridge)
