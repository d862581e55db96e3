import type { Calibration } from '../contracts/debrief-promises.ts'
import { percent, TOO_FEW, within } from '../domain/words/measured.ts'
import { count, counted } from './text.ts'

/** What was said of targets and what was met, in one sentence. */
export const calibrationText = (calibration: Calibration): string =>
  calibration.is === 'tooFew'
    ? `${TOO_FEW}: ${counted(calibration.n, 'outcome')} of at least 50`
    : `said ${percent(calibration.meanSaid)}, met ${within(calibration.happened, percent)}, n ${count(calibration.n)}; Brier ${calibration.brier.toFixed(3)}, error ${percent(calibration.ece)}, by chance ${percent(calibration.eceByChance)}`
