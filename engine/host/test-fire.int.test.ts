/** A test fire through a whole host: engine worker, ledger on disk, ZeroMQ and a simulated terminal that says it is a demo account. */
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { openLedger, verifyLedger } from '../adapters/ledger/index.ts'
import { randomIds } from '../adapters/identity/index.ts'
import type { CommandAnswer } from '../contracts/commands.ts'
import type { EngineEvent, EventKind, EventOf } from '../contracts/events.ts'
import { TerminalId, type EpochMs } from '../contracts/primitives.ts'
import type { TestFires } from '../contracts/test-fire.ts'
import { newDataFolder } from '../testkit/data-folder.ts'
import { freePort } from '../testkit/free-port.ts'
import { eventually } from '../testkit/eventually.ts'
import { dealerOf } from '../testkit/host-dealer.ts'
import { simulate, startFor } from '../testkit/simulated-terminal.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { bundleHost, startWholeHost } from '../testkit/whole-host.ts'
import type { Host } from './index.ts'

/** The simulated terminal says that it is one, so that nobody takes its results for a broker's: here it says demo. */
vi.mock(import('../terminal-sim/hello.ts'), async original => {
  const { helloOf } = await original()
  return { helloOf: (...who: Parameters<typeof helloOf>) => ({ ...helloOf(...who), kind: 'demo' }) }
})
vi.mock(import('../broker-sim/facts.ts'), async original => {
  const all = await original()
  const demo = (body: ReturnType<typeof all.accountBody>) => ({ ...body, kind: 'demo' as const })
  const snapshot: typeof all.snapshot = books =>
    all.snapshot(books).map(fact => (fact.type === 'account' ? { ...fact, body: demo(fact.body) } : fact))
  return { ...all, snapshot, accountBody: books => demo(all.accountBody(books)) }
})

const ALPHA = TerminalId.parse('alpha')
const ids = randomIds()

beforeAll(bundleHost, 120_000)

const testFire = (host: Host): Promise<CommandAnswer> =>
  host.command({ kind: 'testFire', id: ids.next(Date.now() as EpochMs), origin: 'cli', terminal: ALPHA })

async function testsOf(host: Host): Promise<TestFires> {
  const [terminal] = (await host.linkReport()).terminals
  if (!terminal?.desk) throw new Error('the engine knows no terminal')
  return terminal.desk.testFires
}

function storedIn(folder: string): EngineEvent[] {
  const file = { file: path.join(folder, 'ledger.db'), binding: sqliteBinding() }
  const ledger = openLedger(file)
  const events = [...ledger.all()].map(({ event }) => event)
  ledger.close()
  expect(verifyLedger(file).events).toBe(events.length)
  return events
}
const ofKind = <K extends EventKind>(events: readonly EngineEvent[], kind: K) =>
  events.filter((event): event is EventOf<K> => event.kind === kind)

/**
 * On a demo account the trader has said that he goes on without a calendar: the simulated terminal tells none. Its market nearly stands
 * still, so that no price runs away from an order.
 */
async function aDemo(latencyMs = 0) {
  const folder = newDataFolder({ noCalendar: 'warn', port: await freePort() })
  const host = await startWholeHost(folder)
  const { port, pairingKey } = host.ready()
  const start = startFor({ endpoint: `tcp://127.0.0.1:${port}` }, { uuid: ALPHA, broker: { latencyMs } })
  const { simulator } = await simulate({ ...start, pairingKey })
  await eventually(async () => expect((await testsOf(host)).offer).toMatchObject({ is: 'ready', lots: 0.01 }))
  simulator.control({ kind: 'speed', speed: 0.05 })
  return { folder, host }
}

describe('a test fire on a demo account', () => {
  it('is fired, filled with its stop and closed, is in the ledger whole, and leaves campaign and debrief untouched', async () => {
    const { folder, host } = await aDemo()
    expect(await testFire(host)).toMatchObject({ is: 'done', text: expect.stringContaining('bitten mission') as string }) // prettier-ignore
    const { last, stopSeen } = await eventually(async () => {
      const tests = await testsOf(host)
      expect(tests.last?.state).toBe('closed')
      return tests
    })
    expect(last).toMatchObject({
      lots: 0.01,
      answered: { is: 'accepted' },
      closeAnswered: { is: 'accepted' },
      why: null,
    })
    expect(stopSeen).toMatchObject({ is: 'there' })
    expect(last?.closed?.netCents).toBeLessThan(0)

    const debrief = { kind: 'debrief', account: 'demo', scope: null, filter: { fromMs: null, toMs: null, keys: {} }, trials: null } as const // prettier-ignore
    expect(await host.ask(debrief)).toMatchObject({ is: 'answer', value: { n: 0 } })
    const trades = { kind: 'tradesPage', account: 'demo', beforeSeq: null, limit: 10 } as const
    expect(await host.ask(trades)).toMatchObject({ is: 'answer', value: { trades: [], total: 0 } })
    const campaign = { kind: 'campaign', account: 'demo', beforeSeq: null, limit: 10 } as const
    expect(await host.ask(campaign)).toMatchObject({ is: 'answer', value: { awards: { total: 0 } } })
    const costs = await host.ask({ kind: 'executionCosts', account: 'demo' })
    expect(JSON.stringify(costs)).toContain('EURUSD')

    await host.stop()
    const events = storedIn(folder)
    expect(ofKind(events, 'tradeClosed')).toMatchObject([{ trade: { test: true, kind: 'demo' } }])
    expect(ofKind(events, 'xpAwarded')).toEqual([])
    expect(ofKind(events, 'dealDone').map(({ deal }) => deal.entry)).toEqual(['in', 'out'])
  }, 90_000)

  it('whose desk ends between fill and close is closed once by the next one', async () => {
    const { folder, host } = await aDemo(700)
    const told: EngineEvent[] = []
    host.onTold(events => told.push(...events.map(({ event }) => event)))
    expect(await testFire(host)).toMatchObject({ is: 'done' })
    await vi.waitFor(() => expect(told.map(({ kind }) => kind)).toContain('dealDone'), {
      timeout: 10_000,
      interval: 5,
    })
    await host.stop()
    expect(ofKind(storedIn(folder), 'tradeClosed')).toEqual([])

    const next = await startWholeHost(folder)
    await eventually(async () => expect((await testsOf(next)).last?.state).toBe('closed'))
    await next.stop()
    const events = storedIn(folder)
    expect(ofKind(events, 'orderRecorded')).toHaveLength(1)
    expect(ofKind(events, 'tradeClosed')).toHaveLength(1)
    expect(ofKind(events, 'dealDone').map(({ deal }) => deal.entry)).toEqual(['in', 'out'])
  }, 90_000)
})

it('a live account is offered none, and a wish for one is refused and leaves nothing in the ledger', async () => {
  const host = await startWholeHost()
  const live = dealerOf(host, { kind: 'live', uuid: ALPHA })
  await live.link()
  await eventually(async () => expect((await testsOf(host)).offer).toMatchObject({ is: 'never' }))
  const told: EngineEvent[] = []
  host.onTold(events => told.push(...events.map(({ event }) => event)))
  expect(await testFire(host)).toMatchObject({ is: 'refused', code: 'TEST_ACCOUNT' })
  expect(told.filter(({ kind }) => kind === 'missionIssued' || kind === 'orderRecorded')).toEqual([])
}, 60_000)
