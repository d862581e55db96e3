import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openLedger, verifyLedger } from '../../engine/adapters/ledger/index.ts'
import { randomIds } from '../../engine/adapters/identity/index.ts'
import { PAIRS, SimulatorStart, type Command, type EpochMs, type StoredEvent, type ToSimulator, type Ulid } from '../../engine/contracts/index.ts' // prettier-ignore
import { freePort } from '../../engine/testkit/free-port.ts'
import { bundleProgram } from '../../engine/testkit/bundle-program.ts'
import { sqliteBinding } from '../../engine/testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../engine/testkit/temporary-folder.ts'
import { DeskProcess } from './desk-process.ts'

/** Waits for a market to offer a mission, on a machine that may be busy. */
vi.setConfig({ testTimeout: 180_000 })

const binding = sqliteBinding()
const ids = randomIds()
const shotAt = (mission: Ulid): Command => ({
  kind: 'fireMission',
  id: ids.next(Date.now() as EpochMs),
  origin: 'cli',
  mission,
})
let desk = ''
let paths = { engineWorker: '', archiveWorker: '', terminalSim: '' }

beforeAll(async () => {
  desk = await bundleProgram('engine/testkit/programs/desk-process.ts')
  paths = {
    engineWorker: await bundleProgram('engine/workers/engine.worker.ts'),
    archiveWorker: await bundleProgram('engine/workers/archive.worker.ts'),
    terminalSim: await bundleProgram('engine/terminal-sim/terminal-sim.process.ts'),
  }
}, 120_000)

/** On a folder that outlives it. */
function startDesk(dataFolder: string): DeskProcess {
  const process = new DeskProcess(desk, { dataFolder, sqliteBinding: binding, paths })
  onTestFinished(() => process.kill())
  return process
}

/** A terminal that lives on while the desk dies, as MetaTrader does. */
function startTerminal(port: number, pairingKey: string, seed: number): void {
  const child = fork(paths.terminalSim, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const start = SimulatorStart.parse({
    endpoint: `tcp://127.0.0.1:${port}`,
    pairingKey,
    uuid: 'chaos-terminal',
    source: { kind: 'generator', seed, startMs: Date.UTC(2026, 0, 6, 8), pairs: [...PAIRS] },
    speed: 2_000,
  })
  child.send({ kind: 'start', start } satisfies ToSimulator)
  onTestFinished(() => void child.kill('SIGKILL'))
}

async function newDesk(seed: number): Promise<{ folder: string; first: DeskProcess }> {
  const folder = path.join(temporaryFolder(), 'data')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: await freePort() }))
  const first = startDesk(folder)
  const { port, pairingKey } = await first.ready()
  startTerminal(port, pairingKey, seed)
  return { folder, first }
}

/**
 * Fires the first mission that the gate lets through and the broker fills; answers with its order. In two thousandfold time a price
 * moves for minutes while a shot is under way, and some are requoted.
 */
async function fire(process: DeskProcess): Promise<string> {
  for (const tried = new Set<string>(); ;) {
    const { mission } = await process.told('missionIssued', event => !tried.has(event.mission.id))
    tried.add(mission.id)
    const answer = await process.command(shotAt(mission.id))
    if (answer.is !== 'done' || !answer.order) continue
    const { order } = answer
    const verdict = await process.told('orderAnswered', event => event.order === order)
    if (verdict.is === 'accepted') return order
  }
}

const ledgerOf = (folder: string) => ({ file: path.join(folder, 'ledger.db'), binding })

function storedIn(folder: string): StoredEvent[] {
  const ledger = openLedger(ledgerOf(folder))
  const events = [...ledger.all()]
  ledger.close()
  return events
}

describe('kill -9 of the app in the middle of a trade', () => {
  it('ends, after a new start, in one reconciled position and an unbroken hash chain', async () => {
    const { folder, first } = await newDesk(7)
    const order = await fire(first)
    await first.told('dealDone', event => event.order === order && event.deal.entry === 'in')
    await first.kill()
    const before = storedIn(folder)

    const second = startDesk(folder)
    await second.told('armed')
    const { positions, links } = await second.view()
    const closed = second.events.some(
      ({ event }) => event.kind === 'tradeClosed' && event.trade.order === order,
    )
    expect(links[0]).toMatchObject({ armed: true, state: 'live' })
    expect(positions.filter(position => !position.external)).toHaveLength(closed ? 0 : 1)
    expect(positions.every(position => position.stop !== null)).toBe(true)
    await second.stop()

    const after = storedIn(folder)
    expect(verifyLedger(ledgerOf(folder)).events).toBe(after.length)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(
      after.filter(
        ({ event }) => event.kind === 'dealDone' && event.order === order && event.deal.entry === 'in',
      ),
    ).toHaveLength(1)
  })

  it.each([0, 1, 3, 8, 20])(
    '%i ms after the shot, leaves at most one fill and nothing unresolved',
    async delayMs => {
      const { folder, first } = await newDesk(delayMs + 20)
      const mission = await first.told('missionIssued')
      first.tell(shotAt(mission.mission.id))
      await new Promise(resolve => setTimeout(resolve, delayMs))
      await first.kill()

      const second = startDesk(folder)
      await second.told('armed')
      await second.stop()

      const events = storedIn(folder).map(({ event }) => event)
      const orders = events.filter(event => event.kind === 'orderRecorded')
      const fills = events.filter(event => event.kind === 'dealDone' && event.deal.entry === 'in')
      expect(orders.length).toBeLessThanOrEqual(1)
      expect(fills.length).toBeLessThanOrEqual(orders.length)
      expect(verifyLedger(ledgerOf(folder)).events).toBe(events.length)
    },
  )
})
