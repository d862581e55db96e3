import { mean, moments } from './moments.ts'

/** Trading days of a year. */
export const DAYS_A_YEAR = 252

/**
 * Mean daily result over its standard deviation, per day: W. F. Sharpe, "The Sharpe Ratio", Journal of Portfolio
 * Management 21, 1994, with nothing for the riskless rate, since results in R have none. Days without a trade count as 0.
 */
export function sharpe(daily: ArrayLike<number>): number {
  const { mean: centre, standardDeviation } = moments(daily)
  return centre / standardDeviation
}

/**
 * Mean daily result over the root mean square of the days below 0, all days in the denominator, per day. F. A. Sortino
 * and R. van der Meer, "Downside Risk", Journal of Portfolio Management 17, 1991.
 */
export function sortino(daily: ArrayLike<number>): number {
  let squares = 0
  for (let day = 0; day < daily.length; day++) squares += Math.min(0, daily[day] as number) ** 2
  return mean(daily) / Math.sqrt(squares / daily.length)
}

/** A ratio of days as one of a year, by the root of time. */
export const yearly = (ratio: number): number => ratio * Math.sqrt(DAYS_A_YEAR)
