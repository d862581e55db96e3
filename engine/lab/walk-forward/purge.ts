import { HOUR_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import type { CandidateColumns } from '../candidates/candidates.ts'
import { ENDINGS } from '../candidates/codes.ts'
import type { Fold } from './windows.ts'

/** Between the last outcome that is fitted and the first candidate that is tested. */
export const EMBARGO_MS = 24 * HOUR_MS

const OPEN = ENDINGS.indexOf('open')

export type FoldRows = Readonly<{ fit: Int32Array; purged: number; test: Int32Array }>

/**
 * The rows that a fold may learn from and those it is tried on. Learnt is only what was known an embargo before the test
 * window (M. López de Prado, "Advances in Financial Machine Learning", Wiley 2018, 7.4). What counts is when a trade could
 * have ended at the latest, not when it happened to: near the end of the window only quick ones have ended, and a model
 * that sees those alone learns a wrong share of targets.
 */
export function rowsOfFold(
  candidates: CandidateColumns,
  { fit, test }: Fold,
  embargoMs = EMBARGO_MS,
): FoldRows {
  const fitted: number[] = []
  const tested: number[] = []
  let purged = 0
  for (let row = 0; row < candidates.length; row++) {
    if (!isUsable(candidates, row)) continue
    const madeMs = candidates.barMs[row] as number
    if (madeMs >= test.fromMs && madeMs < test.toMs) tested.push(row)
    if (madeMs < fit.fromMs || madeMs >= fit.toMs) continue
    if (settledMs(candidates, row) <= test.fromMs - embargoMs) fitted.push(row)
    else purged++
  }
  return { fit: Int32Array.from(fitted), purged, test: Int32Array.from(tested) }
}

/** A candidate without all its features has no forecast, and one without an end has no outcome. */
export const isUsable = ({ ending, told }: CandidateColumns, row: number): boolean =>
  ending[row] !== OPEN && told[row] === 1

/**
 * Usable, and nothing about it can change after `untilMs`. Of what a month of data ends in, only the quick trades have ended: a
 * model that saw those alone would learn a wrong share of targets.
 */
export const isSettled = (candidates: CandidateColumns, row: number, untilMs: number): boolean =>
  isUsable(candidates, row) && settledMs(candidates, row) <= untilMs

/** From when on nothing about the trade can change: its time exit, or its end if a silence of the market put that later. */
function settledMs({ timeExitMs, exitMs }: CandidateColumns, row: number): number {
  return Math.max(timeExitMs[row] as number, exitMs[row] as number) + MINUTE_MS
}

/**
 * Throws when a row that is to be fitted was not settled an embargo before the test window. It guards the promise of the whole
 * report, whoever chose the rows.
 */
export function assertSettled(
  candidates: CandidateColumns,
  rows: Int32Array,
  testFromMs: number,
  embargoMs = EMBARGO_MS,
): void {
  for (const row of rows) {
    if (isSettled(candidates, row, testFromMs - embargoMs)) continue
    throw new Error(
      `candidate ${row} reaches into the test window and is to be fitted: its future would leak`,
    )
  }
}
