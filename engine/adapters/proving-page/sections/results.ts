import type { ChoiceResults, ResultFigures, WalkForwardReport } from '../../../contracts/proving.ts'
import { intervalChart, type IntervalRow } from '../charts/interval-chart.ts'
import { count, fixed, percent, rangeOf, signed } from '../figures.ts'
import { markup, NOTHING, type Markup } from '../markup.ts'
import { CHOICE_NAMES, resultsOf, wholeOf } from './choices.ts'

const GROUPS: readonly (readonly [ResultFigures['by'], string])[] = [
  ['setup', 'By setup'],
  ['plan', 'By plan'],
  ['pair', 'By pair'],
  ['session', 'By session'],
  ['month', 'By month'],
  ['regime', 'By regime'],
  ['shield', 'By class of shield'],
  ['side', 'By side'],
]

/** What the trades came to, beside chance, and what dearer trading makes of it. */
export function results(report: WalkForwardReport): Markup {
  const rolling = resultsOf(report, 'rolling')
  return markup`<h2>What did the trades come to, and what would chance have?</h2>
  <p>Mean result of a trade in R, its stop distance, after spread, commission and slippage, with its 95 % interval. Below each, the mean
    of ${count(report.draws.random)} draws of random entries of the same pairs, hours and stops, with the range of 95 of 100 draws.
    An interval that holds 0 shows neither gain nor loss.</p>
  ${legend()}
  ${costFigure(report)}
  ${rolling === null ? NOTHING : GROUPS.map(([by, title]) => groupFigure(report, rolling, by, title))}`
}

function legend(): Markup {
  return markup`<p><span class="key own"></span>interval holds 0 <span class="key gain"></span>above 0 <span class="key loss"></span>below 0
    <span class="key random"></span>random entries</p>`
}

function costFigure(report: WalkForwardReport): Markup {
  const rows = report.results.flatMap(one => {
    const whole = wholeOf(one)
    return whole === null || whole.n === 0 ? [] : costRows(whole, CHOICE_NAMES[one.choice])
  })
  if (rows.length === 0) return markup`<figure><p class="none">No trade in these windows.</p></figure>`
  return markup`<figure><h3>What cost makes of it</h3>
    ${intervalChart(rows, 'Expectancy at one, one and a half and two times the cost')}
    <figcaption>${report.basis}. Each trade played again with all of its costs 1, 1.5 and 2 times as high. “No value gate”: the same guards, every setup taken.</figcaption>
  </figure>`
}

function costRows(
  { n, net1, net15, net2, random1, random15, random2 }: ResultFigures,
  name: string,
): readonly IntervalRow[] {
  return [
    { name, n, own: net1, random: random1 },
    { name: 'at 1.5× cost', lesser: true, n, own: net15, random: random15 },
    { name: 'at 2× cost', lesser: true, n, own: net2, random: random2 },
  ]
}

function groupFigure(
  report: WalkForwardReport,
  { groups, basis }: ChoiceResults,
  by: ResultFigures['by'],
  title: string,
): Markup {
  const rows = groups.filter(group => group.by === by)
  if (rows.length === 0) return NOTHING
  return markup`<figure><h3>${title}</h3>
    ${intervalChart(
      rows.map(({ name, n, net1, random1 }) => ({ name, n, own: net1, random: random1 })),
      `Expectancy ${title.toLowerCase()}`,
    )}
    <div class="wide"><table>
      <thead><tr><th>${title}</th><th>n</th><th>won</th><th>target / stop / time</th><th>gross R</th><th>1.5×</th><th>2×</th><th>profit factor</th><th>over random</th></tr></thead>
      <tbody>${rows.map(row)}</tbody>
    </table></div>
    <figcaption>${basis}. Signals with the rolling intercept, 1× cost unless said. ${rows.length} groups were looked at: one in twenty keeps clear of its true figure by chance alone.</figcaption>
  </figure>`
}

function row({
  name,
  n,
  wins,
  targets,
  stops,
  timeouts,
  gross,
  net15,
  net2,
  profitFactor,
  better,
}: ResultFigures): Markup {
  return markup`<tr><td>${name}</td><td>${count(n)}</td>
    <td>${percent(wins.value)} <small>${rangeOf(wins, value => fixed(value === null ? null : value * 100, 0))}</small></td>
    <td>${count(targets)} / ${count(stops)} / ${count(timeouts)}</td>
    <td>${signed(gross.value)}</td><td>${signed(net15.value)}</td><td>${signed(net2.value)}</td>
    <td>${fixed(profitFactor.value, 2)} <small>${rangeOf(profitFactor, value => fixed(value, 2))}</small></td>
    <td>${signed(better.value)} <small>${rangeOf(better, value => signed(value, 2))}</small></td></tr>`
}
