import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { randomIds } from '../../adapters/identity/index.ts'
import type { EventKind, StoredEvent } from '../../contracts/events.ts'
import { EpochMs, type Ulid } from '../../contracts/primitives.ts'
import { createHost, nodeSpawner, type Host } from '../../host/index.ts'
import { callDesk } from '../../host/control/call-desk.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { bitten } from '../../testkit/command-line.ts'
import { eventually } from '../../testkit/eventually.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

/** A training ground on a folder, and everything that its engine tells. */
async function trainingDesk(): Promise<{ folder: string; host: Host; told: StoredEvent[] }> {
  const folder = path.join(temporaryFolder(), 'data')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
  const host = await createHost({
    dataFolder: folder,
    version: '0.1.0',
    paths: {
      engineWorker: await bundleProgram('engine/workers/engine.worker.ts'),
      archiveWorker: await bundleProgram('engine/workers/archive.worker.ts'),
      terminalSim: await bundleProgram('engine/terminal-sim/terminal-sim.process.ts'),
    },
    sqliteBinding: sqliteBinding(),
    spawner: nodeSpawner,
    training: { seed: 7, speed: 2_000 },
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  const told: StoredEvent[] = []
  host.onTold(events => told.push(...events))
  return { folder, host, told }
}

const eventsOf = (told: readonly StoredEvent[], kind: EventKind) =>
  told.filter(({ event }) => event.kind === kind)

/** Fires whatever is offered until something is filled. */
async function getFilled(host: Host, told: readonly StoredEvent[]): Promise<void> {
  const ids = randomIds()
  const tried = new Set<Ulid>()
  while (eventsOf(told, 'dealDone').length === 0) {
    for (const { event } of told.slice()) {
      if (event.kind !== 'missionIssued' || tried.has(event.mission.id)) continue
      tried.add(event.mission.id)
      const id = ids.next(EpochMs.parse(Date.now()))
      await host.command({ kind: 'fireMission', id, origin: 'window', mission: event.mission.id })
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

it('bitten flatten closes an open position, and ends with 0 when the terminal has confirmed it', async () => {
  const { folder, host, told } = await trainingDesk()
  await getFilled(host, told)
  expect(host.simulate({ kind: 'speed', speed: 1 })).toEqual({ is: 'done' })
  await eventually(async () => {
    expect(await callDesk(folder, { ask: 'status' })).toMatchObject({
      value: { desk: { positions: [{ external: false }] } },
    })
  })

  const { code, stdout } = await bitten(folder, 'flatten', '--json')

  expect([code, JSON.parse(stdout)]).toMatchObject([0, { is: 'done', confirmed: true }])
  expect(eventsOf(told, 'dealDone')).toHaveLength(2)
  expect(eventsOf(told, 'flattenRequested').map(({ event }) => event)).toMatchObject([{ origin: 'cli' }])
  expect(await callDesk(folder, { ask: 'status' })).toMatchObject({ value: { desk: { positions: [] } } })
}, 180_000)
