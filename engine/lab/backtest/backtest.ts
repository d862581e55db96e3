import type { BacktestPair, BacktestReport } from '../../contracts/lab-report.ts'
import type { ModelFile } from '../../contracts/model.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import { joinCandidates, type Candidates } from '../candidates/candidates.ts'
import { PAIR_CODES } from '../candidates/codes.ts'
import { issue } from '../issue/issue.ts'
import { RandomBeside, type DrawnOfPair } from '../random/random-beside.ts'
import type { RandomDraws } from '../random/random-entries.ts'
import { backtestReport } from './backtest-report.ts'
import type { RefusedPair } from './pass-pair.ts'

export type BacktestJob = Readonly<{
  version: string
  seed: number
  trials: number
  pairs: readonly Pair[]
  model: ModelFile | null
  calendar: KnownCalendar | null
  /** Null: everything there is. */
  fromMs: number | null
  toMs: number | null
}>

/** What one pair's data gave; random entries beside the candidates of `rows`, those of the span that is judged. */
export type BacktestPiece =
  | RefusedPair
  | Readonly<{
      is: 'passed'
      data: BacktestPair
      candidates: Candidates
      rows: Int32Array
      random: RandomDraws
    }>
export type PassedPiece = Extract<BacktestPiece, { is: 'passed' }>

/** Whoever does the heavy parts, several at once. */
export interface BacktestCrew {
  pair(pair: Pair): Promise<BacktestPiece>
  /** SHA-256 of a text, as hexadecimal digits. */
  hash(text: string): string
}

export type BacktestEnd =
  Readonly<{ is: 'done'; report: BacktestReport }> | Readonly<{ is: 'refused'; code: string; text: string }>

/** `stage` of the work, and how many of its parts are done. */
export type BacktestProgress = (stage: string, done: number, of: number) => void

/**
 * Every pair through the setups, every candidate to its end, the model and the guards over all of them in time order, and
 * random entries beside each result. A pair whose data is of no use is named in the report, and the others go on.
 */
export async function backtest(
  job: BacktestJob,
  crew: BacktestCrew,
  progress: BacktestProgress,
): Promise<BacktestEnd> {
  const pieces = await inParts('Pairs followed', job.pairs, progress, pair => crew.pair(pair))
  const passed = pieces.filter(piece => piece.is === 'passed')
  const refused = pieces.filter(piece => piece.is === 'refused')
  const [first] = refused
  if (passed.length === 0 && first !== undefined)
    return { is: 'refused', code: first.code, text: refused.map(({ text }) => text).join('. ') }
  const candidates = joinCandidates(passed.map(piece => piece.candidates))
  const judged = rowsWithin(candidates, spanOf(job))
  const issued = issue(candidates, new Calibrator(job.model), spanOf(job))
  const files = passed.map(({ data }) => [data.pair, ...data.files.map(({ sha256 }) => sha256)])
  const hash = crew.hash(JSON.stringify(files))
  const random = new RandomBeside(candidates.length, passed.map(drawnOf(candidates)))
  const report = backtestReport({ job, hash, passed, refused, candidates, judged, issue: issued, random })
  return { is: 'done', report }
}

/** Candidates before it teach the calibrator, and are not judged. */
export const spanOf = ({ fromMs, toMs }: Pick<BacktestJob, 'fromMs' | 'toMs'>) => ({
  fromMs: fromMs ?? Number.NEGATIVE_INFINITY,
  toMs: toMs ?? Number.POSITIVE_INFINITY,
})

export function rowsWithin({ barMs, length }: Candidates, span: ReturnType<typeof spanOf>): Int32Array {
  const rows = Int32Array.from({ length }, (_, row) => row)
  return rows.filter(row => (barMs[row] as number) >= span.fromMs && (barMs[row] as number) < span.toMs)
}

/** A pair's candidates stand in the same order among all as among themselves. */
const drawnOf =
  ({ pair }: Candidates) =>
  ({ data, rows, random }: PassedPiece): DrawnOfPair => {
    const code = PAIR_CODES.indexOf(data.pair)
    const own = Int32Array.from(pair.keys()).filter(row => pair[row] === code)
    return { rows: rows.map(row => own[row] as number), drawn: random }
  }

async function inParts<T, U>(
  stage: string,
  parts: readonly T[],
  progress: BacktestProgress,
  work: (part: T) => Promise<U>,
): Promise<readonly U[]> {
  let done = 0
  progress(stage, 0, parts.length)
  return Promise.all(
    parts.map(async part => {
      const result = await work(part)
      progress(stage, ++done, parts.length)
      return result
    }),
  )
}
