import type { Candidates } from '../candidates/candidates.ts'
import { PLAN_CODES } from '../candidates/codes.ts'
import { TARGET } from '../outcome/trade-player.ts'

/**
 * For every candidate the share of targets among the `rows` of its plan: the constant that a forecast has to beat. It is
 * taken from the very outcomes it is judged by, so it is the hardest constant there is.
 */
export function baseRates({ plan, ending, length }: Candidates, rows: Int32Array): Float64Array {
  const rates = PLAN_CODES.map((_, code) => {
    const own = rows.filter(row => plan[row] === code)
    return own.filter(row => ending[row] === TARGET).length / own.length
  })
  return Float64Array.from({ length }, (_, row) => rates[plan[row] as number] ?? Number.NaN)
}
