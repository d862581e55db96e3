import { pickCandidates, type Candidates } from '../candidates/candidates.ts'
import type { LearningOutlooks } from '../issue/issue.ts'
import type { FoldForecasts, Forecasts } from './fold-forecasts.ts'

/** The test windows of all folds as one run through time: only what no fit of it had seen. */
export type JoinedForecasts = Readonly<{
  candidates: Candidates
  static: Forecasts
  rolling: Forecasts
  base: Float64Array
  oneRate: Float64Array
}>

export function joinForecasts(candidates: Candidates, folds: readonly FoldForecasts[]): JoinedForecasts {
  const rows = Int32Array.from(folds.flatMap(fold => [...fold.rows]))
  return {
    candidates: pickCandidates(candidates, rows),
    static: joined(folds.map(fold => fold.static)),
    rolling: joined(folds.map(fold => fold.rolling)),
    base: Float64Array.from(folds.flatMap(fold => [...fold.base])),
    oneRate: Float64Array.from(folds.flatMap(fold => [...fold.oneRate])),
  }
}

function joined(parts: readonly Forecasts[]): Forecasts {
  const column = (name: 'p' | 'timeout' | 'timeoutR') =>
    Float64Array.from(parts.flatMap(part => [...part[name]]))
  return {
    p: column('p'),
    timeout: column('timeout'),
    timeoutR: column('timeoutR'),
    calibrated: Uint8Array.from(parts.flatMap(part => [...part.calibrated])),
  }
}

/**
 * Says again what was forecast, row by row, to one pass over all test windows: the flood guard then knows no fold, and a position
 * that is open where one ends is open where the next begins.
 */
export function recorded({ p, timeout, timeoutR, calibrated }: Forecasts): LearningOutlooks {
  let row = -1
  return {
    outlook: () => {
      row++
      return {
        p: p[row] as number,
        timeout: timeout[row] as number,
        timeoutR: timeoutR[row] as number,
        n: 0,
        calibrated: calibrated[row] === 1,
        source: 'walk-forward',
      }
    },
    learn: () => undefined,
  }
}
