import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { ArchiveConfig, FromArchive, ToArchive } from '../../contracts/engine-port.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { type Query, TradesPage } from '../../contracts/queries.ts'
import type { EngineEvent } from '../../contracts/events.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { aDealDone, aPause, aTradeClosed } from '../../testkit/events.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openArchive } from './archive.ts'
import { openLedger } from './sqlite-ledger.ts'

const binding = sqliteBinding()

/** A ledger that stays open for writing, as the engine's does, and a second pair of eyes on it. */
function aDesk(events: readonly EngineEvent[]) {
  const folder = temporaryFolder()
  const file = path.join(folder, 'ledger.db')
  const ledger = openLedger({ file, binding })
  ledger.append(events, EpochMs.parse(1_000))
  return { folder, ledger, archive: openArchive({ file, binding }) }
}

const results = Array.from({ length: 7 }, (_, index) =>
  aTradeClosed({ netCents: 100 * index, closeMs: index }),
)

describe('the archive', () => {
  it('turns pages of closed trades, newest first, without overlap or hole', () => {
    const { archive } = aDesk([...results, aPause(), aTradeClosed({ account: 'demo' })])
    const seen: number[] = []

    let beforeSeq: number | null = null
    do {
      const query = { kind: 'tradesPage', account: 'simulated', beforeSeq, limit: 3 } as const
      const page = TradesPage.parse(archive.answer(query))
      expect(page.total).toBe(7)
      seen.push(...page.trades.map(({ seq }) => seq))
      beforeSeq = page.nextBeforeSeq
    } while (beforeSeq !== null)

    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it('never adds results of different accounts', () => {
    const { archive } = aDesk([
      ...results,
      aTradeClosed({ account: 'demo', netCents: -77, r: -1, closeMs: 9 }),
    ])

    expect(archive.answer({ kind: 'equityCurve', account: 'demo', points: 10 })).toEqual({
      trades: 1,
      points: [{ atMs: 9, netCents: -77, r: -1 }],
    })
  })

  it('sees what the engine stored after it was opened', () => {
    const { archive, ledger } = aDesk([])
    expect(archive.answer({ kind: 'ledgerSummary' })).toEqual({
      events: 0,
      trades: 0,
      headHash: '0'.repeat(64),
      firstMs: null,
      lastMs: null,
    })

    ledger.append([aPause()], EpochMs.parse(5_000))
    ledger.append(results, EpochMs.parse(6_000))

    expect(archive.answer({ kind: 'ledgerSummary' })).toEqual({
      events: 8,
      trades: 7,
      headHash: ledger.head().hash,
      firstMs: 5_000,
      lastMs: 6_000,
    })
  })

  it('gives the events of orders, in order and a page at a time', () => {
    const { archive, ledger } = aDesk([...results, aDealDone(1), aPause(), aDealDone(2), aDealDone(3)])

    const first = archive.orderEvents(0, 2)
    ledger.append([aPause(), aDealDone(4)], EpochMs.parse(2_000))

    expect(first.map(({ seq }) => seq)).toEqual([8, 10])
    expect(archive.orderEvents(10, 2).map(({ seq }) => seq)).toEqual([11, 13])
    expect(archive.orderEvents(13, 2)).toEqual([])
  })

  it('does not make a ledger where there is none', () => {
    const file = path.join(temporaryFolder(), 'ledger.db')

    expect(() => openArchive({ file, binding })).toThrow(expect.objectContaining({ code: 'READ_ONLY' }))
  })
})

describe('the archive worker', () => {
  async function start(dataFolder: string) {
    const program = await bundleProgram('engine/workers/archive.worker.ts')
    const config: ArchiveConfig = { version: 'test', dataFolder, sqliteBinding: binding }
    const worker = new Worker(program, { workerData: config })
    const heard: FromArchive[] = []
    worker.on('message', (message: FromArchive) => heard.push(message))
    const say = (message: ToArchive) => worker.postMessage(message)
    return { worker, heard, say }
  }

  it('answers each question by its number, refuses one it does not know, and stops when told', async () => {
    const { folder, ledger } = aDesk(results)
    const { worker, heard, say } = await start(folder)

    say({ kind: 'ask', ask: 41, query: { kind: 'ledgerSummary' } })
    say({ kind: 'ask', ask: 43, query: { kind: 'executionCosts', account: 'demo' } })
    say({ kind: 'ask', ask: 42, query: JSON.parse('{"kind":"everything"}') as Query })
    say({ kind: 'stop' })
    await once(worker, 'exit')

    expect(heard).toEqual([
      { kind: 'ready' },
      {
        kind: 'answer',
        ask: 41,
        answer: {
          is: 'answer',
          value: { events: 7, trades: 7, headHash: ledger.head().hash, firstMs: 1_000, lastMs: 1_000 },
        },
      },
      {
        kind: 'answer',
        ask: 43,
        answer: { is: 'answer', value: expect.objectContaining({ account: 'demo', open: 0 }) as unknown },
      },
      {
        kind: 'answer',
        ask: 42,
        answer: expect.objectContaining({ is: 'failed', code: 'BAD_QUERY' }) as unknown,
      },
      { kind: 'stopped' },
    ])
  })

  it('says why it cannot start', async () => {
    const { worker, heard } = await start(temporaryFolder())

    await once(worker, 'exit')

    expect(heard).toMatchObject([{ kind: 'failed', code: 'READ_ONLY' }])
  })
})
