import { createHash } from 'node:crypto'
import { pairsInFiles } from '../../adapters/importers/index.ts'
import { openModel } from '../../adapters/models/index.ts'
import type { BacktestLabJob, FromLab } from '../../contracts/lab-port.ts'
import type { ModelFile } from '../../contracts/model.ts'
import { modelFault } from '../../domain/venom/confidence/model-fault.ts'
import { backtest, type BacktestCrew } from '../../lab/backtest/backtest.ts'
import type { Candidates } from '../../lab/candidates/candidates.ts'
import { deskModel } from '../desk-model.ts'
import { receive } from '../proving/sent-rows.ts'
import { WorkerPool } from '../proving/worker-pool.ts'
import { keptBacktest } from './kept-backtest.ts'

type Refused = Readonly<{ is: 'refused'; code: string; text: string }>

type Post = (message: FromLab) => void

/** Backtests in `program`'s workers side by side. What comes out does not depend on how many there are. */
export async function runBacktest(job: BacktestLabJob, program: string, post: Post): Promise<void> {
  const run = (asked: BacktestLabJob, told: Post) => computed(asked, program, told)
  return job.keep === null ? run(job, post) : keptBacktest(job, job.keep, program, run, post)
}

async function computed(job: BacktestLabJob, program: string, post: Post): Promise<void> {
  const started = performance.now()
  const fail = ({ code, text }: Refused) => post({ kind: 'failed', code, text })
  const opened = modelOf(job, text => post({ kind: 'log', level: 'warn', text }))
  if (opened.is === 'refused') return fail(opened)
  const named = await pairsOf(job)
  if (named.is === 'refused') return fail(named)
  const { pairs } = named
  const pool = new WorkerPool(program, Math.min(job.threads, pairs.length))
  try {
    const { model } = opened
    const end = await backtest({ ...job, pairs, model }, crewOf(job, pool), (stage, done, of) =>
      post({ kind: 'stage', stage, done, of }),
    )
    if (end.is === 'refused') return fail(end)
    post({ kind: 'done', report: end.report, elapsedMs: performance.now() - started })
  } finally {
    await pool.close()
  }
}

function crewOf(job: BacktestLabJob, pool: WorkerPool): BacktestCrew {
  const { files, serverTime, fromMs, toMs, seed, calendar, swaps } = job
  const data = { files, serverTime, fromMs, toMs, calendar, swaps }
  return {
    pair: async pair => {
      const piece = await pool.run('backtest', { data, pair, seed })
      return piece.is === 'refused' ? piece : { ...piece, candidates: receive<Candidates>(piece.candidates) }
    },
    random: task => pool.run('random', { data, task }),
    hash: text => createHash('sha256').update(text).digest('hex'),
  }
}

/** A model that was asked for by name is used or refused, and not replaced by another. */
function modelOf(
  { model, models }: BacktestLabJob,
  warn: (text: string) => void,
): Readonly<{ is: 'opened'; model: ModelFile | null }> | Refused {
  if (model === null) {
    const found = deskModel(null, models, warn)
    return { is: 'opened', model: 'noModel' in found ? null : found }
  }
  const opened = openModel(model, modelFault)
  if (opened.is === 'refused') return { is: 'refused', code: opened.code, text: opened.text }
  return { is: 'opened', model: opened.model }
}

async function pairsOf({ files, pairs }: BacktestLabJob) {
  const named = await pairsInFiles(files)
  if (named.is === 'refused' || pairs === null) return named
  const missing = pairs.filter(pair => !named.pairs.includes(pair))
  if (missing.length === 0) return { is: 'named' as const, pairs }
  const text = `None of the files holds ${missing.join(', ')}. They hold ${named.pairs.join(', ')}`
  return { is: 'refused' as const, code: 'PAIR_NOT_IN_FILES', text }
}
