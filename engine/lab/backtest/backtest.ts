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
import { endedRows } from '../results/summarise.ts'
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

/** What one pair's data gave; random entries beside every candidate. */
export type BacktestPiece =
  RefusedPair | Readonly<{ is: 'passed'; data: BacktestPair; candidates: Candidates; random: RandomDraws }>
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
  const ended = endedRows(
    candidates,
    Int32Array.from({ length: candidates.length }, (_, row) => row),
  )
  const issued = issue(candidates, new Calibrator(job.model))
  const files = passed.map(({ data }) => [data.pair, ...data.files.map(({ sha256 }) => sha256)])
  const hash = crew.hash(JSON.stringify(files))
  const random = new RandomBeside(candidates.length, passed.map(drawnOf(candidates)))
  const report = backtestReport({ job, hash, passed, refused, candidates, ended, issue: issued, random })
  return { is: 'done', report }
}

/** A pair's candidates stand in the same order among all as among themselves. */
const drawnOf =
  ({ pair }: Candidates) =>
  ({ data, random }: PassedPiece): DrawnOfPair => {
    const code = PAIR_CODES.indexOf(data.pair)
    const rows = Int32Array.from(pair.keys()).filter(row => pair[row] === code)
    return { rows, drawn: random }
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
