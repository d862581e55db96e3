import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openBarSource, type BarBatch } from './index.ts'

function aFile(name: string, rows: readonly string[]): string {
  const file = path.join(temporaryFolder(), name)
  writeFileSync(file, rows.join('\n'))
  return file
}

async function read(files: readonly string[]) {
  const opened = await openBarSource({ files })
  if (opened.is === 'refused') throw new Error(opened.text)
  const batches: BarBatch[] = []
  for await (const batch of opened.source.batches()) batches.push(batch)
  return { batches, report: opened.source.report(), pairs: opened.source.pairs }
}

describe('a bar source', () => {
  it('joins the files of a pair in time order and goes pair by pair', async () => {
    const files = [
      aFile('USDJPY_2.csv', ['20180102 000200;112.1;112.2;112.0;112.1;7']),
      aFile('EURUSD.csv', ['20180102 000000;1.2;1.2;1.2;1.2;0']),
      aFile('USDJPY_1.csv', ['20180102 000100;112.1;112.2;112.0;112.1;0']),
    ]

    const { batches, pairs, report } = await read(files)

    expect(pairs).toEqual(['EURUSD', 'USDJPY'])
    expect(batches.map(({ pair, digits, bars }) => [pair, digits, bars.map(({ openMs }) => openMs)])).toEqual(
      [
        ['EURUSD', 5, [Date.UTC(2018, 0, 2, 5)]],
        ['USDJPY', 3, [Date.UTC(2018, 0, 2, 5, 1)]],
        ['USDJPY', 3, [Date.UTC(2018, 0, 2, 5, 2)]],
      ],
    )
    expect(batches.at(-1)?.bars).toEqual([
      {
        openMs: Date.UTC(2018, 0, 2, 5, 2),
        open: 112_100,
        high: 112_200,
        low: 112_000,
        close: 112_100,
        ticks: 7,
        spread: 0,
      },
    ])
    expect(report.bars).toEqual([
      { pair: 'EURUSD', count: 1 },
      { pair: 'USDJPY', count: 2 },
    ])
  })

  it('counts what it leaves out, and lists silences', async () => {
    const bar = (stamp: string) => `20180102 ${stamp};1.2;1.2;1.2;1.2;0`
    const file = aFile('EURUSD.csv', ['000000', '000000', '000030', '013000', '000500'].map(bar))

    const { report } = await read([file])

    expect(report.dropped).toEqual({ DUPLICATE: 1, BAD_TIME: 1, OUT_OF_ORDER: 1 })
    expect(report.gaps).toEqual([
      { pair: 'EURUSD', fromMs: Date.UTC(2018, 0, 2, 5, 1), toMs: Date.UTC(2018, 0, 2, 6, 30) },
    ])
  })

  it('refuses ticks', async () => {
    const file = aFile('eurusd-20140501.csv', ['1,1.2,1.3'])

    expect(await openBarSource({ files: [file] })).toMatchObject({ is: 'refused', code: 'NOT_BARS' })
  })
})
