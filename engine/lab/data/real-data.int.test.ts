import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTape } from '../../adapters/importers/index.ts'
import type { Pair } from '../../contracts/pairs.ts'
import { judgeTape } from './judge-tape.ts'
import { TapeWatch } from './tape-watch.ts'

/** Real market data that may not be part of the project. */
const DATA = path.resolve(import.meta.dirname, '../../../../shared/data')

async function tapeOf(pair: Pair, folder: string) {
  const read = await readTape({ files: [path.join(DATA, folder, '*.zip')], pair, serverTime: null })
  if (read.is === 'refused') throw new Error(read.text)
  return read
}

describe.skipIf(!existsSync(DATA))('real market data in ../shared/data (skipped where it is not)', () => {
  it('is good as it is, a year of minutes of a pair', async () => {
    const { tape, report } = await tapeOf('EURUSD', 'm1-2018')

    expect([tape.length, tape.spreadSource]).toEqual([372_607, 'none'])
    expect(judgeTape(tape, report)).toEqual({ refused: null, marks: [] })
    const watch = new TapeWatch()
    watch.look(tape, tape.length)
    expect(watch.weekShift).toEqual({ weekends: 52, shifted: 0, hours: 0 })
  })

  it.each([-5, -1, 1, 7])('is found out when it is read on a clock that is %i h off', async hours => {
    const { tape, report } = await tapeOf('USDJPY', 'm1-2018')
    const moved = { ...tape, openMs: tape.openMs.map(ms => ms + hours * 3_600_000) }

    expect(judgeTape(moved, report).refused?.code).toBe('WRONG_CLOCK')
  })

  it('is found out when every third minute is four pips higher, as of another source', async () => {
    const { tape, report } = await tapeOf('EURUSD', 'm1-2018')
    const shifted = (column: Int32Array) => column.map((points, at) => (at % 3 === 0 ? points + 40 : points))
    const mixed = {
      ...tape,
      open: shifted(tape.open),
      high: shifted(tape.high),
      low: shifted(tape.low),
      close: shifted(tape.close),
    }

    expect(judgeTape(mixed, report).refused?.code).toBe('MIXED_SOURCES')
  })

  it('makes minutes of ticks, with the spread of their first quotes', async () => {
    const { tape, report } = await tapeOf('NZDUSD', 'ticks-2014-05')

    expect(report.rows).toBe(242_996)
    expect(tape.spreadSource).toBe('ticks')
    expect(tape.ticks.reduce((sum, ticks) => sum + ticks, 0)).toBe(242_996)
    expect(judgeTape(tape, report)).toMatchObject({ refused: null, marks: [{ code: 'TOO_LITTLE_HISTORY' }] })
  })
})
