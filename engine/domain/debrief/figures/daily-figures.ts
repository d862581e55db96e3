import { FEW_DAYS, type DailyFigures } from '../../../contracts/debrief.ts'
import { DAY_MS, HOUR_MS } from '../../market/civil.ts'
import { isMarketOpen } from '../../market/session-clock.ts'
import { deflatedSharpe, probabilisticSharpe, sharpeEstimate } from '../../statistics/deflated-sharpe.ts'
import { measured, real } from '../../statistics/measured.ts'
import { sortino, yearly } from '../../statistics/sharpe.ts'
import type { TradeRows } from '../record/trade-rows.ts'
import type { Sample } from './sample.ts'

type Trials = Readonly<{ trials: number; trialsFrom: 'asked' | 'setups' }>

/**
 * Sharpe and Sortino ratio of a year, and how likely the first one is more than nothing, and more than luck: D. H. Bailey and
 * M. López de Prado, 2012 and 2014, as in domain/statistics.
 */
export function dailyFigures(
  daily: Float64Array,
  basis: 'equity' | 'results',
  { trials, trialsFrom }: Trials,
): DailyFigures {
  if (daily.length < FEW_DAYS) return { is: 'tooFew', days: daily.length }
  const { value, low, high, n } = sharpeEstimate(daily)
  const { probability, benchmark } = deflatedSharpe(daily, trials)
  return {
    is: 'known',
    days: n,
    basis,
    sharpe: measured({ value: yearly(value), low: yearly(low), high: yearly(high), n }),
    sortino: real(yearly(sortino(daily))),
    probabilistic: real(probabilisticSharpe(daily)),
    deflated: real(probability),
    luckySharpe: real(yearly(benchmark)),
    trials,
    trialsFrom,
  }
}

const DAYS_OF_CENTURY = 36_525
/** UTC: the day that began at 17:00 in New York has begun by then, in summer and in winter. */
const hasMarket = (day: number): boolean => isMarketOpen(day * DAY_MS + 23 * HOUR_MS)

/** R of each trading day from the first exit to the last; those of the market's week without one are 0. */
export function dailyResults({ numbers }: TradeRows, { rows, r }: Sample): Float64Array {
  const days = numbers.day.of(rows)
  const sums = new Map<number, number>()
  const first = days.reduce((a, b) => Math.min(a, b), Infinity)
  const last = days.reduce((a, b) => Math.max(a, b), 0)
  for (let day = Math.max(first, last - DAYS_OF_CENTURY); day <= last; day++)
    if (hasMarket(day)) sums.set(day, 0)
  days.forEach((day, k) => sums.set(day, (sums.get(day) ?? 0) + (r[k] as number)))
  return Float64Array.from(sums.values())
}
