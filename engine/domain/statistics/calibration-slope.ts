import { blockSums, type Blocks } from './blocks.ts'

/** The line logit(what happens) = intercept + slope · logit(what was said). */
export type CalibrationSlope = Readonly<{
  intercept: number
  /** 1 is right, below 1 the probabilities spread too far apart, 0 they tell nothing. */
  slope: number
  /** Standard errors, clustered by block. */
  interceptError: number
  slopeError: number
  n: number
}>

const MOST_STEPS = 50
const SETTLED = 1e-10
/** Probabilities are held this far off 0 and 1, where a logit has no end. */
const EDGE = 1e-9

/**
 * Logistic recalibration by Newton's method. D. R. Cox, "Two Further Applications of a Model for Binary Regression",
 * Biometrika 45, 1958. Errors: K.-Y. Liang and S. L. Zeger, "Longitudinal Data Analysis Using Generalized Linear
 * Models", Biometrika 73, 1986. NaN where the data cannot say (one outcome only, or one probability only).
 */
export function calibrationSlope(
  said: ArrayLike<number>,
  happened: ArrayLike<number>,
  blocks: Blocks,
): CalibrationSlope {
  const x = Float64Array.from(said, p => {
    const held = Math.min(1 - EDGE, Math.max(EDGE, p))
    return Math.log(held / (1 - held))
  })
  let intercept = 0
  let slope = 1
  for (let step = 0; step < MOST_STEPS; step++) {
    const { g0, g1, h00, h01, h11 } = slopesAt(x, happened, intercept, slope)
    const determinant = h00 * h11 - h01 * h01
    const byIntercept = (h11 * g0 - h01 * g1) / determinant
    const bySlope = (h00 * g1 - h01 * g0) / determinant
    intercept += byIntercept
    slope += bySlope
    if (!(Math.abs(byIntercept) + Math.abs(bySlope) > SETTLED)) break
  }
  const errors = clusteredErrors(x, happened, intercept, slope, blocks)
  return { intercept, slope, ...errors, n: said.length }
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

/** Gradient and curvature of the log likelihood. */
function slopesAt(x: Float64Array, happened: ArrayLike<number>, intercept: number, slope: number) {
  let g0 = 0
  let g1 = 0
  let h00 = 0
  let h01 = 0
  let h11 = 0
  for (let row = 0; row < x.length; row++) {
    const at = x[row] as number
    const p = sigmoid(intercept + slope * at)
    const off = (happened[row] as number) - p
    const weight = p * (1 - p)
    g0 += off
    g1 += off * at
    h00 += weight
    h01 += weight * at
    h11 += weight * at * at
  }
  return { g0, g1, h00, h01, h11 }
}

/** The sandwich: inverse curvature · spread of the blocks' gradients · inverse curvature. */
function clusteredErrors(
  x: Float64Array,
  happened: ArrayLike<number>,
  intercept: number,
  slope: number,
  blocks: Blocks,
) {
  const offs = x.map((at, row) => (happened[row] as number) - sigmoid(intercept + slope * at))
  const zeroth = blockSums(offs, blocks)
  const first = blockSums(
    offs.map((off, row) => off * (x[row] as number)),
    blocks,
  )
  const { h00, h01, h11 } = slopesAt(x, happened, intercept, slope)
  const determinant = h00 * h11 - h01 * h01
  let interceptVariance = 0
  let slopeVariance = 0
  for (let block = 0; block < blocks.count; block++) {
    const a = zeroth[block] as number
    const b = first[block] as number
    interceptVariance += ((h11 * a - h01 * b) / determinant) ** 2
    slopeVariance += ((h00 * b - h01 * a) / determinant) ** 2
  }
  return { interceptError: Math.sqrt(interceptVariance), slopeError: Math.sqrt(slopeVariance) }
}
