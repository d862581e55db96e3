import type { BacktestPair, BacktestReport } from '../../contracts/lab-report.ts'
import type { CalibrationFigures, Measured, ResultFigures } from '../../contracts/proving.ts'
import { withRemedy } from '../../domain/words/wrong-clock.ts'
import { count, counted, minuteOf, tallyText } from '../text.ts'

/** The report for a person: what went in, what it cost, what came of it, and how surely that is known. */
export function backtestText(report: BacktestReport): readonly string[] {
  return [
    ...dataLines(report),
    ...report.costs.map((line, at) => `${at === 0 ? 'Costs     ' : INDENT}${line}`),
    `Model     ${report.basis}`,
    ...partLines('Proposals', report.candidates),
    ...issuedLines(report),
    ...calibrationLines(report.calibration),
    `Run       engine ${report.engine}, seed ${report.seed}, data ${report.data.hash.slice(0, 12)}`,
  ]
}

const INDENT = ' '.repeat(10)

function dataLines({ data: { pairs, refused } }: BacktestReport): string[] {
  return [
    ...pairs.flatMap((pair, at) =>
      pairLines(pair).map((line, k) => `${at + k === 0 ? 'Data      ' : INDENT}${line}`),
    ),
    ...refused.map(fault => `${INDENT}Left out: ${withRemedy(fault, 'commandLine')}`),
  ]
}

function pairLines({ pair, bars, fromMs, toMs, gaps, dropped, notes }: BacktestPair): string[] {
  const left = Object.keys(dropped).length > 0 ? `, left out: ${tallyText(dropped)}` : ''
  const silent = gaps.n > 0 ? `, ${counted(gaps.n, 'silence')} in market hours (${gaps.hours} h)` : ''
  return [
    `${pair} ${counted(bars, 'minute')}, ${minuteOf(fromMs)} to ${minuteOf(toMs)} UTC${left}${silent}`,
    ...notes.map(({ text }) => `  ${text}`),
  ]
}

const SHOWN: readonly ResultFigures['by'][] = ['all', 'setup', 'pair', 'shield']

type Part = Readonly<{ n: number; open: number; groups: readonly ResultFigures[] }>

/** All of them together, then by setup, by pair and by class of shield; the rest is in the JSON. */
function partLines(name: string, { n, open, groups }: Part): string[] {
  const unknown = open > 0 ? `, ${count(open)} not over when the data ended` : ''
  const shown = groups.filter(({ by }) => SHOWN.includes(by))
  return [
    `${name.padEnd(10)}${count(n)}${unknown}`,
    ...(shown.some(group => group.n > 0) ? [`${INDENT}${HEADINGS}`, ...shown.map(groupLine)] : []),
  ]
}

const NAME = 15
const COUNT = 7
const HEADINGS = `${''.padEnd(NAME)}${'n'.padStart(COUNT)}  won %              gross R                  net R at 1×              at 1.5×  at 2×    random entries`

function groupLine(group: ResultFigures): string {
  const { name, n, wins, gross, net1, net15, net2, random1 } = group
  return [
    `${INDENT}${name.padEnd(NAME)}${count(n).padStart(COUNT)}`,
    interval(wins, share => (100 * share).toFixed(1)).padEnd(17),
    interval(gross, inR).padEnd(23),
    interval(net1, inR).padEnd(23),
    value(net15).padEnd(7),
    value(net2).padEnd(7),
    interval(random1, inR),
  ].join('  ')
}

const inR = (r: number): string => `${r < 0 ? '−' : '+'}${Math.abs(r).toFixed(3)}`
const value = (figure: Measured): string => (figure.value === null ? '–' : inR(figure.value))

function interval({ value: middle, low, high }: Measured, text: (value: number) => string): string {
  if (middle === null) return '–'
  return low === null || high === null ? text(middle) : `${text(middle)} [${text(low)}, ${text(high)}]`
}

function issuedLines(report: BacktestReport): string[] {
  const { issued, refusals, candidates } = report
  const { drawdown } = issued.inTime
  const why = refusals.slice(0, 6).map(({ code, n }) => `${code} ${count(n)}`)
  const { n, share, worst, best } = candidates.ambiguous
  return [
    ...partLines('Issued', issued),
    ...(issued.n === 0
      ? [`${INDENT}Nothing was worth issuing: no candidate passed the gate and the guards.`]
      : []),
    ...(why.length > 0 ? [`${INDENT}In the way of candidates: ${why.join(', ')}`] : []),
    ...(issued.n > 0 ? [`${INDENT}Largest drawdown ${drawdown.depth.toFixed(1)} R at 1×`] : []),
    `Ambiguous ${counted(n, 'candidate')} ended in a minute that held stop and target${
      share === null || worst === null || best === null
        ? ''
        : ` (${(100 * share).toFixed(3)} %): all of them stops ${inR(worst)} R, all of them targets ${inR(best)} R`
    }`,
  ]
}

function calibrationLines(figures: readonly CalibrationFigures[]): string[] {
  return figures.map((one, at) => {
    const { scope, plan, n, meanP, hitRate, ece, eceByChance, brierSkill } = one
    const said =
      meanP === null || hitRate.value === null
        ? ''
        : `said ${meanP.toFixed(3)}, came ${hitRate.value.toFixed(3)}, `
    const error =
      ece === null || eceByChance === null
        ? ''
        : `ECE ${ece.toFixed(4)} (by chance alone ${eceByChance.toFixed(4)}), `
    const skill = interval(brierSkill, share => `${(100 * share).toFixed(2)} %`)
    const name = `${scope === 'all' ? 'all candidates' : 'issued'}, ${plan ?? 'all plans'}`
    return `${at === 0 ? 'Trust     ' : INDENT}${name}: n ${count(n)}, ${said}${error}Brier skill ${skill}`
  })
}
