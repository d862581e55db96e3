import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { hashFiles, pairsInFiles } from '../../adapters/importers/index.ts'
import { openLabStore, pruneKeptFiles } from '../../adapters/lab-store/index.ts'
import { canonicalJson } from '../../adapters/ledger/canonical-json.ts'
import type { FromLab, ProvingLabJob } from '../../contracts/lab-port.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { TrainedModel } from '../../contracts/proving.ts'
import { trainedModel } from '../../lab/walk-forward/trained-model.ts'
import { walkForward, type WalkForwardEnd, type WalkForwardJob } from '../../lab/walk-forward/walk-forward.ts'
import type { LabQuestion, LabStore } from '../../ports/lab-store.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { buildMark } from './build-mark.ts'
import { keptCrew } from './kept-crew.ts'
import { WorkerPool } from './worker-pool.ts'

type Post = (message: FromLab) => void

/** Looks that venom-study §1 took at data, 2018 among it, before its setups and features were taken over. */
const STUDY_LOOKS = 410
/** Parts of earlier runs that are kept, with their features: some hundred megabytes. */
const KEPT_PIECES = 200

/** Answers from lab.db when the question was answered before; otherwise does what is missing of it and keeps the answer. */
export async function runProving(job: ProvingLabJob, program: string, post: Post): Promise<void> {
  const data = await dataOf(job)
  if (data.is === 'refused') return post({ kind: 'failed', code: data.code, text: data.text })
  try {
    const folder = keptFolderOf(job)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const store = openLabStore({ file: path.join(job.dataFolder, 'lab.db'), binding: job.sqliteBinding })
    try {
      post(await answer(job, data, program, store, post))
      pruneKeptFiles(folder, store.prunePieces(KEPT_PIECES), Date.now())
    } finally {
      store.close()
    }
  } catch (cause) {
    if (!(cause instanceof StoreFault)) throw cause
    post({ kind: 'failed', code: cause.code, text: cause.message })
  }
}

/** What was gathered of pairs and waits for its fits lies beside lab.db, which keeps the rest of their pieces. */
const keptFolderOf = ({ dataFolder }: ProvingLabJob): string => path.join(dataFolder, 'lab-gathered')

export type Data = Readonly<{ is: 'data'; pairs: readonly Pair[]; hash: string }>

/** The pairs, and one hash over the bytes of all files and how they are read. */
export async function dataOf({
  files,
  pairs,
  serverTime,
}: Pick<ProvingLabJob, 'files' | 'pairs' | 'serverTime'>) {
  const hashed = await hashFiles(files)
  if (hashed.is === 'refused') return hashed
  const named = pairs === null ? await pairsInFiles(files) : { is: 'named' as const, pairs }
  if (named.is === 'refused') return named
  const told = { files: hashed.files.map(({ sha256 }) => sha256).toSorted(), pairs: named.pairs, serverTime }
  const hash = createHash('sha256').update(canonicalJson(told)).digest('hex')
  return { is: 'data', pairs: named.pairs, hash } satisfies Data
}

async function answer(
  job: ProvingLabJob,
  data: Data,
  program: string,
  store: LabStore,
  post: Post,
): Promise<FromLab> {
  const started = performance.now()
  const question = questionOf(job, data, program)
  const asked = store.ask(question, Date.now())
  const before = job.fresh ? null : store.answer(question)
  if (before !== null) {
    post({ kind: 'log', level: 'info', text: 'Found in lab.db: the same question was answered before' })
    return { kind: 'done', report: JSON.parse(before), elapsedMs: performance.now() - started }
  }
  const pool = new WorkerPool(program, job.threads ?? availableParallelism())
  try {
    const end = await walkForward(
      walkForwardJob(job, data, question.engine, asked.number),
      crewOf(job, data, question, pool, store),
      (stage, done, of) => post({ kind: 'stage', stage, done, of }),
    )
    if (end.is === 'refused') return { kind: 'failed', code: end.code, text: end.text }
    const report = job.job === 'train' ? proven(end, job.toMs, asked.atMs) : end.report
    store.keepAnswer(question, JSON.stringify(report), Date.now())
    return { kind: 'done', report, elapsedMs: performance.now() - started }
  } finally {
    await pool.close()
  }
}

const proven = (
  { report, gathered }: Extract<WalkForwardEnd, { is: 'done' }>,
  toMs: number | null,
  atMs: number,
): TrainedModel => ({ model: trainedModel({ gathered, report, toMs }, atMs), report })

function questionOf(job: ProvingLabJob, { pairs, hash }: Data, program: string): LabQuestion {
  const { windows, fromMs, toMs, serverTime, origin } = job
  const calendar = job.calendar && createHash('sha256').update(canonicalJson(job.calendar)).digest('hex')
  return {
    kind: job.job,
    engine: `${job.version}+${buildMark(program)}`,
    dataHash: hash,
    seed: job.seed,
    settings: canonicalJson({
      pairs,
      serverTime,
      windows,
      fromMs,
      toMs,
      calendar,
      ...(origin && { origin }),
    }),
  }
}

function walkForwardJob(
  job: ProvingLabJob,
  { pairs, hash }: Data,
  engine: string,
  here: number,
): WalkForwardJob {
  const { seed, windows: plan, fromMs, toMs } = job
  const calendar = job.calendar && {
    fromMs: job.calendar.fromMs,
    toMs: job.calendar.toMs,
    events: job.calendar.events.length,
  }
  const trials = { here, study: STUDY_LOOKS }
  return { engine, seed, dataHash: hash, pairs, plan, calendar, fromMs, toMs, trials }
}

function crewOf(
  job: ProvingLabJob,
  { pairs, hash }: Data,
  { engine }: LabQuestion,
  pool: WorkerPool,
  store: LabStore,
) {
  const { files, serverTime, fromMs, toMs, calendar, windows, seed, fresh } = job
  return keptCrew({
    pool,
    store,
    folder: keptFolderOf(job),
    data: { files, serverTime, fromMs, toMs, calendar, swaps: {} },
    ground: { engine, hash, pairs, serverTime, fromMs, toMs, calendar },
    settings: { windows, seed },
    fresh,
    nowMs: Date.now,
  })
}
