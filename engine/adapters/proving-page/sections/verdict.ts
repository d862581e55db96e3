import type { CalibrationFigures, Measured, WalkForwardReport } from '../../../contracts/proving.ts'
import { count, day, fixed, measuredR, percent, rangeOf, signed } from '../figures.ts'
import { markup, type Markup } from '../markup.ts'
import { calibrationOf, resultsOf, wholeOf } from './choices.ts'

/** What the whole page comes to, before any chart: said as it is, whatever it is. */
export function verdict(report: WalkForwardReport): Markup {
  const results = resultsOf(report, 'rolling')
  const whole = wholeOf(results)
  const days = report.data.pairs.map(({ fromMs, toMs }) => [fromMs, toMs] as const)
  const span = `${day(Math.min(...days.map(([from]) => from)))} to ${day(Math.max(...days.map(([, to]) => to)))}`
  return markup`<header>
    <div class="brand">Bitten · Proving ground</div>
    <h1>Walk-forward of VENOM on ${report.data.pairs.map(({ pair }) => pair).join(', ')}</h1>
    <p>${span} · engine ${report.engine} · seed ${report.seed}</p>
    <p class="basis">${report.basis}.</p>
  </header>
  <p class="lead">${whole === null || whole.n === 0 ? 'No signal was issued in the test windows. That is an answer: nothing was worth doing.' : sentence(whole.n, whole.net1, whole.better)}</p>
  <div class="tiles">
    ${tile('Expectancy at 1× cost, signals', whole === null ? '—' : `${signed(whole.net1.value)} R`, whole === null ? '' : `95 % ${rangeOf(whole.net1, value => signed(value))}, n ${count(whole.n)}`)}
    ${tile('Better than random entries by', whole === null ? '—' : `${signed(whole.better.value)} R`, whole === null ? '' : `95 % ${rangeOf(whole.better, value => signed(value))}; random ${measuredR(whole.random1)}`)}
    ${calibrationTile('ECE of all candidates, rolling', calibrationOf(report, 'all', 'rolling'))}
    ${calibrationTile('ECE of issued signals', calibrationOf(report, 'issued', 'rolling'))}
    ${skillTile(calibrationOf(report, 'all', 'rolling'))}
    ${tile('Chance that the edge is no luck of many tries', percent(results?.daily.deflated ?? null, 0), `deflated Sharpe ratio after ${count(report.trials.study)} looks of the study and ${count(report.trials.here)} here; undeflated ${percent(results?.daily.probabilistic ?? null, 0)}`)}
  </div>`
}

function sentence(n: number, net: Measured, better: Measured): Markup {
  return markup`${count(n)} signals came to <b>${measuredR(net)}</b> each after costs: ${sideOf(net, 'an expectancy above zero is shown on these windows', 'they lost, and not by chance', 'no expectancy above zero is shown')}.
    Beside random entries of the same pairs, hours and stops that is <b>${measuredR(better)}</b>: ${sideOf(better, 'the setups and the gate know something', 'worse than chance', 'no difference is shown')}.`
}

function sideOf({ low, high }: Measured, above: string, below: string, open: string): string {
  if (low !== null && low > 0) return above
  return high !== null && high < 0 ? below : open
}

function calibrationTile(what: string, figures: CalibrationFigures | null): Markup {
  if (figures === null) return tile(what, '—', 'no forecasts')
  const more = `chance alone ${fixed(figures.eceByChance, 4)}, up to ${fixed(figures.eceByChanceHigh, 4)}; said ${percent(figures.meanP)}, happened ${percent(figures.hitRate.value)}, n ${count(figures.n)}`
  return tile(what, fixed(figures.ece, 4), more)
}

function skillTile(figures: CalibrationFigures | null): Markup {
  if (figures === null) return tile('Brier skill over each plan’s base rate', '—', 'no forecasts')
  const { brierSkill, brierSkillOverOneRate: easier, auc } = figures
  const other = easier === null ? '' : `; over one base rate for all candidates ${percent(easier.value, 2)}`
  const more = `95 % ${rangeOf(brierSkill, value => percent(value, 2))}${other}; AUC ${fixed(auc.value, 3)} ${rangeOf(auc, value => fixed(value, 3))}`
  return tile('Brier skill over each plan’s base rate', percent(brierSkill.value, 2), more)
}

function tile(what: string, value: string, more: string): Markup {
  return markup`<div class="tile"><div class="what">${what}</div><div class="value">${value}</div><div class="more">${more}</div></div>`
}
