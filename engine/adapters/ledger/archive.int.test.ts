import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import type { ArchiveConfig, FromArchive, ToArchive } from '../../contracts/engine-port.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { type Query, TradesPage } from '../../contracts/queries.ts'
import type { EngineEvent } from '../../contracts/events.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { aDealDone, aPause, aTradeClosed, aUlid } from '../../testkit/events.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
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

  it('sees what the engine stored after it was opened', () => {
    const { archive, ledger } = aDesk([])
    expect(archive.answer({ kind: 'ledgerSummary' })).toEqual({
      events: 0,
      trades: 0,
      hasOrders: false,
      headHash: '0'.repeat(64),
      firstMs: null,
      lastMs: null,
    })

    ledger.append([aPause()], EpochMs.parse(5_000))
    ledger.append(results, EpochMs.parse(6_000))

    expect(archive.answer({ kind: 'ledgerSummary' })).toEqual({
      events: 8,
      trades: 7,
      hasOrders: false,
      headHash: ledger.head().hash,
      firstMs: 5_000,
      lastMs: 6_000,
    })
  })

  it.each([
    [false, ONE_OF_EACH.terminalLinked],
    [true, ONE_OF_EACH.orderRecorded],
  ])(
    'says %s to whether there was an order, by what was recorded and not by a trade that is over',
    (hasOrders, event) => {
      expect(aDesk([aPause(), event]).archive.answer({ kind: 'ledgerSummary' })).toMatchObject({
        trades: 0,
        hasOrders,
      })
    },
  )

  it('gives the events of orders, in order and a page at a time', () => {
    const { archive, ledger } = aDesk([...results, aDealDone(1), aPause(), aDealDone(2), aDealDone(3)])

    const first = archive.orderEvents(0, 2)
    ledger.append([aPause(), aDealDone(4)], EpochMs.parse(2_000))

    expect(first.map(({ seq }) => seq)).toEqual([8, 10])
    expect(archive.orderEvents(10, 2).map(({ seq }) => seq)).toEqual([11, 13])
    expect(archive.orderEvents(13, 2)).toEqual([])
  })

  it('gives the events of alerts by themselves, and the number of the newest event of all', () => {
    const { archive, ledger } = aDesk([])
    expect([archive.alertEvents(0, 9), archive.headSeq()]).toEqual([[], 0])

    const { missionRefused, missionIssued, chatPaired, ghostEnded } = ONE_OF_EACH
    ledger.append([missionRefused, missionIssued, chatPaired, ghostEnded], EpochMs.parse(2_000))

    expect(archive.alertEvents(0, 9).map(({ seq, event }) => [seq, event.kind])).toEqual([
      [2, 'missionIssued'],
      [3, 'chatPaired'],
    ])
    expect(archive.headSeq()).toBe(4)
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

    // On a busy machine a question may be slow, and then the log says so.
    expect(heard.filter(({ kind }) => kind !== 'log')).toEqual([
      { kind: 'ready' },
      {
        kind: 'answer',
        ask: 41,
        answer: {
          is: 'answer',
          value: {
            events: 7,
            trades: 7,
            hasOrders: false,
            headHash: ledger.head().hash,
            firstMs: 1_000,
            lastMs: 1_000,
          },
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

  it('answers for ghosts, for a page of the log and for one story, and of an unknown mission that there is none', async () => {
    const { mission } = ONE_OF_EACH.missionIssued
    const issued = { ...ONE_OF_EACH.missionIssued, trace: mission.id }
    const endedMs = EpochMs.parse(1_767_700_000_000)
    const ghosts = Array.from({ length: 2_500 }, (_, k) => ({
      ...ONE_OF_EACH.ghostEnded,
      endedMs,
      ...(k % 2 === 0 && { p: 0.4 }),
    }))
    const { folder } = aDesk([issued, ONE_OF_EACH.missionDeclined, ...ghosts])
    const { worker, heard, say } = await start(folder)
    const filter = { state: null, pair: null, setup: null }
    const [fromMs, toMs] = [EpochMs.parse(0), EpochMs.parse(Number.MAX_SAFE_INTEGER)]

    say({ kind: 'ask', ask: 1, query: { kind: 'ghosts', account: 'demo', fromMs, toMs } })
    const page = { kind: 'missionsPage', account: mission.kind, beforeSeq: null, limit: 5, filter } as const
    say({ kind: 'ask', ask: 2, query: page })
    say({ kind: 'ask', ask: 3, query: { kind: 'missionStory', mission: mission.id } })
    say({ kind: 'ask', ask: 4, query: { kind: 'missionStory', mission: aUlid(999) } })
    const told = (ask: number) =>
      heard.find(message => message.kind === 'answer' && message.ask === ask) ?? null
    await vi.waitFor(() => expect([1, 2, 3, 4].map(told)).not.toContain(null), 60_000)
    say({ kind: 'stop' })
    await once(worker, 'exit')

    expect(told(1)).toMatchObject({
      answer: {
        value: {
          all: { n: 2_500 },
          rows: [{ key: 'VALUE_BELOW_GATE' }],
          calibration: { n: 1_250, happened: { value: 0 } },
        },
      },
    })
    expect(told(2)).toMatchObject({
      answer: { value: { missions: [{ id: mission.id, state: 'declined' }], nextBeforeSeq: null } },
    })
    expect(told(3)).toMatchObject({ answer: { value: { story: { state: 'declined', steps: [{}, {}] } } } })
    expect(told(4)).toMatchObject({ answer: { value: { story: null } } })
  })

  it('hands a bot that starts the alerts and the chats that the ledger knows', async () => {
    const { folder } = aDesk([ONE_OF_EACH.chatPaired, ONE_OF_EACH.missionIssued, ONE_OF_EACH.missionRefused])
    const { worker, heard, say } = await start(folder)

    say({ kind: 'ask', ask: 1, query: { kind: 'telegramRecord' } })
    const told = () => heard.find(message => message.kind === 'answer') ?? null
    await vi.waitFor(() => expect(told()).not.toBeNull(), 60_000)
    say({ kind: 'stop' })
    await once(worker, 'exit')

    expect(told()).toMatchObject({
      answer: {
        is: 'answer',
        value: {
          throughSeq: 3,
          chats: [{ chat: 11, role: 'commander', settledSeq: 1, sent: {} }],
          alerts: [{ key: `mission:${ONE_OF_EACH.missionIssued.mission.id}`, over: false }],
        },
      },
    })
  })

  it('says why it cannot start', async () => {
    const { worker, heard } = await start(temporaryFolder())

    await once(worker, 'exit')

    expect(heard).toMatchObject([{ kind: 'failed', code: 'READ_ONLY' }])
  })
})
