import { afterAll, describe, expect, it } from 'vitest'
import { readGolden } from './fuzz/cases.ts'
import { runBatch } from './fuzz/run-batch.ts'
import { Readers } from './readers.ts'

const readers = await Readers.open('release')
afterAll(() => readers.close())

describe('the readers of the EA', () => {
  it('make of 3,000 seeded inputs what second readers make of them', () => {
    const golden = readGolden()
    for (let first = 0; first < 3_000; first += 100) expect(runBatch(readers, golden, first, 100)).toEqual([])
  })
})
