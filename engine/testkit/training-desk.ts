/** A host with a training ground on a folder of its own, and everything that its engine tells. */
import type { EventKind, EventOf, StoredEvent } from '../contracts/events.ts'
import type { Host } from '../host/index.ts'
import { newDataFolder } from './data-folder.ts'
import { bundleHost, startWholeHost } from './whole-host.ts'

export type TrainingDesk = Readonly<{
  folder: string
  host: Host
  /** Of one kind, oldest first. */
  told<K extends EventKind>(kind: K): EventOf<K>[]
}>

export async function trainingDesk(speed: number): Promise<TrainingDesk> {
  await bundleHost()
  const folder = newDataFolder()
  const host = await startWholeHost(folder, { seed: 7, speed })
  const stored: StoredEvent[] = []
  host.onTold(events => stored.push(...events))
  const told = <K extends EventKind>(kind: K) =>
    stored.map(({ event }) => event).filter((event): event is EventOf<K> => event.kind === kind)
  return { folder, host, told }
}
