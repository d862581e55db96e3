import type { Pair } from '../../contracts/pairs.ts'
import type { ProvingData, WalkForwardReport } from '../../contracts/proving.ts'
import type { Candidates } from '../candidates/candidates.ts'
import { choose, type Chosen } from './choices.ts'
import type { FoldForecasts } from './fold-forecasts.ts'
import type { Gathered } from './gathered.ts'
import { joinForecasts } from './joined-forecasts.ts'
import { RandomBeside } from '../random/random-beside.ts'
import type { RandomOfPair } from '../random/random-drawing.ts'
import { randomTasks, type RandomTask } from '../random/random-task.ts'
import { endedRows } from '../results/summarise.ts'
import { reportOf } from './report.ts'
import { foldsOf, type Fold, type Span, type WindowPlan } from './windows.ts'

export type WalkForwardJob = Readonly<{
  engine: string
  seed: number
  dataHash: string
  pairs: readonly Pair[]
  plan: WindowPlan
  /** Only candidates in it; whole months of what there is without. */
  calendar: WalkForwardReport['calendar']
  fromMs: number | null
  toMs: number | null
  trials: WalkForwardReport['trials']
}>

/** What one pair's data gave, or why it is of no use. */
export type PairEnd =
  | Readonly<{ is: 'refused'; pair: Pair; code: string; text: string }>
  | Readonly<{
      is: 'passed'
      data: ProvingData['pairs'][number]
      /** How costs were counted, a sentence each. */
      costs: readonly string[]
    }>
/** What the report says of a pair. */
export type PairTold = Extract<PairEnd, { is: 'passed' }>
export type PairRefused = Extract<PairEnd, { is: 'refused' }>

/** Whoever does the heavy parts, several at once. What it has done before it may remember. */
export interface Crew {
  /** Reads one pair, and keeps what was gathered of it until it is asked for. */
  pair(pair: Pair): Promise<PairEnd>
  /** What was gathered of pairs that passed, as one. */
  gather(pairs: readonly Pair[]): Promise<Gathered>
  fold(gathered: Gathered, fold: Fold): Promise<FoldForecasts>
  random(task: RandomTask): Promise<RandomOfPair>
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
  const ends = await all(job.pairs, 'Pairs read', progress, pair => crew.pair(pair))
  const passed = ends.filter(end => end.is === 'passed')
  const refused = ends.filter(end => end.is === 'refused')
  if (passed.length === 0)
    return {
      is: 'refused',
      code: refused[0]?.code ?? 'NO_DATA',
      text: refused.map(({ text }) => text).join('. '),
    }
  const folds = foldsOf(spanOf(job, passed), job.plan)
  const [first, last] = [folds[0], folds.at(-1)]
  if (first === undefined || last === undefined) return noTestWindow(job)
  const gathered = await crew.gather(passed.map(({ data }) => data.pair))
  const forecasts = await all(folds, 'Folds fitted', progress, fold => crew.fold(gathered, fold))
  const joined = joinForecasts(gathered.candidates, forecasts)
  const chosen = choose(joined)
  const span = { fromMs: first.test.fromMs, toMs: last.test.toMs }
  const random = await drawRandom(passed, job.seed, joined.candidates, chosen, span, crew, progress)
  const report = reportOf({ job, folds, forecasts, joined, chosen, passed, refused, span, random })
  return { is: 'done', report, gathered }
}

async function drawRandom(
  passed: readonly PairTold[],
  seed: number,
  candidates: Candidates,
  chosen: readonly Chosen[],
  span: Span,
  crew: Crew,
  progress: WalkProgress,
): Promise<RandomBeside> {
  const sets = chosen.map(({ choice, issue }) => ({
    name: choice,
    rows: endedRows(candidates, issue.issued),
  }))
  const pairs = passed.map(({ data: { pair } }) => pair)
  const tasks = randomTasks(pairs, candidates, sets, { span, seed })
  const drawn = await all(tasks, 'Random entries drawn', progress, async ({ task, rows }) => ({
    rows,
    drawn: await crew.random(task),
  }))
  return new RandomBeside(candidates.length, drawn)
}

/** Of the data that all pairs have, and of what was asked for. */
function spanOf({ fromMs, toMs }: WalkForwardJob, passed: readonly PairTold[]): Span {
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
