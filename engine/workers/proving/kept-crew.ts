import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { canonicalJson } from '../../adapters/ledger/canonical-json.ts'
import type { Crew } from '../../lab/walk-forward/walk-forward.ts'
import type { LabStore } from '../../ports/lab-store.ts'
import type { PartName, Parts } from './crew-messages.ts'
import type { DataWish } from './parts.ts'
import type { WorkerPool } from './worker-pool.ts'

export type KeptCrewOptions = Readonly<{
  pool: Pick<WorkerPool, 'run'>
  store: Pick<LabStore, 'piece' | 'keepPiece'>
  data: DataWish
  /** Everything that all parts depend on: engine, data, span of the candidates. */
  ground: unknown
  /** Everything that the trades depend on besides: windows and seed. */
  settings: unknown
  /** Kept pieces are not looked for. */
  fresh: boolean
  nowMs: () => number
}>

/** A crew that keeps every part that it has done, so that a run that was stopped goes on where it was. */
export function keptCrew({ pool, store, data, ground, settings, fresh, nowMs }: KeptCrewOptions): Crew {
  const kept = async <Name extends PartName>(
    name: Name,
    key: unknown,
    asked: Parts[Name]['asked'],
  ): Promise<Parts[Name]['done']> => {
    const hash = createHash('sha256').update(canonicalJson({ name, ground, key })).digest('hex')
    const before = fresh ? null : store.piece(hash)
    // Written below by this same build, and checked by the store against its hash.
    if (before !== null) return deserialize(before) as Parts[Name]['done']
    const done = await pool.run(name, asked)
    store.keepPiece(hash, serialize(done), nowMs())
    return done
  }
  return {
    pair: pair => kept('pair', { pair }, { data, pair }),
    fold: (gathered, fold) => kept('fold', { fold }, { gathered, fold }),
    random: task => kept('random', { pair: task.pair, span: task.span, settings }, { data, task }),
  }
}
