import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Pair } from '../../contracts/pairs.ts'
import { openBarSource, openTickSource } from './index.ts'

/** Real market data that may not be part of the project. Counts were made without it, by Python's zipfile and csv. */
const DATA = path.resolve(import.meta.dirname, '../../../../shared/data')

describe.skipIf(!existsSync(DATA))('real market data in ../shared/data (skipped where it is not)', () => {
  it('holds every quote of seven days of May 2014 but one that is there twice', async () => {
    const opened = await openTickSource({ files: [path.join(DATA, 'ticks-2014-05', '*.zip')] })
    if (opened.is === 'refused') throw new Error(opened.text)
    const { source } = opened
    const counts = new Map<Pair, number>()
    let lastMs = 0
    let ordered = true

    for await (const { length, timeMs, pair } of source.batches())
      for (let at = 0; at < length; at++) {
        const name = source.pairs[pair[at] ?? -1] ?? 'EURGBP'
        counts.set(name, (counts.get(name) ?? 0) + 1)
        ordered &&= (timeMs[at] ?? 0) >= lastMs
        lastMs = timeMs[at] ?? 0
      }

    expect([...counts]).toEqual([
      ['EURUSD', 273_925 - 1],
      ['NZDUSD', 242_996],
    ])
    expect(ordered).toBe(true)
    expect(source.report()).toMatchObject({
      dropped: { DUPLICATE: 1 },
      gaps: [],
      samples: [{ where: expect.stringMatching(/eurusd-20140508_quote\.zip:.*:18826$/) as unknown }],
    })
  })

  it('holds every bar of six pairs of 2018, whose weeks are on the clock of New York', async () => {
    const opened = await openBarSource({ files: [path.join(DATA, 'm1-2018', '*.zip')] })
    if (opened.is === 'refused') throw new Error(opened.text)

    for await (const { bars } of opened.source.batches()) expect(bars.length).toBeGreaterThan(0)

    const { bars, dropped, gaps, samples } = opened.source.report()
    expect(bars).toEqual([
      { pair: 'EURUSD', count: 372_607 },
      { pair: 'GBPUSD', count: 372_261 },
      { pair: 'USDJPY', count: 371_800 },
      { pair: 'USDCHF', count: 370_264 },
      { pair: 'USDCAD', count: 367_942 },
      { pair: 'AUDUSD', count: 369_457 },
    ])
    expect(dropped).toEqual({})
    expect(new Set(gaps.map(({ fromMs }) => new Date(fromMs).toISOString().slice(0, 10)))).toEqual(
      new Set(['2018-12-25']),
    )
    expect(samples.filter(({ code }) => code === 'CLOCK')).toHaveLength(6)
  })
})
