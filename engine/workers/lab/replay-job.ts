import { countedIds, setClock } from '../../adapters/identity/index.ts'
import { openTickSource, pacedSource } from '../../adapters/importers/index.ts'
import { memoryLedger } from '../../adapters/ledger/index.ts'
import { usualSpreadAt } from '../../broker-sim/index.ts'
import type { FromLab, ReplayLabJob } from '../../contracts/lab-port.ts'
import { replay } from '../../lab/replay.ts'
import type { BarStore } from '../../ports/index.ts'
import { deskModel } from '../desk-model.ts'

/** A replay keeps no bars: it can make them again from its data. */
export const noBars: BarStore = {
  write: () => undefined,
  read: () => [],
  newest: () => null,
  close: () => undefined,
}

export async function runReplay(job: ReplayLabJob, post: (message: FromLab) => void): Promise<void> {
  const source = await openTickSource({
    files: job.files,
    ...(job.pairs && { pairs: job.pairs }),
    ...(job.serverTime !== null && { serverTime: job.serverTime }),
    spread: usualSpreadAt,
    onFault: ({ code, where, text }) =>
      post({ kind: 'log', level: 'warn', text: `${code} ${where}: ${text}` }),
  })
  if (source.is === 'refused') return post({ kind: 'failed', code: source.code, text: source.text })
  const started = performance.now()
  const report = await replay(job, {
    source: job.speed === null ? source.source : pacedSource(source.source, job.speed),
    clock: setClock(0),
    ids: countedIds(),
    ledger: memoryLedger(),
    bars: noBars,
    model: deskModel(null, job.models, text => post({ kind: 'log', level: 'warn', text })),
    log: { write: (level, text) => post({ kind: 'log', level, text }) },
    progress: (ticks, marketMs) => post({ kind: 'progress', ticks, marketMs }),
  })
  post({ kind: 'done', report, elapsedMs: performance.now() - started })
}
