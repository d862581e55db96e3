import type { BacktestReport } from '../../contracts/lab-report.ts'
import type { LabRun, RunPart, RunStory } from '../../contracts/lab-runs.ts'
import type { Choice, ResultFigures, WalkForwardReport } from '../../contracts/proving.ts'
import { counted } from '../words/figures.ts'
import { daysOf } from '../words/times.ts'
import { withRemedy } from '../words/wrong-clock.ts'
import type { LabReport } from './lab-report.ts'
import { verdictOf } from './verdict.ts'

/** One run opened: what it comes to, what it was made of, and how it was counted. */
export function storyOf(run: LabRun, told: LabReport): RunStory {
  const { report } = told
  return {
    run,
    verdict: verdictOf(run, told),
    parts: told.kind === 'backtest' ? backtestParts(told.report) : walkForwardParts(told.report),
    calibration: report.calibration.filter(({ plan }) => plan === null),
    costs: report.costs,
    data: dataLines(told),
    tries:
      told.kind === 'backtest'
        ? `Question ${told.report.trials} to this lab.`
        : `Question ${told.report.trials.here} to this lab, after ${told.report.trials.study} looks of the study.`,
  }
}

const SHOWN: readonly ResultFigures['by'][] = ['all', 'pair', 'setup']
const shown = (groups: readonly ResultFigures[]) => groups.filter(({ by }) => SHOWN.includes(by))

const backtestParts = ({ issued, candidates, ...asked }: BacktestReport): readonly RunPart[] => [
  {
    name: 'Signals',
    meaning: `Proposals that passed the gate and every guard, with ${knownTo(asked)}. A desk with another model or calendar issues others.`,
    n: issued.n,
    groups: shown(issued.groups),
    fallR: issued.inTime.drawdown.depth,
  },
  {
    name: 'All proposals',
    meaning: 'Everything that a setup proposed, whatever stood in its way.',
    n: candidates.n,
    groups: shown(candidates.groups),
    fallR: null,
  },
]

const knownTo = ({ model, calendar }: Pick<BacktestReport, 'model' | 'calendar'>): string =>
  `${model === null ? 'no model' : `the model ${model.name}`} and ${calendar === null ? 'no calendar' : 'the calendar of its files'}`

const CHOICES: Readonly<Record<Choice, Pick<RunPart, 'name' | 'meaning'>>> = {
  rolling: {
    name: 'Signals',
    meaning: 'Issued with the level of the last 60 days, as the desk does it.',
  },
  static: { name: 'Static model', meaning: 'Issued by the fitted probabilities as they are.' },
  ungated: { name: 'No value gate', meaning: 'The same guards, every setup taken.' },
}

const walkForwardParts = ({ results }: WalkForwardReport): readonly RunPart[] =>
  results.map(({ choice, groups, drawdown }) => ({
    ...CHOICES[choice],
    n: groups.find(({ by }) => by === 'all')?.n ?? 0,
    groups: shown(groups),
    fallR: drawdown.depth,
  }))

function dataLines(told: LabReport): readonly string[] {
  const notes =
    told.kind === 'backtest'
      ? told.report.data.pairs.flatMap(pair => pair.notes.map(({ text }) => text))
      : told.report.data.pairs.flatMap(pair => pair.notes)
  const left = told.kind === 'backtest' ? told.report.data.refused : told.report.data.leftOut
  return [
    ...told.report.data.pairs.map(
      ({ pair, bars, fromMs, toMs, candidates }) =>
        `${pair}: ${counted(bars, 'minute')}, ${daysOf(fromMs, toMs)}, ${counted(candidates, 'proposal')}.`,
    ),
    ...notes,
    ...left.map(fault => `Left out: ${withRemedy(fault, 'window')}`),
  ]
}
