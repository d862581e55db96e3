/** A host with a training ground on a folder of its own, and everything that its engine tells. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { EventKind, EventOf, StoredEvent } from '../contracts/events.ts'
import { createHost, nodeSpawner, type Host } from '../host/index.ts'
import { bundleProgram } from './bundle-program.ts'
import { sqliteBinding } from './sqlite-binding.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type TrainingDesk = Readonly<{
  folder: string
  host: Host
  /** Of one kind, oldest first. */
  told<K extends EventKind>(kind: K): EventOf<K>[]
}>

export async function trainingDesk(speed: number): Promise<TrainingDesk> {
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
    training: { seed: 7, speed },
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  onTestFinished(() => host.stop())
  const stored: StoredEvent[] = []
  host.onTold(events => stored.push(...events))
  const told = <K extends EventKind>(kind: K) =>
    stored.map(({ event }) => event).filter((event): event is EventOf<K> => event.kind === kind)
  return { folder, host, told }
}
