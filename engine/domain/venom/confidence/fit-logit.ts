import { solveCholesky } from './cholesky.ts'
import { sigmoid, softplus } from './logistic.ts'

/** Puts the values of a row into `line`, from place 1 on: place 0 is the intercept's. */
export type LineOf = (row: number, line: Float64Array) => void

export type LogitProblem = Readonly<{
  rows: number
  columns: number
  /** Standardised by the caller, so that one penalty means the same for all. Read anew in each pass: a matrix would grow with the rows. */
  lineOf: LineOf
  /** How often it happened: 0 or 1, or up to the row's `of`. */
  y: Uint8Array
  /** How often it could have happened; without it, once a row. */
  of?: Uint8Array
  /** What is known of each row's log-odds beforehand. */
  offset: Float64Array
  /** Ridge by column: ½ · penalty · beta² is added to the deviance's half. */
  penalties: Float64Array
  /** The intercept's; without it, none. */
  levelPenalty?: number
}>

export type LogitFit = Readonly<{ b0: number; betas: Float64Array; steps: number; gradient: number }>

const MOST_STEPS = 50
const MOST_HALVINGS = 30
/** Largest slope, per row, at which the summit counts as reached. */
const FLAT_PER_ROW = 1e-10

/**
 * Ridge logistic regression with an offset, by Newton's method (iteratively reweighted least squares; McCullagh and Nelder
 * 1989, §2.5). A step that would make it worse is halved. The sums run in row order, so the same rows give the same bits.
 */
export function fitLogit(problem: LogitProblem): LogitFit {
  const { rows, columns } = problem
  if (!endsBothWays(problem)) throw new RangeError('a fit needs rows that ended one way and the other')
  const size = columns + 1
  const beta = new Float64Array(size)
  const gradient = new Float64Array(size)
  const hessian = new Float64Array(size * size)
  let loss = lossAt(problem, beta)
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    slopes(problem, beta, gradient, hessian)
    const steepest = gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0)
    if (steepest <= FLAT_PER_ROW * rows)
      return { b0: at(beta, 0), betas: beta.slice(1), steps, gradient: steepest }
    if (!solveCholesky(hessian, gradient, size))
      throw new RangeError('the rows do not determine the fit: columns repeat each other')
    loss = step(problem, beta, gradient, loss)
  }
  throw new RangeError(`no summit within ${MOST_STEPS} steps`)
}

/** Whether it happened at all, and failed to happen at all: else there is no finite fit. */
export function endsBothWays({ rows, y, of }: Pick<LogitProblem, 'rows' | 'y' | 'of'>): boolean {
  let happened = 0
  let could = 0
  for (let row = 0; row < rows; row++) {
    happened += at(y, row)
    could += timesOf(of, row)
  }
  return happened > 0 && happened < could
}

/** Moves `beta` down along `direction`, half as far each time it got worse; the new loss. */
function step(problem: LogitProblem, beta: Float64Array, direction: Float64Array, loss: number): number {
  const tried = new Float64Array(beta.length)
  for (let halving = 0, length = 1; halving < MOST_HALVINGS; halving++, length /= 2) {
    for (let j = 0; j < beta.length; j++) tried[j] = at(beta, j) - length * at(direction, j)
    const next = lossAt(problem, tried)
    if (next <= loss + 1e-12 * Math.abs(loss)) {
      beta.set(tried)
      return next
    }
  }
  return loss
}

/** The row's score; leaves its values in `line`. */
function predict(
  { lineOf, offset, columns }: LogitProblem,
  beta: Float64Array,
  row: number,
  line: Float64Array,
): number {
  lineOf(row, line)
  let sum = at(offset, row) + at(beta, 0)
  for (let j = 1; j <= columns; j++) sum += at(line, j) * at(beta, j)
  return sum
}

const newLine = ({ columns }: LogitProblem): Float64Array => new Float64Array(columns + 1).fill(1)

/** Negative log-likelihood plus the penalty. */
function lossAt(problem: LogitProblem, beta: Float64Array): number {
  let loss = 0.5 * (problem.levelPenalty ?? 0) * at(beta, 0) ** 2
  for (let j = 0; j < problem.columns; j++) loss += 0.5 * at(problem.penalties, j) * at(beta, j + 1) ** 2
  const line = newLine(problem)
  for (let row = 0; row < problem.rows; row++) {
    const score = predict(problem, beta, row, line)
    loss += timesOf(problem.of, row) * softplus(score) - at(problem.y, row) * score
  }
  return loss
}

/** Gradient and the lower triangle of the Hessian of the loss. */
function slopes(
  problem: LogitProblem,
  beta: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  const { rows, columns, y, of, penalties, levelPenalty } = problem
  const size = columns + 1
  gradient.fill(0)
  hessian.fill(0)
  const line = newLine(problem)
  for (let row = 0; row < rows; row++) {
    const p = sigmoid(predict(problem, beta, row, line))
    const times = timesOf(of, row)
    const excess = times * p - at(y, row)
    const weight = times * p * (1 - p)
    for (let i = 0; i < size; i++) {
      const value = at(line, i)
      gradient[i] = at(gradient, i) + excess * value
      const weighted = weight * value
      for (let j = 0; j <= i; j++) hessian[i * size + j] = at(hessian, i * size + j) + weighted * at(line, j)
    }
  }
  for (let j = 0; j < size; j++) {
    const penalty = j === 0 ? (levelPenalty ?? 0) : at(penalties, j - 1)
    gradient[j] = at(gradient, j) + penalty * at(beta, j)
    hessian[j * size + j] = at(hessian, j * size + j) + penalty
  }
}

const timesOf = (of: Uint8Array | undefined, row: number): number => (of === undefined ? 1 : at(of, row))

const at = (values: Float64Array | Uint8Array, index: number): number => values[index] as number
