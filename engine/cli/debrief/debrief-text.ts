/** The debrief for a trader: what came of it, how sure that is, how it went, what was promised, and by what it differs. */
import { DebriefGrouping, NO_KEY, type Debrief, type TradeFigures } from '../../contracts/debrief.ts'
import { count, counted, inR, minuteOf, money } from '../text.ts'
import { calibrationText } from '../calibration-text.ts'
import { chance, percent, real, TOO_FEW, within } from '../../domain/words/measured.ts'
import { span } from './figure-text.ts'

const GROUPINGS: Readonly<Record<DebriefGrouping, string>> = {
  pair: 'Pair',
  session: 'Session',
  regime: 'Regime',
  setup: 'Setup',
  shield: 'Shield',
  hour: 'Hour (UTC)',
  weekday: 'Weekday',
  side: 'Side',
  reason: 'Closed by',
}

export function debriefText(debrief: Debrief): readonly string[] {
  const { account, scope, n, fromMs, toMs, accounts, withoutMission } = debrief
  const noun = scope === 'drills' ? 'closed drill' : 'closed trade'
  const time = fromMs === null || toMs === null ? '' : `, ${minuteOf(fromMs)} to ${minuteOf(toMs)} UTC`
  const rest = [
    ...(withoutMission > 0 ? [`${count(withoutMission)} without a mission`] : []),
    ...(accounts > 1 ? [`${accounts} accounts: money is added as if of one currency`] : []),
  ]
  const head = `Debrief, ${account}: ${counted(n, noun)}${time}${rest.map(text => `; ${text}`).join('')}`
  if (n === 0) return [head, 'Nothing to say of none.', '']
  return [
    head,
    ...resultLines(debrief),
    ...timeLines(debrief),
    ...promiseLines(debrief),
    ...DebriefGrouping.options.flatMap(by => groupLines(by, debrief.by[by])),
    '',
    'R is a part of the money at risk, after all costs. In brackets: where the true figure lies in 95 of 100 such samples, by days',
    'that are drawn again. Of fewer than ten trades only the sums are told.',
    '',
  ]
}

const line = (name: string, text: string): string => `  ${name.padEnd(22)}${text}`

function resultLines({ all, bestR, worstR, exposure, streaks }: Debrief): string[] {
  const sum = line('Net', `${money(all.netCents)}, ${inR(all.sumR)}`)
  if (all.is === 'tooFew') return [sum, line('Win rate', TOO_FEW)]
  const { winRate, breakEven, expectancyR, profitFactor, payoff } = all
  return [
    sum,
    line('Win rate', `${within(winRate, percent)}, n ${count(all.n)}; breaks even at ${percent(breakEven)}`),
    line('Expectancy', `${within(expectancyR, real)} R a trade`),
    line('Profit factor', within(profitFactor, real)),
    line('Payoff', `${within(payoff, real)}; mean win ${real(all.meanWinR)} R, mean loss ${real(all.meanLossR)} R`),
    line('Best and worst', `${real(bestR)} R, ${real(worstR)} R`),
    ...(streaks
      ? [
          line('Losses in a row', `${streaks.losing.longest}; by chance ${streaks.losing.median}, seldom over ${streaks.losing.p95}`),
          line('Wins in a row', `${streaks.winning.longest}; by chance ${streaks.winning.median}, seldom over ${streaks.winning.p95}`),
        ]
      : []),
    line(
      'Exposure',
      `in the market ${percent(exposure.inMarket)} of its hours, ${span(exposure.meanHoldMs)} a trade, at most ${exposure.mostOpen} at once, ${real(exposure.meanLots)} lots, ${exposure.meanRiskPct === null ? 'risk not known' : `${real(exposure.meanRiskPct)} % at risk`}`,
    ),
  ] // prettier-ignore
}

function timeLines({ daily, curve, equity, chances }: Debrief): string[] {
  return [
    '',
    line('Drawdown of results', `${real(curve.depthR)} R; ${chances === null ? 'too few days to draw' : `the same days in other orders: half ${real(chances.p50)} R, one in twenty ${real(chances.p95)} R or more`}`),
    line('Drawdown of equity', equity === null ? 'not on record' : `${real(equity.depthPct)} %, floating losses included, to within ${real(equity.grainPct)} %; longest below a best ${span(equity.longestMs)}`),
    ...(daily.is === 'tooFew'
      ? [line('Sharpe ratio', `${TOO_FEW}: ${counted(daily.days, 'day')}`)]
      : [
          line('Sharpe ratio', `${within(daily.sharpe, real)} a year, Sortino ${real(daily.sortino)}; ${count(daily.days)} days of ${daily.basis}`),
          line('Above nothing', `${chance(daily.probabilistic)} likely; above the luck of ${daily.trials === 1 ? 'one way of trading' : `${count(daily.trials)} ways of trading`} ${chance(daily.deflated)}`),
        ]),
  ] // prettier-ignore
}

function promiseLines({ calibration, drift, excursions }: Debrief): string[] {
  const { winners, losers } = excursions
  return [
    '',
    line('Calibration', calibrationText(calibration)),
    drift.is === 'tooFew'
      ? line('Promises', `${TOO_FEW}: ${counted(drift.n, 'promise')} of at least 30`)
      : line('Promises', `${drift.is === 'drifting' ? `SHORT since ${minuteOf(drift.sinceMs ?? 0)}` : 'no alarm'}: promised ${inR(drift.promisedR)}, got ${inR(drift.realisedR)}, difference ${within(drift.difference, real)} R; sum ${real(drift.sum)}, alarm at ${real(drift.limit)}`),
    line('Against and for', excursions.known === 0 ? 'not measured' : `${winners ? `half of the winners went ${real(winners.medianMaeR)} R against` : 'too few winners'}, ${losers ? `half of the losers were ${real(losers.medianMfeR)} R ahead` : 'too few losers'}`),
  ] // prettier-ignore
}

const row = (first: string, cells: readonly string[]): string =>
  `${first.padEnd(18)}${cells.map((cell, at) => cell.padStart(at === 2 || at === 4 ? 24 : 10)).join('')}`.trimEnd()

function groupLines(by: DebriefGrouping, groups: readonly TradeFigures[]): string[] {
  if (groups.length === 0) return []
  return [
    '',
    row(GROUPINGS[by], ['n', 'sum R', 'win rate', 'even at', 'R a trade', 'factor']),
    ...groups.map(group => groupLine(group)),
  ]
}

function groupLine(group: TradeFigures): string {
  const name = group.key === NO_KEY ? 'not known' : group.key
  const sums = [count(group.n), real(group.sumR)]
  if (group.is === 'tooFew') return row(name, [...sums, TOO_FEW, '', TOO_FEW])
  const { winRate, breakEven, expectancyR, profitFactor } = group
  return row(name, [
    ...sums,
    within(winRate, percent),
    percent(breakEven),
    within(expectancyR, real),
    real(profitFactor.value),
  ])
}
