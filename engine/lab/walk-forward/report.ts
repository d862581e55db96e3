import {
  Intercept,
  type CalibrationFigures,
  type ChoiceResults,
  type WalkForwardReport,
} from '../../contracts/proving.ts'
import { HOUR_MS } from '../../domain/market/civil.ts'
import { VALUE_GATE } from '../../domain/venom/value.ts'
import { calibrationFigures } from '../results/calibration-figures.ts'
import type { RandomBeside } from '../random/random-beside.ts'
import { USUAL_DRAWS } from '../random/random-entries.ts'
import { endedRows, summarise } from '../results/summarise.ts'
import { tradesInTime } from '../results/trades-in-time.ts'
import { basisOf } from './basis.ts'
import { refusalCounts, type Chosen } from './choices.ts'
import type { FoldForecasts } from './fold-forecasts.ts'
import type { JoinedForecasts } from './joined-forecasts.ts'
import { EMBARGO_MS } from './purge.ts'
import type { PairTold, PairRefused, WalkForwardJob } from './walk-forward.ts'
import type { Fold, Span } from './windows.ts'

/** How often each kind of chance is drawn. */
const DRAWS = { bootstrap: 1_000, calibration: 200, random: USUAL_DRAWS } as const

export type Found = Readonly<{
  job: WalkForwardJob
  folds: readonly Fold[]
  forecasts: readonly FoldForecasts[]
  joined: JoinedForecasts
  chosen: readonly Chosen[]
  passed: readonly PairTold[]
  refused: readonly PairRefused[]
  /** All test windows together. */
  span: Span
  random: RandomBeside
}>

/** Everything that was found, in figures. */
export function reportOf(found: Found): WalkForwardReport {
  const { job, folds, forecasts, chosen, passed, refused } = found
  const rolling = chosen.find(({ choice }) => choice === 'rolling')?.issue
  const basis = basisOf(folds)
  return {
    format: 1,
    engine: job.engine,
    seed: job.seed,
    basis,
    calendar: job.calendar,
    data: {
      hash: job.dataHash,
      pairs: passed.map(({ data }) => data),
      leftOut: refused.map(({ pair, code, text }) => ({ pair, code, text })),
    },
    windows: windowsOf(job),
    folds: forecasts.map(({ fold }) => ({
      ...fold,
      issued: rolling ? issuedIn(found, rolling.issued, fold.testFromMs, fold.testToMs) : 0,
    })),
    trials: job.trials,
    draws: { ...DRAWS, blocks: 'day' },
    gateR: VALUE_GATE,
    costs: [...new Set(passed.flatMap(({ costs }) => costs))],
    calibration: calibrationOf(found, basis),
    results: chosen.map(one => resultsOf(found, one, basis)),
    refusals: rolling ? refusalCounts(rolling) : [],
  }
}

function windowsOf({ plan }: WalkForwardJob): WalkForwardReport['windows'] {
  const months = plan.mode === 'once' ? { fitMonths: null, stepMonths: null } : plan
  const { fitMonths, stepMonths } = months
  return { mode: plan.mode, fitMonths, stepMonths, embargoHours: EMBARGO_MS / HOUR_MS }
}

function issuedIn({ joined }: Found, rows: Int32Array, fromMs: number, toMs: number): number {
  const { barMs } = joined.candidates
  return rows.filter(row => (barMs[row] as number) >= fromMs && (barMs[row] as number) < toMs).length
}

/** All candidates and issued ones, each with the static and the rolling intercept. */
function calibrationOf({ job, joined, chosen }: Found, basis: string): CalibrationFigures[] {
  const { candidates } = joined
  const every = Int32Array.from({ length: candidates.length }, (_, row) => row)
  return (['all', 'issued'] as const).flatMap(scope =>
    Intercept.options.flatMap(intercept => {
      const { p, calibrated } = joined[intercept]
      const issued = chosen.find(({ choice }) => choice === intercept)?.issue.issued ?? new Int32Array()
      const rows = endedRows(candidates, scope === 'all' ? every : issued)
      const forecasts = {
        scope,
        intercept,
        basis,
        rows: rows.filter(row => calibrated[row] === 1),
        p,
        plainer: joined.base,
        oneRate: joined.oneRate,
      }
      if (forecasts.rows.length === 0) return []
      return calibrationFigures(candidates, forecasts, {
        seed: job.seed,
        bootstrapDraws: DRAWS.calibration,
        chanceDraws: DRAWS.calibration,
      })
    }),
  )
}

function resultsOf(
  { job, joined, span, random }: Found,
  { choice, issue }: Chosen,
  basis: string,
): ChoiceResults {
  const { candidates } = joined
  const { seed, trials } = job
  const ended = endedRows(candidates, issue.issued)
  return {
    choice,
    basis,
    groups: [
      ...summarise(candidates, ended, random.ofSet(choice), { seed, bootstrapDraws: DRAWS.bootstrap }),
    ],
    ...tradesInTime(candidates, ended, {
      seed,
      draws: DRAWS.bootstrap,
      trials: trials.here + trials.study,
      ...span,
    }),
  }
}
