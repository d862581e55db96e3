import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { LabQuestion, LabStore } from '../../ports/lab-store.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { faulting, openDatabase, type DatabaseFile, type Place } from '../sqlite/index.ts'
import { LAB_SCHEMA } from './lab-schema.ts'

const ASK = `
  INSERT INTO question (kind, engine, data_hash, settings, asked_ms)
  VALUES (@kind, @engine, @dataHash, @settings, @atMs)`

const TRIAL = `
  SELECT trial FROM question
  WHERE kind = @kind AND engine = @engine AND data_hash = @dataHash AND settings = @settings`

const KEEP_PIECE = 'INSERT OR REPLACE INTO piece (key, bytes, sha256, made_ms) VALUES (?, ?, ?, ?)'
const PRUNE = 'DELETE FROM piece WHERE key NOT IN (SELECT key FROM piece ORDER BY made_ms DESC, key LIMIT ?)'

type Asked = ReturnType<LabStore['ask']>
export type Kept<T> = Readonly<{ body: T; sha256: string }>

/** Opens `lab.db`, or creates it. Throws `StoreFault` when the file is newer, locked, damaged or not ours. */
export function openLabStore({ file, binding }: DatabaseFile): LabStore {
  const place: Place = { file, what: LAB_SCHEMA.what, Fault: StoreFault }
  const database = openDatabase({
    file,
    binding,
    schema: LAB_SCHEMA,
    synchronous: 'NORMAL',
    Fault: StoreFault,
  })
  return faulting(place, () => storeOver(database, place))
}

function storeOver(database: Database, place: Place): LabStore {
  const ask = database.prepare<LabQuestion & { atMs: number }>(ASK)
  const first = database.prepare<LabQuestion, Asked>(
    `SELECT trial AS number, asked_ms AS atMs FROM question WHERE trial = (${TRIAL})`,
  )
  const answer = database.prepare<LabQuestion, Kept<string>>(
    `SELECT body, sha256 FROM answer WHERE seed = @seed AND trial = (${TRIAL})`,
  )
  const keepAnswer = database.prepare<LabQuestion & Kept<string> & { atMs: number }>(
    `INSERT OR REPLACE INTO answer (trial, seed, body, sha256, answered_ms)
     VALUES ((${TRIAL}), @seed, @body, @sha256, @atMs)`,
  )
  const piece = database.prepare<[string], Kept<Buffer>>(
    'SELECT bytes AS body, sha256 FROM piece WHERE key = ?',
  )
  const keepPiece = database.prepare<[string, Uint8Array, string, number]>(KEEP_PIECE)
  const prune = database.prepare<[number]>(PRUNE)
  const keys = database.prepare<[], { key: string }>('SELECT key FROM piece')
  const asked = database.transaction((question: LabQuestion, nowMs: number): Asked => {
    const before = first.get(question)
    return before ?? { number: Number(ask.run({ ...question, atMs: nowMs }).lastInsertRowid), atMs: nowMs }
  })
  return {
    ask: (question, nowMs) => faulting(place, () => asked.immediate(question, nowMs)),
    answer: question => faulting(place, () => whole(answer.get(question), place)),
    keepAnswer: (question, body, atMs) =>
      faulting(place, () => {
        asked.immediate(question, atMs)
        keepAnswer.run({ ...question, body, sha256: hashOf(body), atMs })
      }),
    piece: key => faulting(place, () => whole(piece.get(key), place)),
    keepPiece: (key, bytes, atMs) =>
      faulting(place, () => void keepPiece.run(key, bytes, hashOf(bytes), atMs)),
    prunePieces: keep =>
      faulting(place, () => {
        prune.run(keep)
        return new Set(keys.all().map(({ key }) => key))
      }),
    close: () => database.close(),
  }
}

const hashOf = (body: string | Uint8Array): string => createHash('sha256').update(body).digest('hex')

/** What a disk gives back is not trusted. Everything here can be made again, so the way out is easy. */
export function whole<T extends string | Uint8Array>(kept: Kept<T> | undefined, { file }: Place): T | null {
  if (kept === undefined) return null
  if (hashOf(kept.body) === kept.sha256) return kept.body
  throw new StoreFault(
    'CORRUPT',
    `${file} holds a result that was changed after it was stored. Remove the file: the lab makes everything in it again`,
  )
}
