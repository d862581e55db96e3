import path from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import type { StoredBar } from '../../ports/bar-store.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openMarketStore } from './sqlite-bar-store.ts'

const binding = sqliteBinding()
const newFile = () => path.join(temporaryFolder(), 'market.db')
const newStore = () => openMarketStore({ file: newFile(), binding })
const MINUTE = 60_000
const start = EpochMs.parse(0)

function aBar(minute: number, change: Partial<StoredBar> = {}): StoredBar {
  const prices = { open: 110_200, high: 110_230, low: 110_190, close: 110_210 }
  return { openMs: EpochMs.parse(minute * MINUTE), ...prices, ticks: 42, spread: 11.5, ...change }
}

describe('the market store', () => {
  it('gives back the newest bars at or after a time, oldest first', () => {
    const store = newStore()
    store.write(
      'terminal-1',
      'EURUSD',
      5,
      [1, 2, 3, 4, 5].map(minute => aBar(minute)),
    )

    const bars = store.read('terminal-1', 'EURUSD', EpochMs.parse(2 * MINUTE), 3)

    expect(bars).toEqual([aBar(3), aBar(4), aBar(5)])
    expect(store.newest('terminal-1', 'EURUSD')).toBe(5 * MINUTE)
  })

  it('keeps sources and pairs apart', () => {
    const store = newStore()
    store.write('terminal-1', 'EURUSD', 5, [aBar(1)])
    store.write('import:2018', 'EURUSD', 5, [aBar(2)])
    store.write('terminal-1', 'USDJPY', 3, [aBar(3)])

    expect(store.read('terminal-1', 'EURUSD', start, 10)).toEqual([aBar(1)])
    expect(store.newest('import:2018', 'EURUSD')).toBe(2 * MINUTE)
    expect(store.newest('terminal-1', 'GBPUSD')).toBeNull()
  })

  it('keeps the later of two bars of one minute, however they were batched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 500 })), { maxLength: 40 }),
        writes => {
          const store = newStore()
          for (const [minute, ticks] of writes) store.write('s', 'EURUSD', 5, [aBar(minute, { ticks })])

          const latest = new Map(writes)
          const expected = [...latest]
            .sort(([a], [b]) => a - b)
            .map(([minute, ticks]) => aBar(minute, { ticks }))
          expect(store.read('s', 'EURUSD', start, 100)).toEqual(expected)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('stores nothing of a batch that holds an impossible bar', () => {
    const store = newStore()

    expect(() => store.write('s', 'EURUSD', 5, [aBar(1), aBar(2, { low: 110_220 })])).toThrow('CHECK')

    expect(store.read('s', 'EURUSD', start, 10)).toEqual([])
  })

  it('brings older bars along when the digits of a symbol change', () => {
    const store = newStore()
    store.write('s', 'EURUSD', 4, [
      aBar(1, { open: 11_020, high: 11_023, low: 11_019, close: 11_021, spread: 1.2 }),
    ])

    store.write('s', 'EURUSD', 5, [aBar(2)])

    expect(store.read('s', 'EURUSD', start, 10)).toEqual([aBar(1, { spread: 12 }), aBar(2)])
  })

  it('is still there after it was closed', () => {
    const file = newFile()
    const store = openMarketStore({ file, binding })
    store.write('s', 'EURUSD', 5, [aBar(1)])
    store.close()

    expect(openMarketStore({ file, binding }).newest('s', 'EURUSD')).toBe(MINUTE)
  })

  it('refuses a file from a newer version', () => {
    const file = newFile()
    openMarketStore({ file, binding }).close()
    const database = new Sqlite(file, binding === null ? {} : { nativeBinding: binding })
    database.pragma('user_version = 7')
    database.close()

    expect(() => openMarketStore({ file, binding })).toThrow(
      expect.objectContaining({ name: 'StoreFault', code: 'NEWER_SCHEMA' }),
    )
  })
})
