/** What the tray shows: the worst thing that is true of the desk, folded from what the engine tells. Pure. */
import type { StoredEvent } from '../../engine/contracts/events.ts'
import type { AccountKind } from '../../engine/contracts/primitives.ts'
import type { WarRoomView } from '../../engine/contracts/views.ts'

type Terminal = Readonly<{ kind: AccountKind; armed: boolean }>
export type Desk = Readonly<{ terminals: ReadonlyMap<string, Terminal>; paused: boolean }>

export const TRAY_STATES = ['down', 'idle', 'paused', 'training', 'armed'] as const
export type TrayState = (typeof TRAY_STATES)[number]

export const emptyDesk: Desk = { terminals: new Map(), paused: false }

export function deskOf(view: WarRoomView): Desk {
  const live = view.links.filter(link => link.state === 'live')
  return {
    terminals: new Map(live.map(({ terminal, kind, armed }) => [terminal, { kind, armed }])),
    paused: view.fire.paused,
  }
}

export function foldDesk(desk: Desk, { event }: Pick<StoredEvent, 'event'>): Desk {
  switch (event.kind) {
    case 'terminalLinked':
      return withTerminal(desk, event.terminal, { kind: event.account, armed: false })
    case 'terminalLost':
      return withTerminal(desk, event.terminal, null)
    case 'armed':
      return arm(desk, event.terminal, true)
    case 'disarmed':
      return arm(desk, event.terminal, false)
    case 'paused':
      return { ...desk, paused: true }
    case 'resumed':
      return { ...desk, paused: false }
    default:
      return desk
  }
}

export function trayStateOf({ terminals, paused }: Desk): TrayState {
  const linked = [...terminals.values()]
  const armed = linked.filter(terminal => terminal.armed)
  if (linked.length === 0) return 'down'
  if (paused) return 'paused'
  if (armed.length === 0) return 'idle'
  return armed.every(terminal => terminal.kind === 'simulated') ? 'training' : 'armed'
}

/** Real orders for real or contest money may leave from here. */
export const isLive = ({ terminals }: Desk): boolean =>
  [...terminals.values()].some(({ kind }) => kind === 'live' || kind === 'contest')

function arm(desk: Desk, id: string, armed: boolean): Desk {
  const terminal = desk.terminals.get(id)
  return terminal === undefined ? desk : withTerminal(desk, id, { ...terminal, armed })
}

function withTerminal(desk: Desk, id: string, terminal: Terminal | null): Desk {
  const terminals = new Map(desk.terminals)
  if (terminal === null) terminals.delete(id)
  else terminals.set(id, terminal)
  return { ...desk, terminals }
}
