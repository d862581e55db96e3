/**
 * A walk-forward over six pairs of real minutes on two cores: reading, candidates, training, random entries, report and page,
 * with what it took; and what its one fit, January to August, was worth from September to December. The calibration is judged by
 * the bounds of its issue; what trades came to is printed and judged by nobody.
 */
import type { Measured, ResultFigures, WalkForwardReport } from '../../engine/contracts/proving.ts'
import type { Figure } from '../lib/figures.ts'
import { calibrationFigures } from './calibration.ts'
import { walkForwardOnce, type LabRun } from './lab-run.ts'
import { REAL_FILES } from './tapes.ts'

const NOT_HERE = 'walk-forward: left out, the real minutes of 2018 are not beside the project'
const BASIS = 'fit Jan–Aug 2018, test Sep–Dec 2018'

/** What the study gives for the ratio of each plan (venom-study §8): 1:2, 1:3, and 1:2 with a time exit. */
const WIN_RATES = { RAPID: [0.33, 0.4], PRECISION: [0.25, 0.31], TIMED: [0.42, 0.46] } as const

export async function walkForwardOf2018(): Promise<Figure[]> {
  if (REAL_FILES === null) {
    process.stderr.write(`${NOT_HERE}\n`)
    return []
  }
  const run = await walkForwardOnce(REAL_FILES, '--fit-until', '2018-09-01')
  return [
    ...costOf(run, run.report),
    ...calibrationFigures(run.report.calibration, BASIS),
    ...(['rolling', 'ungated'] as const).flatMap(choice => tradesOf(run.report, choice)),
  ]
}

function costOf({ seconds, peakMb }: LabRun, { data }: WalkForwardReport): Figure[] {
  const bars = data.pairs.reduce((sum, pair) => sum + pair.bars, 0)
  const what = `walk-forward, ${data.pairs.length} pairs, ${(bars / 1e6).toFixed(1)} M bars`
  return [
    { name: `${what}, two threads`, value: seconds, unit: 's', bound: { atMost: 60 } },
    { name: `${what}, most memory`, value: peakMb, unit: 'MiB', bound: { atMost: 500 } },
  ]
}

/** Expectancy beside random entries of the same hours and stops, and win rates beside the study's ranges. */
function tradesOf({ results }: WalkForwardReport, choice: 'rolling' | 'ungated'): Figure[] {
  const groups = results.find(one => one.choice === choice)?.groups ?? []
  const all = groups.find(({ by }) => by === 'all')
  if (all === undefined || all.n === 0)
    return [{ name: `${BASIS}: ${NAMES[choice]}, n`, value: 0, unit: 'trades' }]
  const what = `${BASIS}: ${NAMES[choice]} (n ${all.n})`
  return [
    ...withInterval(`${what}, R at 1× cost`, all.net1),
    ...withInterval(`${what}, random entries, R at 1× cost`, all.random1),
    ...withInterval(`${what}, better than random, R`, all.better),
    ...groups.filter(({ by }) => by === 'plan').flatMap(group => winRate(choice, group)),
  ]
}

const NAMES = { rolling: 'issued', ungated: 'without the value gate' } as const

const withInterval = (name: string, { value, low, high }: Measured): Figure[] =>
  [
    { name, value, unit: 'R' },
    { name: `${name}, 95 % from`, value: low, unit: 'R' },
    { name: `${name}, 95 % to`, value: high, unit: 'R' },
  ].flatMap(figure => (figure.value === null ? [] : [{ ...figure, value: figure.value }]))

/** Kept when its interval reaches the study's range; of a few dozen trades it always does. */
function winRate(choice: 'rolling' | 'ungated', { name, n, wins }: ResultFigures): Figure[] {
  const { value, low, high } = wins
  const range = WIN_RATES[name as keyof typeof WIN_RATES]
  if (value === null || low === null || high === null) return []
  const away = Math.max(0, low - range[1], range[0] - high)
  const what = `${BASIS}: ${NAMES[choice]}, ${name} (n ${n}), wins`
  const percent = range.map(share => Math.round(100 * share)).join('–')
  return [
    { name: what, value: 100 * value, unit: '%' },
    {
      name: `${what}, interval off ${percent} % by`,
      value: 100 * away,
      unit: 'points',
      bound: { atMost: 0 },
    },
  ]
}
