import type { BacktestReport } from '../../contracts/lab-report.ts'
import { TRAINING_TERMINAL } from '../../contracts/simulator.ts'
import type { LabOrigin, RunKey } from '../../contracts/lab-desk.ts'
import type { LabRun } from '../../contracts/lab-runs.ts'
import type { CalibrationFigures, ResultFigures, WalkForwardReport } from '../../contracts/proving.ts'

export type LabReport =
  | Readonly<{ kind: 'backtest'; report: BacktestReport }>
  | Readonly<{ kind: 'walkforward' | 'train'; report: WalkForwardReport }>

/** What lab.db knows of an answer beside its report. */
export type Answered = Readonly<{
  key: RunKey
  atMs: number
  engine: string
  dataHash: string
  origin: LabOrigin | null
}>

const Z95 = 1.96

/** One line of the list of runs. */
export function runOf(answered: Answered, told: LabReport): LabRun {
  const { data, basis } = told.report
  return {
    is: 'run',
    ...answered,
    simulated: simulatedBy(answered.origin),
    kind: told.kind,
    files: data.pairs.flatMap(({ files }) => files.map(({ name }) => name)),
    pairs: data.pairs.map(({ pair }) => pair),
    fromMs: Math.min(...data.pairs.map(({ fromMs }) => fromMs)),
    toMs: Math.max(...data.pairs.map(({ toMs }) => toMs)),
    basis,
    issued: figuresOf(issuedGroups(told)),
    trust: trustOf(told.report.calibration),
  }
}

function simulatedBy(origin: LabOrigin | null): LabRun['simulated'] {
  if (origin?.is === 'generated') return 'generated'
  return origin?.terminal === TRAINING_TERMINAL ? 'training' : null
}

/** Of the signals that would have been issued; of a walk-forward those with the level of the last days. */
const issuedGroups = ({ kind, report }: LabReport): readonly ResultFigures[] =>
  kind === 'backtest'
    ? report.issued.groups
    : (report.results.find(({ choice }) => choice === 'rolling')?.groups ?? [])

const NOTHING = { value: null, low: null, high: null, n: 0 } as const

function figuresOf(groups: readonly ResultFigures[]): LabRun['issued'] {
  const whole = groups.find(({ by }) => by === 'all')
  if (whole === undefined)
    return { n: 0, net1: NOTHING, random1: NOTHING, better: NOTHING, wins: NOTHING, profitFactor: NOTHING }
  const { n, net1, random1, better, wins, profitFactor } = whole
  return { n, net1, random1, better, wins, profitFactor }
}

function trustOf(calibration: readonly CalibrationFigures[]): LabRun['trust'] {
  const figures = wholeCalibration(calibration)
  if (figures === null) return null
  const { n, ece, eceByChance, eceByChanceHigh, slope, slopeError } = figures
  const reach = slopeError === null ? null : Z95 * slopeError
  const end = (side: number) => (slope === null || reach === null ? null : slope + side * reach)
  return { n, ece, eceByChance, eceByChanceHigh, slope: { value: slope, low: end(-1), high: end(1), n } }
}

/** All candidates of all plans; where there are two, with the level of the last days. */
export function wholeCalibration(calibration: readonly CalibrationFigures[]): CalibrationFigures | null {
  const whole = calibration.filter(({ scope, plan }) => scope === 'all' && plan === null)
  return whole.find(({ intercept }) => intercept === 'rolling') ?? whole[0] ?? null
}
