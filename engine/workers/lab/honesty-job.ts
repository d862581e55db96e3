import { countedIds, setClock } from '../../adapters/identity/index.ts'
import { openTickSource, pairsInFiles, readTape } from '../../adapters/importers/index.ts'
import { memoryLedger } from '../../adapters/ledger/index.ts'
import type { WrittenProposal } from '../../contracts/honesty.ts'
import type { FromLab, HonestyLabJob } from '../../contracts/lab-port.ts'
import type { ModelFile } from '../../contracts/model.ts'
import type { ServerTime } from '../../contracts/server-time.ts'
import { withRemedy } from '../../domain/words/wrong-clock.ts'
import { judgeTape } from '../../lab/data/judge-tape.ts'
import { generatedTape } from '../../lab/honesty/generated-tape.ts'
import { honesty, WHOLE, type HonestyJob } from '../../lab/honesty/honesty.ts'
import type { Roads } from '../../lab/honesty/one-pipeline.ts'
import { replay } from '../../lab/replay.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { deskModel } from '../desk-model.ts'
import { noBars } from './replay-job.ts'

type Refused = Readonly<{ is: 'refused'; code: string; text: string }>
type Post = (message: FromLab) => void

/** Days of the generated market: the longest warm-up, and stretches after it. */
const GENERATED_DAYS = 110
const TICKS_ARE_ON_UTC: ServerTime = 0

export async function runHonesty(job: HonestyLabJob, post: Post): Promise<void> {
  const started = performance.now()
  const warn = (text: string) => post({ kind: 'log', level: 'warn', text })
  const found = deskModel(null, job.models, warn)
  const model = 'noModel' in found ? null : found
  const market = job.files === null ? generated(job.seed) : await fromFiles(job.files, job, warn)
  if ('is' in market) return post({ kind: 'failed', code: market.code, text: market.text })
  const roads = job.roads === null ? null : await travelled(job, job.roads, model)
  const report = honesty(
    { engine: job.version, seed: job.seed, size: WHOLE, model, market, roads },
    (stage, done, of) => post({ kind: 'stage', stage, done, of }),
  )
  post({ kind: 'done', report, elapsedMs: performance.now() - started })
}

const generated = (seed: number): HonestyJob['market'] => ({
  name: `${GENERATED_DAYS} days of a generated EURUSD`,
  isReal: false,
  tapes: [generatedTape('EURUSD', seed, GENERATED_DAYS)],
})

/** Pairs whose data is of no use are named and left out; the others go on. */
async function fromFiles(
  files: readonly string[],
  { pairs, serverTime }: HonestyLabJob,
  warn: (text: string) => void,
): Promise<HonestyJob['market'] | Refused> {
  const named = await pairsInFiles(files)
  if (named.is === 'refused') return named
  const tapes: MinuteTape[] = []
  const reasons: string[] = []
  for (const pair of pairs ?? named.pairs) {
    const read = await readTape({ files, pair, serverTime })
    const fault = read.is === 'refused' ? read : judgeTape(read.tape, read.report).refused
    if (fault !== null) reasons.push(withRemedy(fault, 'commandLine'))
    else if (read.is === 'read') tapes.push(read.tape)
  }
  for (const reason of reasons) warn(`Left out: ${reason}.`)
  if (tapes.length === 0) return { is: 'refused', code: 'NO_USABLE_DATA', text: reasons.join('. ') }
  return {
    name: tapes.map(({ pair, length }) => `${pair} ${length} minutes`).join(', '),
    isReal: true,
    tapes,
  }
}

/** The same ticks as the terminal played, through a replay and as minutes. */
async function travelled(
  { version, seed }: HonestyLabJob,
  { files, ticks, live }: NonNullable<HonestyLabJob['roads']>,
  model: ModelFile | null,
): Promise<Roads> {
  const tapes: MinuteTape[] = []
  const named = await pairsInFiles(files)
  for (const pair of named.is === 'named' ? named.pairs : []) {
    const read = await readTape({ files, pair, serverTime: TICKS_ARE_ON_UTC })
    if (read.is === 'refused') throw new Error(`ticks of our own cannot be read: ${read.text}`)
    tapes.push(read.tape)
  }
  return { live, replayed: await replayed(files, version, seed, model), tapes, ticks, model }
}

async function replayed(
  files: readonly string[],
  version: string,
  seed: number,
  model: ModelFile | null,
): Promise<readonly WrittenProposal[]> {
  const opened = await openTickSource({ files, serverTime: TICKS_ARE_ON_UTC })
  if (opened.is === 'refused') throw new Error(`ticks of our own cannot be read: ${opened.text}`)
  const { missions, refusals } = await replay(
    { version, seed, drills: true, fire: false, loops: 1 },
    {
      source: opened.source,
      clock: setClock(0),
      ids: countedIds(),
      ledger: memoryLedger(),
      bars: noBars,
      model: model ?? { noModel: 'no model is installed' },
      log: { write: () => undefined },
      progress: () => undefined,
    },
  )
  return [
    ...missions.map(mission => ({ mission, refusals: null })),
    ...refusals.map(one => ({ ...one, refusals: [...one.refusals] })),
  ]
}
