/** Newton's fit against two other optimisers (tests/golden/logit/make.py), planted coefficients, and its own laws. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import golden from '../../../../tests/golden/logit/logit.json' with { type: 'json' }
import { Random } from '../../../broker-sim/random.ts'
import { fitLogit, type LogitProblem } from './fit-logit.ts'
import { sigmoid } from './logistic.ts'

type Golden = (typeof golden.cases)[number]
/** Its values row-major, rows × columns. */
type Matrix = Omit<LogitProblem, 'lineOf'> & Readonly<{ x: Float64Array }>

const fitOf = ({ x, ...problem }: Matrix) => {
  const { columns } = problem
  return fitLogit({
    ...problem,
    lineOf: (row, line) => line.set(x.subarray(row * columns, (row + 1) * columns), 1),
  })
}

function problemOf({ x, offset, y }: Golden, penalties: readonly number[]): Matrix {
  return {
    rows: y.length,
    columns: penalties.length,
    x: Float64Array.from(x.flat()),
    y: Uint8Array.from(y),
    offset: Float64Array.from(offset),
    penalties: Float64Array.from(penalties),
  }
}

/** Rows whose outcomes were drawn from known coefficients. */
function planted(seed: number, rows: number, b0: number, betas: readonly number[]): Matrix {
  const random = new Random(seed)
  const columns = betas.length
  const x = Float64Array.from({ length: rows * columns }, () => random.gaussian())
  const offset = Float64Array.from({ length: rows }, () => -1 + 0.2 * random.gaussian())
  const y = Uint8Array.from({ length: rows }, (_, row) => {
    const score = betas.reduce((sum, beta, k) => sum + beta * (x[row * columns + k] ?? 0), b0)
    return random.uniform() < sigmoid(score + (offset[row] ?? 0)) ? 1 : 0
  })
  return { rows, columns, x, y, offset, penalties: new Float64Array(columns) }
}

/** Slope of the penalised log-likelihood, worked out anew. */
function slopesAt(
  { rows, columns, x, y, of, offset, penalties, levelPenalty = 0 }: Matrix,
  b0: number,
  betas: Float64Array,
): number[] {
  const slopes = [-levelPenalty * b0, ...Array.from(betas, (beta, k) => -(penalties[k] ?? 0) * beta)]
  for (let row = 0; row < rows; row++) {
    const line = Array.from(x.subarray(row * columns, (row + 1) * columns))
    const score = line.reduce((sum, value, k) => sum + value * (betas[k] ?? 0), b0 + (offset[row] ?? 0))
    const short = (y[row] ?? 0) - (of?.[row] ?? 1) * sigmoid(score)
    ;[1, ...line].forEach((value, k) => (slopes[k] = (slopes[k] ?? 0) + short * value))
  }
  return slopes
}

describe('the fit of a logit with an offset', () => {
  test.each(golden.cases.map((one, k) => [k, one] as const))(
    'is that of statsmodels and of SciPy in case %i',
    (_, one) => {
      for (const [penalties, expected] of [
        [one.penalties.map(() => 0), one.unpenalised],
        [one.penalties, one.ridge],
      ] as const) {
        const { b0, betas } = fitOf(problemOf(one, penalties))
        const found = [b0, ...betas]
        expect(found).toHaveLength(expected.length)
        found.forEach((value, k) => expect(value).toBeCloseTo(expected[k] ?? Number.NaN, 8))
      }
    },
  )

  test('finds planted coefficients within three standard errors', () => {
    const rows = 20_000
    const betas = [0.3, -0.2, 0, 0.1]
    const fit = fitOf(planted(7, rows, -0.2, betas))
    const error = 1 / Math.sqrt(rows * 0.2)
    expect(Math.abs(fit.b0 + 0.2)).toBeLessThan(3 * error)
    betas.forEach((beta, k) => expect(Math.abs((fit.betas[k] ?? 0) - beta)).toBeLessThan(3 * error))
  })

  const problems = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    rows: fc.integer({ min: 60, max: 200 }),
    betas: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
    penalty: fc.constantFrom(1, 10, 3_000),
    levelPenalty: fc.constantFrom(0, 5, 100),
    times: fc.constantFrom(1, 2, 3),
  })

  test('is where the slope of the likelihood less the penalty is zero', () => {
    fc.assert(
      fc.property(problems, ({ seed, rows, betas, penalty, levelPenalty, times }) => {
        const problem = {
          ...planted(seed, rows, 0, betas),
          of: new Uint8Array(rows).fill(times),
          penalties: new Float64Array(betas.length).fill(penalty),
          levelPenalty,
        }
        fc.pre(problem.y.includes(1) && problem.y.includes(0))
        const { b0, betas: found } = fitOf(problem)
        for (const slope of slopesAt(problem, b0, found)) expect(Math.abs(slope)).toBeLessThan(1e-6)
      }),
      { numRuns: 40 },
    )
  })

  test('gives the same bytes for the same rows', () => {
    const problem = { ...planted(3, 500, 0.1, [0.5, -0.5]), penalties: Float64Array.of(5, 5) }
    expect(fitOf(problem)).toEqual(fitOf({ ...problem, x: problem.x.slice(), y: problem.y.slice() }))
  })

  test('a heavier penalty never makes the coefficients longer', () => {
    const problem = planted(11, 400, 0, [0.8, -0.4, 0.2])
    const lengths = [0, 10, 100, 1_000].map(penalty =>
      Math.hypot(...fitOf({ ...problem, penalties: new Float64Array(3).fill(penalty) }).betas),
    )
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
  })

  test('of a row that could happen twice is that of the row and its twin', () => {
    const one = planted(13, 300, 0.1, [0.4, -0.3])
    const other = planted(14, 300, 0.1, [0.4, -0.3])
    const rows = {
      x: Float64Array.from([...one.x, ...one.x]),
      y: Uint8Array.from([...one.y, ...other.y]),
      offset: Float64Array.from([...one.offset, ...one.offset]),
    }
    const apart = fitOf({ ...one, ...rows, rows: 600 })
    const together = fitOf({
      ...one,
      y: one.y.map((y, row) => y + (other.y[row] ?? 0)),
      of: new Uint8Array(300).fill(2),
    })
    expect(together.b0).toBeCloseTo(apart.b0, 9)
    together.betas.forEach((beta, k) => expect(beta).toBeCloseTo(apart.betas[k] ?? Number.NaN, 9))
  })

  test('holds its level to what was known the tighter, the heavier the penalty of the level', () => {
    const problem = planted(15, 400, 0.6, [0.2])
    const levels = [0, 10, 100, 1e9].map(levelPenalty => fitOf({ ...problem, levelPenalty }).b0)
    expect(levels).toEqual(levels.toSorted((a, b) => b - a))
    expect(levels.at(-1)).toBeCloseTo(0, 6)
  })

  test('refuses rows that all ended the same way', () => {
    const problem = { ...planted(5, 100, 0, [0.1]), y: new Uint8Array(100) }
    expect(() => fitOf(problem)).toThrow(RangeError)
  })
})
