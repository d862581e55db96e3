import type { LabRun } from '../../contracts/lab-runs.ts'
import type { Measured } from '../../contracts/proving.ts'
import { count, counted, signed } from '../words/figures.ts'
import { chance } from '../words/measured.ts'
import type { LabReport } from './lab-report.ts'

/** What a run comes to, in plain words: a loss is a loss, and what cannot be told is not told. */
export function verdictOf(run: LabRun, told: LabReport): readonly string[] {
  return [...originLines(run), ...resultLines(run), ...luckLines(told), ...trustLines(run), `${run.basis}.`]
}

const ORIGINS: Readonly<Record<NonNullable<LabRun['simulated']>, string>> = {
  generated:
    'These minutes were made up by BITTEN. They show that the run works, and say nothing about any market.',
  training:
    'These minutes are of the training ground: made up, unless you gave it real ticks to play. Made-up ones say nothing about any market.',
}

const originLines = ({ simulated }: LabRun): string[] => (simulated === null ? [] : [ORIGINS[simulated]])

function resultLines({ issued: { n, net1, better } }: LabRun): string[] {
  if (n === 0) return ['No signal was issued. That is an answer: nothing was worth doing.']
  return [
    `${counted(n, 'signal')} came to ${inR(net1)} each after costs: ${sideOf(net1, 'an expectancy above nought is shown here', 'they lost, and not by chance', 'no expectancy above nought is shown')}.`,
    `Beside random entries of the same pairs, hours and stops that is ${inR(better)}: ${sideOf(better, 'the setups and the gate know something', 'worse than chance', 'no difference is shown')}.`,
  ]
}

function luckLines({ kind, report }: LabReport): string[] {
  const results =
    kind === 'backtest' ? report.issued.inTime : report.results.find(({ choice }) => choice === 'rolling')
  const deflated = results?.daily.deflated ?? null
  return deflated === null ? [] : [`Chance that this is no luck of so many looks: ${chance(deflated)}.`]
}

function trustLines({ trust }: LabRun): string[] {
  const { n = 0, ece = null, eceByChance = null, eceByChanceHigh = null } = trust ?? {}
  if (ece === null || eceByChance === null || eceByChanceHigh === null)
    return ['Of the probabilities nothing can be said: too few candidates had one.']
  const verdict = ece <= eceByChanceHigh ? 'as true as so many can show' : 'they are not as true as they say'
  return [
    `Probabilities are off by ${ece.toFixed(4)} on average (n ${count(n)}); true ones would be off by ${eceByChance.toFixed(4)} by chance alone, and seldom by more than ${eceByChanceHigh.toFixed(4)}: ${verdict}.`,
  ]
}

/** Where there is no interval nothing is shown. */
function sideOf({ low, high }: Measured, above: string, below: string, open: string): string {
  if (low !== null && low > 0) return above
  return high !== null && high < 0 ? below : open
}

function inR({ value, low, high }: Measured): string {
  if (value === null) return 'an unknown R'
  if (low === null || high === null) return `${signed(value, 3)} R, too few days for an interval,`
  return `${signed(value, 3)} R [${signed(low, 3)}, ${signed(high, 3)}]`
}
