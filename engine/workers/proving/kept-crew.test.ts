import { describe, expect, test } from 'vitest'
import { joinMarketEntries } from '../../lab/candidates/market-entries.ts'
import { someCandidates } from '../../testkit/candidates.ts'
import { keptCrew, type KeptCrewOptions } from './kept-crew.ts'

const FOLD = { fit: { fromMs: 0, toMs: 10 }, test: { fromMs: 10, toMs: 20 } }

function aBench() {
  const pieces = new Map<string, Uint8Array>()
  const asked: string[] = []
  const crew = (over: Partial<KeptCrewOptions> = {}) =>
    keptCrew({
      pool: {
        run: (name, part) => {
          asked.push('pair' in part ? `${name} ${part.pair}` : name)
          const rows = Float64Array.of(asked.length)
          return Promise.resolve({ is: 'passed', costs: [], rows, kept: [] } as never)
        },
      },
      store: {
        piece: key => pieces.get(key) ?? null,
        keepPiece: (key, bytes) => void pieces.set(key, bytes),
      },
      folder: 'nowhere',
      data: { files: ['a.zip'], serverTime: null, fromMs: null, toMs: null, calendar: null, swaps: {} },
      ground: { engine: '1', hash: 'ab' },
      settings: { seed: 1 },
      fresh: false,
      nowMs: () => 0,
      ...over,
    })
  return { pieces, asked, crew }
}

describe('a crew that keeps what it has done', () => {
  test('does a part once, and gives the same bytes again', async () => {
    const { asked, crew } = aBench()
    const first = await crew().pair('EURUSD')
    const again = await crew().pair('EURUSD')
    expect(asked).toEqual(['pair EURUSD'])
    expect(again).toEqual(first)
    expect(again).toMatchObject({ rows: Float64Array.of(1) })
  })

  test('does other parts, and every part of other data, another engine or another span', async () => {
    const { asked, crew } = aBench()
    const gathered = { candidates: someCandidates([]), market: joinMarketEntries([]) }
    await crew().pair('EURUSD')
    await crew().pair('GBPUSD')
    await crew().fold(gathered, FOLD)
    await crew().fold(gathered, { ...FOLD, test: { fromMs: 10, toMs: 30 } })
    await crew({ ground: { engine: '2', hash: 'ab' } }).pair('EURUSD')
    await crew({ ground: { engine: '1', hash: 'cd' } }).fold(gathered, FOLD)
    expect(asked).toEqual(['pair EURUSD', 'pair GBPUSD', 'fold', 'fold', 'pair EURUSD', 'fold'])
  })

  test('draws random entries anew for other windows or another seed, but reads the pair no second time', async () => {
    const { asked, crew } = aBench()
    const task = {
      pair: 'EURUSD',
      candidates: someCandidates([]),
      sets: [],
      span: FOLD.test,
      seed: 1,
    } as const
    await crew().random(task)
    await crew().random(task)
    await crew({ settings: { seed: 2 } }).random(task)
    await crew({ settings: { seed: 2 } }).pair('EURUSD')
    await crew().pair('EURUSD')
    expect(asked).toEqual(['random', 'random', 'pair EURUSD'])
  })

  test('that is told to be fresh does it again, and keeps the new one', async () => {
    const { asked, crew, pieces } = aBench()
    await crew().pair('EURUSD')
    const [before] = [...pieces.values()]
    await crew({ fresh: true }).pair('EURUSD')
    expect(asked).toHaveLength(2)
    expect(pieces.size).toBe(1)
    expect([...pieces.values()][0]).not.toEqual(before)
  })
})
