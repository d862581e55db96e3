import type { PeriodFigures, Periods, PeriodsQuery, PeriodUnit } from '../../contracts/periods.ts'
import type { Cents, EpochMs } from '../../contracts/primitives.ts'
import { dayNumber } from '../campaign/day-name.ts'
import { civilFromDays, DAY_MS, daysFromCivil, HOUR_MS, weekdayOfDays } from '../market/civil.ts'
import { tradingDayMs } from '../market/session-clock.ts'
import type { DebriefBook } from './debrief-book.ts'
import { rowsOfScope, scopeOf } from './figures/chosen.ts'

/** Results day by day, week by week or month by month. */
export function periodsOf(book: DebriefBook, query: PeriodsQuery): Periods {
  const { account, unit } = query
  const { trades, marks } = book.account(account)
  const of = { trades: rowsOfScope(trades, 'trades'), drills: rowsOfScope(trades, 'drills') }
  const scope = scopeOf(trades, query.scope)
  const sums = new Map<number, PeriodFigures>()
  for (const row of of[scope]) {
    const value = (name: 'day' | 'r' | 'netCents') => trades.numbers[name].values[row] ?? 0
    // A trading day begins on the evening before the date that it is named by.
    const first = firstDayOf(value('day') + 1, unit)
    sums.set(first, added(sums.get(first) ?? nothingIn(first, unit), value('r'), value('netCents')))
  }
  return {
    account,
    scope,
    ofScope: { trades: of.trades.length, drills: of.drills.length },
    accounts: Math.max(new Set(trades.logins.words).size, marks.size),
    unit,
    periods: newestFirst(sums, query),
  }
}

/** Of the period that a date lies in; dates as days since 1970. */
function firstDayOf(day: number, unit: PeriodUnit): number {
  if (unit === 'day') return day
  if (unit === 'week') return day - ((weekdayOfDays(day) + 6) % 7)
  return daysFromCivil({ ...civilFromDays(day), day: 1 })
}

function newestFirst(
  sums: ReadonlyMap<number, PeriodFigures>,
  { unit, throughMs, most }: PeriodsQuery,
): PeriodFigures[] {
  const [oldest, newest] = [Math.min(...sums.keys()), Math.max(...sums.keys())]
  if (sums.size === 0) return []
  const through =
    throughMs === null ? newest : Math.max(newest, firstDayOf(dayNumber(tradingDayMs(throughMs)), unit))
  const periods: PeriodFigures[] = []
  for (let first = through; first >= oldest && periods.length < most; first = firstDayOf(first - 1, unit)) {
    const period = sums.get(first)
    const isWeekend = unit === 'day' && weekdayOfDays(first) % 6 === 0
    if (period) periods.push(period)
    else if (!isWeekend) periods.push(nothingIn(first, unit))
  }
  return periods
}

function nothingIn(first: number, unit: PeriodUnit): PeriodFigures {
  const noonMs = first * DAY_MS + 12 * HOUR_MS
  const fromMs = Math.max(0, tradingDayMs(noonMs)) as EpochMs
  return { name: nameOf(first, unit), fromMs, n: 0, wins: 0, losses: 0, sumR: 0, netCents: 0 as Cents }
}

function added(period: PeriodFigures, r: number, netCents: number): PeriodFigures {
  return {
    ...period,
    n: period.n + 1,
    wins: period.wins + (r > 0 ? 1 : 0),
    losses: period.losses + (r < 0 ? 1 : 0),
    sumR: period.sumR + r,
    netCents: (period.netCents + netCents) as Cents,
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

function nameOf(first: number, unit: PeriodUnit): string {
  const { year, month, day } = civilFromDays(first)
  return `${year}-${two(month)}${unit === 'month' ? '' : `-${two(day)}`}`
}
