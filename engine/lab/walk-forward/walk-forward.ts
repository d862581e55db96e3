import type { Pair } from '../../contracts/pairs.ts'
import type { ProvingData, WalkForwardReport } from '../../contracts/proving.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { PAIR_CODES } from '../candidates/codes.ts'
import { choose, rowsOfChoices, type Chosen } from './choices.ts'
import type { FoldForecasts } from './fold-forecasts.ts'
import { joinGathered, type Gathered } from './gathered.ts'
import { joinForecasts } from './joined-forecasts.ts'
import { RandomBeside } from '../random/random-beside.ts'
import type { RandomDraws } from '../random/random-entries.ts'
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

/** What one pair's data gave, or why it is of no use. */
export type PairEnd =
  | Readonly<{ is: 'refused'; pair: Pair; code: string; text: string }>
  | (Gathered &
      Readonly<{
        is: 'passed'
        data: ProvingData['pairs'][number]
        /** How costs were counted, a sentence each. */
        costs: readonly string[]
      }>)
export type PairPassed = Extract<PairEnd, { is: 'passed' }>
export type PairRefused = Extract<PairEnd, { is: 'refused' }>

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
  pair(pair: Pair): Promise<PairEnd>
  fold(gathered: Gathered, fold: Fold): Promise<FoldForecasts>
  random(task: RandomTask): Promise<RandomDraws>
}

export type WalkForwardFault = Readonly<{ is: 'refused'; code: string; text: string }>
export type WalkForwardEnd =
  Readonly<{ is: 'done'; report: WalkForwardReport; gathered: Gathered }> | WalkForwardFault

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
  const pairs = await all(job.pairs, 'Pairs read', progress, pair => crew.pair(pair))
  const passed = pairs.filter((end): end is PairPassed => end.is === 'passed')
  const refused = pairs.filter((end): end is PairRefused => end.is === 'refused')
  if (passed.length === 0)
    return {
      is: 'refused',
      code: refused[0]?.code ?? 'NO_DATA',
      text: refused.map(({ text }) => text).join('. '),
    }
  const gathered = joinGathered(passed)
  const folds = foldsOf(spanOf(job, passed), job.plan)
  const [first, last] = [folds[0], folds.at(-1)]
  if (first === undefined || last === undefined) return noTestWindow(job)
  const forecasts = await all(folds, 'Folds fitted', progress, fold => crew.fold(gathered, fold))
  const joined = joinForecasts(gathered.candidates, forecasts)
  const chosen = choose(joined)
  const span = { fromMs: first.test.fromMs, toMs: last.test.toMs }
  const random = await drawRandom(passed, job.seed, joined.candidates, chosen, span, crew, progress)
  const report = reportOf({ job, folds, forecasts, joined, chosen, passed, refused, span, random })
  return { is: 'done', report, gathered }
}

async function drawRandom(
  passed: readonly PairPassed[],
  seed: number,
  candidates: Candidates,
  chosen: readonly Chosen[],
  span: Span,
  crew: Crew,
  progress: WalkProgress,
): Promise<RandomBeside> {
  const wanted = rowsOfChoices(chosen)
  const drawn = await all(passed, 'Random entries drawn', progress, async ({ data: { pair } }) => {
    const code = PAIR_CODES.indexOf(pair)
    const rows = wanted.filter(row => candidates.pair[row] === code)
    return { rows, drawn: await crew.random({ pair, candidates, rows, span, seed }) }
  })
  return new RandomBeside(candidates.length, drawn)
}

/** Of the data that all pairs have, and of what was asked for. */
function spanOf({ fromMs, toMs }: WalkForwardJob, passed: readonly PairPassed[]): Span {
  const firsts = passed.map(({ data }) => data.fromMs)
  const lasts = passed.map(({ data }) => data.toMs)
  return {
    fromMs: Math.max(fromMs ?? 0, Math.min(...firsts)),
    toMs: Math.min(toMs ?? Number.POSITIVE_INFINITY, Math.max(...lasts)),
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
