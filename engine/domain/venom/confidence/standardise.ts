/** Rows of features with the mean and population deviation of each column. */
export type Scale = Readonly<{
  rows: number
  means: Float64Array
  deviations: Float64Array
  /** Columns that vary; one that does not can tell nothing and is left out. */
  live: readonly number[]
  /** (x − mean) ÷ deviation. */
  at: (row: number, column: number) => number
  /** Row-major matrix of some columns. */
  matrix: (columns: readonly number[]) => Float64Array
  /** The same columns' scale, for some of the rows. */
  pick: (rows: readonly number[]) => Scale
}>

/** A deviation so far below its mean's rounding is none. */
const STILL = 1e-12

export function standardise(features: Float64Array, rows: number, columns: number): Scale {
  const means = new Float64Array(columns)
  const deviations = new Float64Array(columns)
  const raw = (row: number, column: number) => features[row * columns + column] as number
  for (let column = 0; column < columns; column++) {
    let sum = 0
    for (let row = 0; row < rows; row++) sum += raw(row, column)
    const mean = sum / rows
    let squares = 0
    for (let row = 0; row < rows; row++) squares += (raw(row, column) - mean) ** 2
    means[column] = mean
    deviations[column] = Math.sqrt(squares / rows)
  }
  const live = Array.from({ length: columns }, (_, column) => column).filter(
    column => (deviations[column] as number) > STILL * (1 + Math.abs(means[column] as number)),
  )
  const at = (row: number, column: number) =>
    (raw(row, column) - (means[column] as number)) / (deviations[column] as number)
  return {
    rows,
    means,
    deviations,
    live,
    at,
    matrix: picked => matrixOf(rows, picked, at),
    pick: kept => standardise(rowsOf(features, kept, columns), kept.length, columns),
  }
}

function matrixOf(
  rows: number,
  columns: readonly number[],
  at: (row: number, column: number) => number,
): Float64Array {
  const matrix = new Float64Array(rows * columns.length)
  for (let row = 0; row < rows; row++)
    columns.forEach((column, k) => (matrix[row * columns.length + k] = at(row, column)))
  return matrix
}

function rowsOf(features: Float64Array, rows: readonly number[], columns: number): Float64Array {
  const some = new Float64Array(rows.length * columns)
  rows.forEach((row, k) => some.set(features.subarray(row * columns, (row + 1) * columns), k * columns))
  return some
}
