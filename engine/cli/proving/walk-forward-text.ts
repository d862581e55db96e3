import type {
  CalibrationFigures,
  ChoiceResults,
  Measured,
  WalkForwardReport,
} from '../../contracts/proving.ts'
import { withRemedy } from '../../domain/words/wrong-clock.ts'
import { count, counted, minuteOf } from '../text.ts'

const INDENT = ' '.repeat(10)
const CHOICES = { rolling: 'rolling intercept', static: 'static model', ungated: 'no value gate' } as const

/** The report for a person: what was fitted and tested, how true it was, what it came to. The rest is in the JSON and the page. */
export function walkForwardText(report: WalkForwardReport): readonly string[] {
  return [
    ...dataLines(report),
    `Calendar  ${calendarText(report)}`,
    `Windows   ${report.basis}`,
    ...report.folds.map(
      ({ fitted, purged, tested, issued }) =>
        `${INDENT}${count(fitted)} fitted, ${count(purged)} purged, ${count(tested)} tested, ${counted(issued, 'signal')}`,
    ),
    ...report.calibration.filter(({ plan }) => plan === null).map(calibrationLine),
    ...report.results.flatMap(resultLines),
    `Tries     question ${count(report.trials.here)} to this lab, after ${count(report.trials.study)} looks of the study`,
    `Run       engine ${report.engine}, seed ${report.seed}, data ${report.data.hash.slice(0, 12)}`,
  ]
}

function dataLines({ data }: WalkForwardReport): string[] {
  return [
    ...data.pairs.map(
      ({ pair, bars, candidates }, at) =>
        `${at === 0 ? 'Data      ' : INDENT}${pair} ${counted(bars, 'minute')}, ${counted(candidates, 'candidate')}`,
    ),
    ...data.pairs.flatMap(({ notes }) => notes.map(note => `${INDENT}${note}`)),
    ...data.leftOut.map(fault => `${INDENT}Left out: ${withRemedy(fault, 'commandLine')}`),
  ]
}

function calendarText({ calendar }: WalkForwardReport): string {
  if (calendar === null) return 'none was given, so nothing was refused for news'
  const { events, fromMs, toMs } = calendar
  return `${counted(events, 'announcement')}, ${minuteOf(fromMs)} to ${minuteOf(toMs)} UTC`
}

function calibrationLine(figures: CalibrationFigures): string {
  const { scope, intercept, n, meanP, hitRate, ece, eceByChance, brierSkill, brierSkillOverOneRate, auc } =
    figures
  const easier =
    brierSkillOverOneRate === null
      ? ''
      : `, over one base rate for all candidates ${percent(brierSkillOverOneRate)}`
  return (
    `Trust     ${scope === 'all' ? 'all candidates' : 'issued'}, ${intercept}: n ${count(n)}, said ${fixed(meanP, 3)}, came ${fixed(hitRate.value, 3)}, ` +
    `ECE ${fixed(ece, 4)} (by chance alone ${fixed(eceByChance, 4)}), Brier skill over each plan’s own base rate ${percent(brierSkill)}${easier}, AUC ${fixed(auc.value, 3)}`
  )
}

function resultLines({ choice, groups, drawdown, daily }: ChoiceResults): string[] {
  const all = groups.find(({ by }) => by === 'all')
  if (all === undefined || all.n === 0) return [`Result    ${CHOICES[choice]}: no signal`]
  return [
    `Result    ${CHOICES[choice]}: n ${count(all.n)}, ${inR(all.net1)} each at 1× cost, ${fixed(all.net15.value, 3)} at 1.5×, ${fixed(all.net2.value, 3)} at 2×`,
    `${INDENT}random entries ${inR(all.random1)}; better by ${inR(all.better)}`,
    `${INDENT}drawdown ${drawdown.depth.toFixed(1)} R, Sharpe above 0 with ${percentOf(daily.probabilistic)}, above the luck of all tries with ${percentOf(daily.deflated)}`,
  ]
}

const fixed = (value: number | null, digits: number): string =>
  value === null ? '–' : value.toFixed(digits).replace('-', '−')
const inR = ({ value, low, high }: Measured): string =>
  `${fixed(value, 3)} R [${fixed(low, 3)}, ${fixed(high, 3)}]`
const percentOf = (share: number | null): string => (share === null ? '–' : `${Math.round(100 * share)} %`)
const percent = ({ value, low, high }: Measured): string =>
  [value, low, high].some(part => part === null)
    ? '–'
    : `${fixed(100 * (value ?? 0), 2)} % [${fixed(100 * (low ?? 0), 2)}, ${fixed(100 * (high ?? 0), 2)}]`
