import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { FileSink, type FileRows } from './feature-file.ts'
import { isWhole, keepFile, pruneKeptFiles } from './kept-file.ts'

const STRIDE = 3
const rowAt = (k: number) => Float64Array.of(k, k / 7, k === 5 ? Number.NaN : -k)

function written(rows: number): FileRows {
  const sink = new FileSink({ file: path.join(temporaryFolder(), 'a.rows'), kind: 'float64', stride: STRIDE })
  for (let k = 0; k < rows; k++) sink.add(rowAt(k))
  return sink.end()
}

const read = (rows: FileRows, row: number) => {
  const from = rows.begin(row)
  return rows.values.slice(from, from + STRIDE)
}

describe('rows of features in a file', () => {
  it('are read as they were written, in whatever order they are asked for', () => {
    const rows = written(5_000)
    fc.assert(
      fc.property(fc.array(fc.nat(4_999), { minLength: 1, maxLength: 60 }), asked => {
        for (const row of asked) expect(read(rows, row)).toEqual(rowAt(row))
      }),
      { numRuns: 50 },
    )
  })

  it.each([0, 1, 1_023, 1_024, 1_025])('may be %i', count => {
    const rows = written(count)
    expect(rows.told.rows).toBe(count)
    expect(isWhole(rows.told)).toBe(true)
    if (count > 0) expect(read(rows, count - 1)).toEqual(rowAt(count - 1))
    expect(() => rows.begin(count + 1_024)).toThrow(RangeError)
  })

  it('are not whole when the file has gone or one byte of it is another', () => {
    const { told } = written(10)
    writeFileSync(told.file, Uint8Array.of(1))
    expect(isWhole(told)).toBe(false)
    expect(isWhole({ ...told, file: `${told.file}.elsewhere` })).toBe(false)
  })
})

describe('files beside lab.db', () => {
  it('that cannot be written say so in a sentence', () => {
    const file = path.join(temporaryFolder(), 'no', 'such', 'folder.gathered')
    const told = { file, kind: 'float64', stride: STRIDE } as const
    for (const write of [() => keepFile(file, Uint8Array.of(1)), () => new FileSink(told)])
      expect(write).toThrow(/folder.gathered cannot be written: ENOENT.*run it again/)
  })

  it('are removed with their piece, and what a stopped run has left when a day has passed', () => {
    const folder = temporaryFolder()
    const named = (name: string) => path.join(folder, name)
    for (const name of ['kept.gathered', 'pruned.gathered', 'left.market.part', 'young.market.part'])
      keepFile(named(name), Uint8Array.of(1))
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    for (const name of ['kept.gathered', 'pruned.gathered', 'left.market.part'])
      utimesSync(named(name), yesterday, yesterday)

    pruneKeptFiles(folder, new Set(['kept']), Date.now())
    expect(readdirSync(folder).sort()).toEqual(['kept.gathered', 'young.market.part'])
  })
})
