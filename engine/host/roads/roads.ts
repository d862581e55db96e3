/** Every way by which terminals are linked, behind one door. */
import { randomBytes } from 'node:crypto'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { Road } from '../../contracts/road.ts'
import type { Settings } from '../../contracts/settings.ts'
import type { NoticeView } from '../../contracts/views.ts'
import { FileRoad } from '../file-drop/file-road.ts'
import { openLegacyFeed, type LegacyFeed } from '../legacy-feed/open-legacy-feed.ts'
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

/** Refused only when there is no port for terminals: the other roads say in a notice why they are closed. */
export async function openRoads(options: RoadsOptions): Promise<Roads | NotBound> {
  const { settings, pairingKey, version, beatMs, now, listenerOf } = options
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
  const files = openFiles(map, options)
  const legacy = await openLegacy(map, options)
  return {
    is: 'open',
    port: link.port,
    send: (terminal, type, body) => map.send(terminal, type, body),
    committed: (terminal, session, n) => map.committed(terminal, session, n),
    renewAll: reason => map.renewAll(reason),
    async close() {
      await files.close()
      await legacy?.close()
      await link.close()
    },
  }
}

const newToken = () => randomBytes(8).toString('hex')

function openFiles(map: RoadMap, { settings, pairingKey, now, listenerOf, notice }: RoadsOptions): FileRoad {
  const { folders, consent } = settings.roads.files
  const files = new FileRoad({
    folders,
    pairingKey,
    now,
    newToken,
    isElsewhere: terminal => map.roadOf(terminal) !== null,
    hasConsent: consent !== null,
    listener: map.watched('files', listenerOf('files')),
    notice: text => notice('warn', text),
  })
  map.open('files', files)
  return files
}

async function openLegacy(map: RoadMap, options: RoadsOptions): Promise<LegacyFeed | null> {
  const { settings, now, listenerOf, notice } = options
  if (!settings.roads.legacy.on) return null
  const legacy = await openLegacyFeed({
    settings: settings.roads.legacy,
    now,
    newToken,
    isElsewhere: terminal => map.roadOf(terminal) !== null,
    listener: map.watched('legacy', listenerOf('legacy')),
  })
  if (legacy.is === 'refused') {
    notice('warn', legacy.text)
    return null
  }
  map.open('legacy', legacy.road)
  const { port } = legacy
  notice('info', `The predecessor's feed is open on 127.0.0.1:${port}: nothing proves who posts there.`)
  return legacy
}
