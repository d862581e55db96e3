import type { BacktestPair, BacktestReport } from '../../contracts/lab-report.ts'
import type { ModelFile } from '../../contracts/model.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { KnownCalendar } from '../../domain/overlay/known-calendar.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import { joinCandidates, type Candidates } from '../candidates/candidates.ts'
import { issue } from '../issue/issue.ts'
import { RandomBeside, type DrawnOfPair } from '../random/random-beside.ts'
import type { RandomOfPair } from '../random/random-drawing.ts'
import { randomTasks, rowsOfPair, type RandomTask } from '../random/random-task.ts'
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

/** What one pair's data gave; random entries beside the candidates of the span that is judged. */
export type BacktestPiece =
  | RefusedPair
  | Readonly<{
      is: 'passed'
      data: BacktestPair
      candidates: Candidates
      random: RandomOfPair
    }>
type PassedPiece = Extract<BacktestPiece, { is: 'passed' }>

/** Whoever does the heavy parts, several at once. */
export interface BacktestCrew {
  pair(pair: Pair): Promise<BacktestPiece>
  random(task: RandomTask): Promise<RandomOfPair>
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
  const followed = joined(await inParts('Pairs followed', job.pairs, progress, pair => crew.pair(pair)))
  const { pairs, refused, candidates } = followed
  const [first] = refused
  if (pairs.length === 0 && first !== undefined)
    return { is: 'refused', code: first.code, text: refused.map(({ text }) => text).join('. ') }
  const judged = rowsWithin(candidates, spanOf(job))
  const issued = issue(candidates, new Calibrator(job.model), spanOf(job))
  const hash = crew.hash(
    JSON.stringify(pairs.map(({ pair, files }) => [pair, ...files.map(({ sha256 }) => sha256)])),
  )
  const tasks = randomTasks(
    pairs.map(({ pair }) => pair),
    candidates,
    [{ name: 'issued', rows: endedRows(candidates, issued.issued) }],
    { span: spanOf(job), seed: job.seed },
  )
  const beside = await inParts('Random entries drawn', tasks, progress, async ({ task, rows }) => ({
    rows,
    drawn: await crew.random(task),
  }))
  const random = new RandomBeside(candidates.length, [...followed.random, ...beside])
  const report = backtestReport({ job, hash, pairs, refused, candidates, judged, issue: issued, random })
  return { is: 'done', report }
}

/** All pairs' candidates as one, with what else is to be kept of the pairs. */
function joined(pieces: readonly BacktestPiece[]) {
  const passed = pieces.filter(piece => piece.is === 'passed')
  const candidates = joinCandidates(passed.map(piece => piece.candidates))
  return {
    pairs: passed.map(({ data }) => data),
    refused: pieces.filter(piece => piece.is === 'refused'),
    candidates,
    random: passed.map(drawnOf(candidates)),
  }
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
  (candidates: Candidates) =>
  ({ data: { pair }, random }: PassedPiece): DrawnOfPair => ({
    rows: rowsOfPair(candidates, pair),
    drawn: random,
  })

async function inParts<T, U>(
  stage: string,
  parts: readonly T[],
  progress: BacktestProgress,
  work: (part: T) => Promise<U>,
): Promise<readonly U[]> {
  let done = 0
  if (parts.length > 0) progress(stage, 0, parts.length)
  return Promise.all(
    parts.map(async part => {
      const result = await work(part)
      progress(stage, ++done, parts.length)
      return result
    }),
  )
}
