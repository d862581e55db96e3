import type { FeatureName } from './feature-names.ts'
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

/** Row-major features, `stride` a row. */
export type Columns = Readonly<{ features: Float64Array | Float32Array; stride: number }>

/** A deviation so far below its mean's rounding is none. */
const STILL = 1e-12

/** The term in units of its own deviation; null of a feature that never varies, which can tell nothing. */
export function ownScale(
  { features, stride }: Columns,
  rows: ArrayLike<number>,
  { name, place, ridge }: Pick<Term, 'name' | 'place' | 'ridge'>,
): Term | null {
  const raw = (at: number) => features[(rows[at] as number) * stride + place] as number
  let sum = 0
  for (let at = 0; at < rows.length; at++) sum += raw(at)
  const mean = sum / rows.length
  let squares = 0
  for (let at = 0; at < rows.length; at++) squares += (raw(at) - mean) ** 2
  const std = Math.sqrt(squares / rows.length)
  return std > STILL * (1 + Math.abs(mean)) ? { name, place, mean, std, ridge } : null
}

/** (x − mean) ÷ std of each term of a row. */
export function linesOf(
  { features, stride }: Columns,
  rows: ArrayLike<number>,
  terms: readonly Term[],
): LineOf {
  const places = Int32Array.from(terms, ({ place }) => place)
  const means = Float64Array.from(terms, ({ mean }) => mean)
  const stds = Float64Array.from(terms, ({ std }) => std)
  return (row, line) => {
    const from = (rows[row] as number) * stride
    for (let k = 0; k < places.length; k++) {
      const x = features[from + (places[k] as number)] as number
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
