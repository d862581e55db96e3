import { afterAll, describe, expect, it } from 'vitest'
import { readGolden } from './fuzz/cases.ts'
import { runBatch } from './fuzz/run-batch.ts'
import { Readers } from './readers.ts'

const readers = await Readers.open('release')
const golden = readGolden()
afterAll(() => readers.close())

describe('the readers of the EA', () => {
  it('make of 3,000 seeded inputs what second readers make of them', () => {
    for (let first = 0; first < 3_000; first += 100) expect(runBatch(readers, golden, first, 100)).toEqual([])
  })

  it.each(['t:', ' open ', 'message'])('are found out when they say something else instead of %s', told => {
    const liar = {
      askAll: (lines: readonly string[]) => readers.askAll(lines).map(answer => answer.replace(told, 'else')),
    }
    expect(runBatch(liar, golden, 0, 60)).not.toEqual([])
  })
})
