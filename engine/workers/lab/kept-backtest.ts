import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { hashFiles } from '../../adapters/importers/index.ts'
import { openLabStore } from '../../adapters/lab-store/index.ts'
import { canonicalJson } from '../../adapters/ledger/canonical-json.ts'
import type { BacktestLabJob, FromLab } from '../../contracts/lab-port.ts'
import type { LabQuestion } from '../../ports/lab-store.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { buildMark } from '../proving/build-mark.ts'
import { dataOf, type Data } from '../proving/proving-job.ts'

type Post = (message: FromLab) => void
type Keep = NonNullable<BacktestLabJob['keep']>

/** As a walk-forward is kept: answered from lab.db when it was asked before, and counted among the looks of this lab. */
export async function keptBacktest(
  job: BacktestLabJob,
  { dataFolder, sqliteBinding, origin }: Keep,
  program: string,
  run: (job: BacktestLabJob, post: Post) => Promise<void>,
  post: Post,
): Promise<void> {
  const data = await dataOf(job)
  if (data.is === 'refused') return post({ kind: 'failed', code: data.code, text: data.text })
  const model = await modelMark(job)
  if (model.is === 'refused') return post({ kind: 'failed', code: model.code, text: model.text })
  const question = questionOf({ ...job, model: model.sha256 }, data, origin, program)
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const store = openLabStore({ file: path.join(dataFolder, 'lab.db'), binding: sqliteBinding })
    try {
      const { number } = store.ask(question, Date.now())
      const before = store.answer(question)
      if (before !== null) {
        post({ kind: 'log', level: 'info', text: 'Found in lab.db: the same question was answered before' })
        return post({ kind: 'done', report: JSON.parse(before), elapsedMs: 0 })
      }
      await run({ ...job, trials: number }, message => {
        if (message.kind === 'done') store.keepAnswer(question, JSON.stringify(message.report), Date.now())
        post(message)
      })
    } finally {
      store.close()
    }
  } catch (cause) {
    if (!(cause instanceof StoreFault)) throw cause
    post({ kind: 'failed', code: cause.code, text: cause.message })
  }
}

/** A model is what its file holds: the next one may have the same name. */
async function modelMark({ model }: Pick<BacktestLabJob, 'model'>) {
  if (model === null) return { is: 'marked', sha256: null } as const
  const hashed = await hashFiles([model])
  return hashed.is === 'refused'
    ? hashed
    : ({ is: 'marked', sha256: hashed.files[0]?.sha256 ?? null } as const)
}

function questionOf(
  { version, serverTime, seed, model, models, swaps, calendar, fromMs, toMs }: BacktestLabJob,
  { pairs, hash }: Data,
  origin: Keep['origin'],
  program: string,
): LabQuestion {
  const told = calendar && createHash('sha256').update(canonicalJson(calendar)).digest('hex')
  const hasModel = model !== null || models !== null
  return {
    kind: 'backtest',
    engine: `${version}+${buildMark(program)}`,
    dataHash: hash,
    seed,
    settings: canonicalJson({ pairs, serverTime, model, hasModel, swaps, calendar: told, fromMs, toMs, ...(origin && { origin }) }), // prettier-ignore
  }
}
