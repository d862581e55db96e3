import type { Pair } from '../../contracts/pairs.ts'
import type { ProvingData, WalkForwardReport } from '../../contracts/proving.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { joinCandidates, type Candidates } from '../candidates/candidates.ts'
import { PAIR_CODES } from '../candidates/codes.ts'
import type { RandomBeside } from '../results/summarise.ts'
import { choose, rowsOfChoices, type Chosen } from './choices.ts'
import type { FoldForecasts } from './fold-forecasts.ts'
import { joinForecasts } from './joined-forecasts.ts'
import { randomBeside } from './random-beside.ts'
import { reportOf } from './report.ts'
import { foldsOf, type Fold, type Span, type WindowPlan } from './windows.ts'

export type WalkForwardJob = Readonly<{
  engine: string
  seed: number
  dataHash: string
  pairs: readonly Pair[]
  plan: WindowPlan
  /** Only candidates in it; whole months of what there is without. */
  fromMs: number | null
  toMs: number | null
  trials: WalkForwardReport['trials']
}>

/** What one pair's data gave. */
export type PairPiece = Readonly<{
  data: ProvingData['pairs'][number]
  costs: readonly string[]
  candidates: Candidates
}>

/** Random entries beside some rows of one pair, in the span of the test windows. */
export type RandomTask = Readonly<{
  pair: Pair
  candidates: Candidates
  rows: Int32Array
  span: Span
  seed: number
}>

/** Whoever does the heavy parts, several at once. What it has done before it may remember. */
export interface Crew {
  pair(pair: Pair): Promise<PairPiece>
  fold(candidates: Candidates, fold: Fold): Promise<FoldForecasts>
  random(task: RandomTask): Promise<RandomBeside>
}

export type WalkForwardFault = Readonly<{ is: 'refused'; code: 'NO_TEST_WINDOW'; text: string }>
export type WalkForwardEnd =
  Readonly<{ is: 'done'; report: WalkForwardReport; candidates: Candidates }> | WalkForwardFault

/** `stage` of the work, and how many of its parts are done. */
export type WalkProgress = (stage: string, done: number, of: number) => void

/**
 * Fits, forecasts and trades every fold of the data, and reports what came of the test windows alone. The same job over the
 * same data gives the same report, whoever does the parts and in whatever order they are done.
 */
export async function walkForward(
  job: WalkForwardJob,
  crew: Crew,
  progress: WalkProgress,
): Promise<WalkForwardEnd> {
  const pieces = await all(job.pairs, 'Pairs read', progress, pair => crew.pair(pair))
  const candidates = joinCandidates(pieces.map(piece => piece.candidates))
  const folds = foldsOf(spanOf(job, pieces), job.plan)
  const [first, last] = [folds[0], folds.at(-1)]
  if (first === undefined || last === undefined) return noTestWindow(job)
  const forecasts = await all(folds, 'Folds fitted', progress, fold => crew.fold(candidates, fold))
  const joined = joinForecasts(candidates, forecasts)
  const chosen = choose(joined)
  const span = { fromMs: first.test.fromMs, toMs: last.test.toMs }
  const randomOf = await drawRandom(job, joined.candidates, chosen, span, crew, progress)
  const report = reportOf({ job, folds, forecasts, joined, chosen, pieces, span, randomOf })
  return { is: 'done', report, candidates }
}

async function drawRandom(
  { pairs, seed }: WalkForwardJob,
  candidates: Candidates,
  chosen: readonly Chosen[],
  span: Span,
  crew: Crew,
  progress: WalkProgress,
): Promise<(rows: Int32Array) => RandomBeside> {
  const wanted = rowsOfChoices(chosen)
  const drawn = await all(pairs, 'Random entries drawn', progress, async pair => {
    const code = PAIR_CODES.indexOf(pair)
    const rows = wanted.filter(row => candidates.pair[row] === code)
    return { rows, beside: await crew.random({ pair, candidates, rows, span, seed }) }
  })
  return randomBeside(candidates.length, drawn)
}

/** Of the data that all pairs have, and of what was asked for. */
function spanOf({ fromMs, toMs }: WalkForwardJob, pieces: readonly PairPiece[]): Span {
  const firsts = pieces.map(({ data }) => data.fromMs)
  const lasts = pieces.map(({ data }) => data.toMs)
  return {
    fromMs: Math.max(fromMs ?? 0, Math.min(...firsts)),
    toMs: Math.min(toMs ?? Number.POSITIVE_INFINITY, Math.max(...lasts) + MINUTE_MS),
  }
}

function noTestWindow({ plan }: WalkForwardJob): WalkForwardFault {
  const wished =
    plan.mode === 'once' ? 'that date lies outside of it' : `a fit takes ${plan.fitMonths} months of it`
  const text = `The data leaves nothing to test: ${wished}. Give more data, or fit on less with --fit-months or --fit-until`
  return { is: 'refused', code: 'NO_TEST_WINDOW', text }
}

async function all<T, U>(
  parts: readonly T[],
  stage: string,
  progress: WalkProgress,
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
