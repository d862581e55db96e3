import {
  FEW_GHOSTS,
  type GhostFigures,
  type GhostMean,
  type GhostVerdict,
} from '../../../contracts/ghosts.ts'
import { dayBlocks, redrawnIntervals, redraws, type Redraws } from '../../statistics/redraws.ts'
import { seeded } from '../../statistics/seeded.ts'

/** What ghosts of one trading day came to; those of one day share its market, so that a bootstrap draws whole days. */
export type DayOfGhosts = Readonly<{ dayMs: number; n: number; sumR: number }>

const DRAWS = 500
/** The same ghosts always give the same interval. */
const SEED = 6
/** About a year of trading days; of more, neighbouring ones are drawn together. */
const MOST_BLOCKS = 250

/** The days of one report, drawn again once for all of its figures. */
export class GhostFigurer {
  readonly #blockOf: ReadonlyMap<number, number>
  readonly #drawn: Redraws

  /** `days`: all that any figure is of, in order. */
  constructor(days: readonly number[]) {
    const { count, of } = dayBlocks(days, MOST_BLOCKS)
    this.#blockOf = new Map(days.map((day, at) => [day, of[at] as number]))
    this.#drawn = redraws(count, DRAWS, seeded(SEED))
  }

  /** Fewer than ten say nothing about the next one; fewer than eight days give no interval. */
  of(days: readonly DayOfGhosts[]): GhostFigures {
    const n = days.reduce((sum, day) => sum + day.n, 0)
    const sumR = days.reduce((sum, day) => sum + day.sumR, 0)
    const mean: GhostMean = n < FEW_GHOSTS ? { is: 'tooFew' } : this.#mean(days, sumR / n)
    return { n, sumR, savedR: sumR === 0 ? 0 : -sumR, mean, verdict: verdictOf(mean) }
  }

  #mean(days: readonly DayOfGhosts[], r: number): GhostMean {
    const sizes = new Float64Array(this.#drawn.blocks)
    const sums = new Float64Array(this.#drawn.blocks)
    for (const { dayMs, n, sumR } of days) {
      const block = this.#blockOf.get(dayMs)
      if (block === undefined) throw new Error(`day ${dayMs} is not of this report`)
      sizes[block] = (sizes[block] as number) + n
      sums[block] = (sums[block] as number) + sumR
    }
    const mean = (drawn: Readonly<Float64Array>) => (drawn[1] as number) / (drawn[0] as number)
    const [interval] = redrawnIntervals(this.#drawn, [sizes, sums], [mean])
    const end = (value = Number.NaN) => (Number.isNaN(value) ? null : value)
    return { is: 'known', r, low: end(interval?.low), high: end(interval?.high) }
  }
}

function verdictOf(mean: GhostMean): GhostVerdict {
  if (mean.is === 'tooFew') return 'tooFew'
  if (mean.high !== null && mean.high < 0) return 'saved'
  return mean.low !== null && mean.low > 0 ? 'cost' : 'open'
}
