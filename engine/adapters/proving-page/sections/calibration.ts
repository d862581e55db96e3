import type { CalibrationFigures, Measured, WalkForwardReport } from '../../../contracts/proving.ts'
import { reliabilityChart } from '../charts/reliability-chart.ts'
import { count, fixed, percent, rangeOf } from '../figures.ts'
import { markup, type Markup } from '../markup.ts'
import { calibrationOf } from './choices.ts'

/** What a handful came to says nothing about a plan. */
const FEWEST_SHOWN = 50

/** Whether a probability means what it says. */
export function calibration(report: WalkForwardReport): Markup {
  return markup`<h2>Does a probability mean what it says?</h2>
  <p>Each dot is an equal share of the forecasts, from the lowest to the highest, a tenth where there are enough: how often the target was said to be reached first, and how
    often it was. On the dashed line they agree; 95 of 100 dots of exactly right probabilities would lie in the band.</p>
  <div class="pair">
    ${diagram(report, 'all', 'All candidates')}
    ${diagram(report, 'issued', 'Issued signals')}
  </div>
  <p><span class="key own"></span>rolling intercept <span class="key static"></span>static model. The signals of the right diagram are those that each of the two issued.</p>
  <div class="wide"><table>
    <thead><tr><th>Forecasts</th><th class="words">Model</th><th>n</th><th>said</th><th>happened</th><th>ECE</th><th>by chance<br>(95th)</th>
      <th>Brier</th><th>skill over each<br>plan’s base rate</th><th>over one for<br>all candidates</th><th>AUC</th><th>slope ± s.e.</th></tr></thead>
    <tbody>${report.calibration.filter(({ plan, n }) => plan === null || n >= FEWEST_SHOWN).map(row)}</tbody>
  </table></div>
  <p>${report.basis}. ECE: ten bins of equal count; “by chance” is what the same forecasts would show if each were exactly right.
    Skill: over the share of targets in the fit window, each plan's own and one for all candidates; the second is easier, since it also counts that the plans differ. Slope 1 is right; below 1 the forecasts spread too far apart.
    95 % intervals in brackets, by drawing whole trading days ${count(report.draws.calibration)} times. Plans with fewer than ${FEWEST_SHOWN} forecasts are in the JSON alone.</p>`
}

function diagram(report: WalkForwardReport, scope: CalibrationFigures['scope'], name: string): Markup {
  const rolling = calibrationOf(report, scope, 'rolling')
  if (rolling === null)
    return markup`<figure><h3>${name}</h3><p class="none">No forecast in these windows.</p></figure>`
  const title = `Reliability of ${name.toLowerCase()}`
  return markup`<figure><h3>${name}</h3>
    ${reliabilityChart(rolling, calibrationOf(report, scope, 'static'), title)}
    <figcaption>${rolling.basis}. n ${count(rolling.n)}, ECE ${fixed(rolling.ece, 4)}; chance alone ${fixed(rolling.eceByChance, 4)}.</figcaption>
  </figure>`
}

function row(figures: CalibrationFigures): Markup {
  const { scope, intercept, plan, n, meanP, hitRate, brierSkill, brierSkillOverOneRate, auc } = figures
  return markup`<tr><td>${scope === 'all' ? 'all candidates' : 'issued'}${plan === null ? '' : markup` <small>${plan}</small>`}</td>
    <td class="words">${intercept}</td><td>${count(n)}</td><td>${percent(meanP)}</td>
    <td>${percent(hitRate.value)} <small>${rangeOf(hitRate, value => fixed(value === null ? null : value * 100, 1))}</small></td>
    <td><b>${fixed(figures.ece, 4)}</b></td><td>${fixed(figures.eceByChance, 4)} <small>${fixed(figures.eceByChanceHigh, 4)}</small></td>
    <td>${fixed(figures.brier, 5)}</td>
    <td>${skillCell(brierSkill)}</td><td>${brierSkillOverOneRate === null ? '—' : skillCell(brierSkillOverOneRate)}</td>
    <td>${fixed(auc.value, 3)} <small>${rangeOf(auc, value => fixed(value, 3))}</small></td>
    <td>${fixed(figures.slope, 2)} <small>± ${fixed(figures.slopeError, 2)}</small></td></tr>`
}

const skillCell = (skill: Measured): Markup =>
  markup`${percent(skill.value, 2)} <small>${rangeOf(skill, value => fixed(value === null ? null : value * 100, 2))}</small>`
