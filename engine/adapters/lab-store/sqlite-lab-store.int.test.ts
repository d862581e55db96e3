import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { LabQuestion } from '../../ports/lab-store.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { LAB_SCHEMA } from './lab-schema.ts'
import { openLabStore } from './sqlite-lab-store.ts'

const binding = sqliteBinding()
const newFile = () => path.join(temporaryFolder(), 'lab.db')
const newStore = () => openLabStore({ file: newFile(), binding })

function aQuestion(over: Partial<LabQuestion> = {}): LabQuestion {
  return {
    kind: 'walkforward',
    engine: '0.1.0',
    dataHash: 'ab'.repeat(32),
    seed: 1,
    settings: '{"step":1}',
    ...over,
  }
}

describe('the lab store', () => {
  it('gives back an answer to the question it belongs to, and to no other', () => {
    const store = newStore()
    store.keepAnswer(aQuestion(), '{"is":1}', 10)

    expect(store.answer(aQuestion())).toBe('{"is":1}')
    for (const other of [{ seed: 2 }, { engine: '0.2.0' }, { dataHash: 'cd' }, { settings: '{}' }])
      expect(store.answer(aQuestion(other))).toBeNull()
  })

  it('numbers questions in the order in which they first came, and keeps the number and the time', () => {
    const store = newStore()

    expect(store.ask(aQuestion(), 1)).toEqual({ number: 1, atMs: 1 })
    expect(store.ask(aQuestion({ settings: '{"step":2}' }), 2)).toEqual({ number: 2, atMs: 2 })
    expect(store.ask(aQuestion({ dataHash: 'other' }), 3)).toEqual({ number: 3, atMs: 3 })
    expect(store.ask(aQuestion(), 4)).toEqual({ number: 1, atMs: 1 })
  })

  it('counts another seed as no other try', () => {
    const store = newStore()

    expect(store.ask(aQuestion(), 1).number).toBe(1)
    expect(store.ask(aQuestion({ seed: 2 }), 2).number).toBe(1)
    expect(store.ask(aQuestion({ settings: '{}' }), 3).number).toBe(2)
  })

  it('keeps the newest pieces when it is told to', () => {
    const store = newStore()
    for (const [at, key] of ['a', 'b', 'c'].entries()) store.keepPiece(key, Uint8Array.of(at), at)
    store.prunePieces(2)

    expect(['a', 'b', 'c'].map(key => store.piece(key)?.at(0) ?? null)).toEqual([null, 1, 2])
  })

  it('is still there after it was closed', () => {
    const file = newFile()
    const store = openLabStore({ file, binding })
    store.keepAnswer(aQuestion(), '{}', 1)
    store.keepPiece('fold 1', Uint8Array.of(1, 2), 1)
    store.close()

    const again = openLabStore({ file, binding })
    expect(again.answer(aQuestion())).toBe('{}')
    expect([...(again.piece('fold 1') ?? [])]).toEqual([1, 2])
  })

  it('refuses a result that was changed behind its back, and says the way out', () => {
    const file = newFile()
    const store = openLabStore({ file, binding })
    store.keepAnswer(aQuestion(), '{"expectancy":-0.01}', 1)
    const database = new Sqlite(file, binding === null ? {} : { nativeBinding: binding })
    database.prepare(`UPDATE answer SET body = '{"expectancy":0.9}'`).run()
    database.close()

    expect(() => store.answer(aQuestion())).toThrow(
      expect.objectContaining({
        code: 'CORRUPT',
        message: expect.stringMatching(/Remove the file/) as unknown,
      }),
    )
  })

  it('refuses a file from a newer version', () => {
    const file = newFile()
    openLabStore({ file, binding }).close()
    const database = new Sqlite(file, binding === null ? {} : { nativeBinding: binding })
    database.pragma('user_version = 7')
    database.close()

    expect(() => openLabStore({ file, binding })).toThrow(
      expect.objectContaining({ name: 'StoreFault', code: 'NEWER_SCHEMA' }),
    )
  })

  it('has migrations numbered 1, 2, 3 … in order', () => {
    expect(LAB_SCHEMA.migrations.map(({ version }) => version)).toEqual(
      LAB_SCHEMA.migrations.map((_, at) => at + 1),
    )
  })
})
