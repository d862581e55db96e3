import { createHash } from 'node:crypto'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { isWhole, type KeptFile } from '../../adapters/lab-store/index.ts'
import { canonicalJson } from '../../adapters/ledger/canonical-json.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { Crew } from '../../lab/walk-forward/walk-forward.ts'
import type { LabStore } from '../../ports/lab-store.ts'
import type { KeptPair, PartName, Parts } from './crew-messages.ts'
import type { DataWish } from './parts.ts'
import { receiveGathered, sendGathered } from './sent-rows.ts'
import type { WorkerPool } from './worker-pool.ts'

export type KeptCrewOptions = Readonly<{
  pool: Pick<WorkerPool, 'run'>
  store: Pick<LabStore, 'piece' | 'keepPiece'>
  /** Of the files that pairs are kept in, which are named by the key of their piece. */
  folder: string
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
export function keptCrew({
  pool,
  store,
  folder,
  data,
  ground,
  settings,
  fresh,
  nowMs,
}: KeptCrewOptions): Crew {
  const keyOf = (name: PartName, key: unknown): string =>
    createHash('sha256').update(canonicalJson({ name, ground, key })).digest('hex')
  const kept = async <Name extends PartName>(
    name: Name,
    hash: string,
    asked: Parts[Name]['asked'],
    isGood: (done: Parts[Name]['done']) => boolean = () => true,
  ): Promise<Parts[Name]['done']> => {
    const before = fresh ? null : store.piece(hash)
    // Written below by this same build, and checked by the store against its hash.
    const found = before && (deserialize(before) as Parts[Name]['done'])
    if (found && isGood(found)) return found
    const done = await pool.run(name, asked)
    store.keepPiece(hash, serialize(done), nowMs())
    return done
  }
  const gathered = new Map<Pair, KeptFile>()
  return {
    pair: async pair => {
      const hash = keyOf('pair', { pair })
      const end = await kept('pair', hash, { data, pair, files: path.join(folder, hash) }, hasItsFiles)
      if (end.is === 'passed') gathered.set(pair, end.kept[0])
      return end
    },
    gather: async pairs => {
      const files = pairs.flatMap(pair => gathered.get(pair) ?? [])
      return receiveGathered(await pool.run('gather', { pairs: files }))
    },
    fold: (all, fold) => kept('fold', keyOf('fold', { fold }), { gathered: sendGathered(all), fold }),
    random: task =>
      kept('random', keyOf('random', { pair: task.pair, span: task.span, settings }), { data, task }),
  }
}

/** A file may have gone, or not be what it was: then the pair is read again. */
const hasItsFiles = (end: KeptPair): boolean => end.is === 'refused' || end.kept.every(isWhole)
