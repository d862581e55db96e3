import type { FeatureName } from './feature-names.ts'

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

/** (x − mean) ÷ std of each term, row-major. */
export function matrixOf(columns: Columns, rows: ArrayLike<number>, terms: readonly Term[]): Float64Array {
  const { features, stride } = columns
  const matrix = new Float64Array(rows.length * terms.length)
  terms.forEach(({ place, mean, std }, k) => {
    for (let at = 0; at < rows.length; at++) {
      const x = features[(rows[at] as number) * stride + place] as number
      matrix[at * terms.length + k] = (x - mean) / std
    }
  })
  return matrix
}

/** Adds Σ beta · (x − mean) ÷ std of each row to `scores`. */
export function addScores(scores: Float64Array, matrix: Float64Array, betas: ArrayLike<number>): void {
  const width = betas.length
  for (let row = 0; row < scores.length; row++) {
    let sum = scores[row] as number
    for (let k = 0; k < width; k++) sum += (matrix[row * width + k] as number) * (betas[k] as number)
    scores[row] = sum
  }
}

export const ridgesOf = (terms: readonly Term[]): Float64Array => Float64Array.from(terms, term => term.ridge)

export const allRows = (length: number): Int32Array => Int32Array.from({ length }, (_, row) => row)
