import type { ChoiceResults, WalkForwardReport } from '../../../contracts/proving.ts'
import { equityChart } from '../charts/equity-chart.ts'
import { count, day, fixed, percent, signed } from '../figures.ts'
import { markup, NOTHING, type Markup } from '../markup.ts'
import { CHOICE_NAMES, resultsOf } from './choices.ts'

const DAYS_A_YEAR = 252
const yearly = (ratio: number | null) => (ratio === null ? null : ratio * Math.sqrt(DAYS_A_YEAR))

/** A figure of each choice, and what it is. */
const FIGURES: readonly (readonly [string, (results: ChoiceResults) => string])[] = [
  ['Trades', ({ equity }) => count(equity.length)],
  ['Deepest fall', ({ drawdown }) => `${signed(-drawdown.depth, 1)} R`],
  ['began', ({ drawdown: { fromMs } }) => dayOr(fromMs, '—')],
  ['was lowest', ({ drawdown: { toMs } }) => dayOr(toMs, '—')],
  [
    'was made good',
    ({ drawdown: { recoveredMs, toMs } }) => dayOr(recoveredMs, toMs === null ? '—' : 'not yet'),
  ],
  [
    'by chance: the same days in any order, 50 / 95 / 99 of 100',
    ({ drawdown: { byChance } }) =>
      [byChance.p50, byChance.p95, byChance.p99].map(depth => fixed(depth, 1)).join(' / '),
  ],
  [
    'Longest losing streak, and the chance of one so long',
    ({ losingStreak: { longest, chance } }) => `${longest}, ${percent(chance, 0)}`,
  ],
  [
    'by chance: independent trades, 50 / 95 of 100',
    ({ losingStreak: { median, p95 } }) => `${median} / ${p95}`,
  ],
  [
    'Sharpe and Sortino ratio, a year',
    ({ daily }) => `${signed(yearly(daily.sharpe), 2)}, ${signed(yearly(daily.sortino), 2)}`,
  ],
  ['trading days, those without a trade included', ({ daily }) => count(daily.days)],
  ['Probability that the true Sharpe ratio is above 0', ({ daily }) => percent(daily.probabilistic, 0)],
  ['above the best that luck gives of all tries', ({ daily }) => percent(daily.deflated, 0)],
]

/** The way there: what a trader would have had to sit through. */
export function equity(report: WalkForwardReport): Markup {
  const rolling = resultsOf(report, 'rolling')
  if (rolling === null) return NOTHING
  const tries = report.trials.study + report.trials.here
  return markup`<h2>What would it have been like?</h2>
  <figure><h3>Running sum of R</h3>
    ${equityChart(rolling, 'Running sum of results in R with its drawdown')}
    <figcaption>${rolling.basis}. ${count(rolling.equity.length)} signals, rolling intercept, 1× cost, one R risked on each; shaded is what was lost of the best so far.</figcaption>
  </figure>
  <div class="wide"><table>
    <thead><tr><th></th>${report.results.map(({ choice }) => markup`<th>${CHOICE_NAMES[choice]}</th>`)}</tr></thead>
    <tbody>${FIGURES.map(([name, figureOf]) => row(name, report.results.map(figureOf)))}</tbody>
  </table></div>
  <p>${report.basis}, 1× cost. Daily sums of R, ratios times the root of ${DAYS_A_YEAR}; the probabilities know of length, skew and fat tails,
    and the last one of ${count(tries)} tries (Bailey and López de Prado 2012, 2014).</p>`
}

function row(name: string, figures: readonly string[]): Markup {
  return markup`<tr><td class="words">${name}</td>${figures.map(figure => markup`<td>${figure}</td>`)}</tr>`
}

const dayOr = (ms: number | null, otherwise: string): string => (ms === null ? otherwise : day(ms))
