import { FEW_TRADES, type TradeFigures } from '../../../contracts/debrief.ts'
import type { Cents } from '../../../contracts/primitives.ts'
import type { Measured } from '../../../contracts/proving.ts'
import { breakEvenRate } from '../../statistics/break-even-rate.ts'
import type { Interval } from '../../statistics/estimate.ts'
import { measured, real } from '../../statistics/measured.ts'
import { redrawnIntervals, type Redraws } from '../../statistics/redraws.ts'
import { wilson } from '../../statistics/wilson.ts'

/** What the trades of a group add up to in each block of days. */
export type GroupSums = { readonly key: string; netCents: number; readonly columns: readonly Float64Array[] }

/** Columns of it, and so places among the sums that a statistic is handed: R won and R lost are both above 0. */
const [N, WINS, LOSSES, WON, LOST] = [0, 1, 2, 3, 4] as const
const COLUMNS = [N, WINS, LOSSES, WON, LOST] as const
type Sums = ArrayLike<number>
const sumOf = (sums: Sums, column: (typeof COLUMNS)[number]): number => sums[column] as number

export const emptySums = (key: string, blocks: number): GroupSums => ({
  key,
  netCents: 0,
  columns: COLUMNS.map(() => new Float64Array(blocks)),
})

export function addTrade(sums: GroupSums, block: number, r: number, netCents: number): void {
  sums.netCents += netCents
  add(sums.columns[N], block, 1)
  if (r === 0) return
  add(sums.columns[r > 0 ? WINS : LOSSES], block, 1)
  add(sums.columns[r > 0 ? WON : LOST], block, Math.abs(r))
}

function add(column: Float64Array | undefined, block: number, value: number): void {
  if (column) column[block] = (column[block] as number) + value
}

/** Of all trades, of a group, and of a draw alike. */
const meanWin = (sums: Sums): number => sumOf(sums, WON) / sumOf(sums, WINS)
const meanLoss = (sums: Sums): number => sumOf(sums, LOST) / sumOf(sums, LOSSES)
const expectancy = (sums: Sums): number => (sumOf(sums, WON) - sumOf(sums, LOST)) / sumOf(sums, N)
const profitFactor = (sums: Sums): number => sumOf(sums, WON) / sumOf(sums, LOST)
const payoff = (sums: Sums): number => meanWin(sums) / meanLoss(sums)
const breakEven = (sums: Sums): number => {
  const decided = sumOf(sums, WINS) + sumOf(sums, LOSSES)
  return breakEvenRate(meanWin(sums), meanLoss(sums), { decided, n: sumOf(sums, N) })
}
const STATISTICS = [expectancy, profitFactor, payoff] as const

/**
 * Win rate with E. B. Wilson's interval and the rate that breaks even, 1/(1 + payoff) of those that did not come out even; expectancy in R (V. K. Tharp, "Trade Your Way
 * to Financial Freedom", McGraw-Hill 1998), profit factor and payoff, each with the interval of redrawn blocks of days. Of fewer
 * than FEW_TRADES only the sums.
 */
export function tradeFigures({ key, netCents, columns }: GroupSums, draws: Redraws): TradeFigures {
  const sums = columns.map(column => column.reduce((sum, value) => sum + value, 0))
  const n = sumOf(sums, N)
  const wins = sumOf(sums, WINS)
  const sumR = sumOf(sums, WON) - sumOf(sums, LOST)
  const ofAll = { key, n, sumR, netCents: Math.round(netCents) as Cents }
  if (n < FEW_TRADES) return { is: 'tooFew', ...ofAll }
  const intervals = redrawnIntervals(draws, columns, STATISTICS)
  const [expectancyR, factor, ratio] = STATISTICS.map((statistic, at) =>
    measured({ value: statistic(sums), ...(intervals[at] ?? UNKNOWN), n }),
  ) as [Measured, Measured, Measured]
  return {
    is: 'known',
    ...ofAll,
    wins,
    losses: sumOf(sums, LOSSES),
    winRate: measured(wilson(wins, n)),
    breakEven: real(breakEven(sums)),
    expectancyR,
    profitFactor: factor,
    payoff: ratio,
    meanWinR: real(meanWin(sums)),
    meanLossR: real(-meanLoss(sums)),
  }
}

const UNKNOWN: Interval = { low: Number.NaN, high: Number.NaN }
