/** Every way by which terminals are linked, behind one door. */
import { randomBytes } from 'node:crypto'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { Road } from '../../contracts/road.ts'
import type { Settings } from '../../contracts/settings.ts'
import type { NoticeView } from '../../contracts/views.ts'
import { FileRoad } from '../file-drop/file-road.ts'
import type { NotBound } from '../terminal-link/bind.ts'
import type { LinkListener } from '../terminal-link/switchboard.ts'
import { openTerminalLink } from '../terminal-link/terminal-link.ts'
import type { RoadLink } from './road-link.ts'
import { RoadMap } from './road-map.ts'

export type RoadsOptions = Readonly<{
  settings: Settings
  pairingKey: Uint8Array
  version: string
  beatMs: number
  now(): EpochMs
  listenerOf(road: Road): LinkListener
  notice(level: NoticeView['level'], text: string): void
}>

export interface Roads extends RoadLink {
  readonly is: 'open'
  /** Of the connection over ZeroMQ. */
  readonly port: number
  close(): Promise<void>
}

export async function openRoads(options: RoadsOptions): Promise<Roads | NotBound> {
  const { settings, pairingKey, version, beatMs, now, listenerOf, notice } = options
  const map = new RoadMap()
  const link = await openTerminalLink({
    port: settings.port,
    pairingKey,
    version,
    beatMs,
    now,
    isElsewhere: terminal => ![null, 'zmq'].includes(map.roadOf(terminal)),
    listener: map.watched('zmq', listenerOf('zmq')),
  })
  if (link.is === 'refused') return link
  map.open('zmq', link)
  const files = new FileRoad({
    folders: settings.roads.files.folders,
    pairingKey,
    now,
    newToken: () => randomBytes(8).toString('hex'),
    isElsewhere: terminal => map.roadOf(terminal) !== null,
    hasConsent: settings.roads.files.consent !== null,
    listener: map.watched('files', listenerOf('files')),
    notice: text => notice('warn', text),
  })
  map.open('files', files)
  return {
    is: 'open',
    port: link.port,
    send: (terminal, type, body) => map.send(terminal, type, body),
    committed: (terminal, session, n) => map.committed(terminal, session, n),
    renewAll: reason => map.renewAll(reason),
    async close() {
      await files.close()
      await link.close()
    },
  }
}
