import type {
  CalibrationFigures,
  Choice,
  ChoiceResults,
  Intercept,
  ResultFigures,
  WalkForwardReport,
} from '../../../contracts/proving.ts'

/** How the page calls a choice of trades. */
export const CHOICE_NAMES: Readonly<Record<Choice, string>> = {
  rolling: 'signals, rolling intercept',
  static: 'signals, static model',
  ungated: 'no value gate',
}

export const resultsOf = ({ results }: WalkForwardReport, choice: Choice): ChoiceResults | null =>
  results.find(result => result.choice === choice) ?? null

export const wholeOf = (results: ChoiceResults | null): ResultFigures | null =>
  results?.groups.find(({ by }) => by === 'all') ?? null

export function calibrationOf(
  { calibration }: WalkForwardReport,
  scope: CalibrationFigures['scope'],
  intercept: Intercept,
): CalibrationFigures | null {
  return (
    calibration.find(one => one.scope === scope && one.intercept === intercept && one.plan === null) ?? null
  )
}
