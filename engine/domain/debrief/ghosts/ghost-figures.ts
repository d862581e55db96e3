import {
  FEW_GHOSTS,
  type GhostFigures,
  type GhostMean,
  type GhostVerdict,
} from '../../../contracts/ghosts.ts'
import { blockBootstrap, drawnSum } from '../../statistics/block-bootstrap.ts'
import { seeded } from '../../statistics/seeded.ts'

/** What ghosts of one trading day came to; those of one day share its market, so that a bootstrap draws whole days. */
export type DayOfGhosts = Readonly<{ n: number; sumR: number }>

const DRAWS = 1_000
/** The same ghosts always give the same interval. */
const SEED = 6

/** Fewer than ten say nothing about the next one; fewer than eight days give no interval. */
export function ghostFigures(days: readonly DayOfGhosts[]): GhostFigures {
  const n = days.reduce((sum, day) => sum + day.n, 0)
  const sumR = days.reduce((sum, day) => sum + day.sumR, 0)
  const mean: GhostMean = n < FEW_GHOSTS ? { is: 'tooFew' } : meanOf(days, sumR / n)
  return { n, sumR, savedR: sumR === 0 ? 0 : -sumR, mean, verdict: verdictOf(mean) }
}

function verdictOf(mean: GhostMean): GhostVerdict {
  if (mean.is === 'tooFew') return 'tooFew'
  if (mean.high !== null && mean.high < 0) return 'saved'
  return mean.low !== null && mean.low > 0 ? 'cost' : 'open'
}

function meanOf(days: readonly DayOfGhosts[], r: number): GhostMean {
  const sums = Float64Array.from(days, day => day.sumR)
  const sizes = Float64Array.from(days, day => day.n)
  const blocks = { count: days.length, of: Int32Array.from(days, (_, block) => block) }
  const mean = (drawn: Int32Array) => drawnSum(sums, drawn) / drawnSum(sizes, drawn)
  const { low, high } = blockBootstrap(blocks, mean, { draws: DRAWS, random: seeded(SEED) })
  return { is: 'known', r, low: Number.isNaN(low) ? null : low, high: Number.isNaN(high) ? null : high }
}
