import type { BacktestReport } from '../../contracts/lab-report.ts'
import type { ModelFile } from '../../contracts/model.ts'
import type { Pair } from '../../contracts/pairs.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import { joinCandidates, pickCandidates, type Candidates } from '../candidates/candidates.ts'
import { PAIR_CODES } from '../candidates/codes.ts'
import { issue } from '../issue/issue.ts'
import { endedRows, type RandomBeside } from '../results/summarise.ts'
import { randomBeside } from '../walk-forward/random-beside.ts'
import type { RandomTask } from '../walk-forward/walk-forward.ts'
import { backtestReport } from './backtest-report.ts'
import type { PairPass } from './pass-pair.ts'

export type BacktestJob = Readonly<{
  version: string
  seed: number
  trials: number
  pairs: readonly Pair[]
  model: ModelFile | null
  /** Null: everything there is. */
  fromMs: number | null
  toMs: number | null
}>

/** Whoever does the heavy parts, several at once. */
export interface BacktestCrew {
  pair(pair: Pair): Promise<PairPass>
  random(task: RandomTask): Promise<RandomBeside>
  /** SHA-256 of a text, as hexadecimal digits. */
  hash(text: string): string
}

export type Passed = Extract<PairPass, { is: 'passed' }>
export type Refused = Extract<PairPass, { is: 'refused' }>

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
  const passes = await inParts('Pairs read', job.pairs, progress, pair => crew.pair(pair))
  const passed = passes.filter(pass => pass.is === 'passed')
  const refused = passes.filter(pass => pass.is === 'refused')
  const [first] = refused
  if (passed.length === 0 && first !== undefined)
    return { is: 'refused', code: first.code, text: refused.map(({ text }) => text).join('. ') }
  const candidates = joinCandidates(passed.map(pass => pass.candidates))
  const ended = endedRows(
    candidates,
    Int32Array.from({ length: candidates.length }, (_, row) => row),
  )
  const pairs = passed.map(({ data }) => data.pair)
  const random = await drawRandom(job, pairs, candidates, ended, crew, progress)
  const issued = issue(candidates, new Calibrator(job.model))
  const files = passed.map(({ data }) => [data.pair, ...data.files.map(({ sha256 }) => sha256)])
  const hash = crew.hash(JSON.stringify(files))
  const report = backtestReport({ job, hash, passed, refused, candidates, ended, issue: issued, random })
  return { is: 'done', report }
}

async function drawRandom(
  { seed, fromMs, toMs }: BacktestJob,
  pairs: readonly Pair[],
  candidates: Candidates,
  ended: Int32Array,
  crew: BacktestCrew,
  progress: BacktestProgress,
): Promise<(rows: Int32Array) => RandomBeside> {
  const span = { fromMs: fromMs ?? Number.NEGATIVE_INFINITY, toMs: toMs ?? Number.POSITIVE_INFINITY }
  const drawn = await inParts('Random entries drawn', pairs, progress, async pair => {
    const code = PAIR_CODES.indexOf(pair)
    const rows = ended.filter(row => candidates.pair[row] === code)
    const own = pickCandidates(candidates, rows)
    const beside = await crew.random({ pair, candidates: own, rows: rows.map((_, at) => at), span, seed })
    return { rows, beside }
  })
  return randomBeside(candidates.length, drawn)
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
