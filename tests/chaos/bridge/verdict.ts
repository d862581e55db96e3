/** What must hold when a run is over and everything has had time to settle. */
import { z } from 'zod'
import { emptyDesk } from '../../../engine/app/desk-state.ts'
import { fold } from '../../../engine/app/fold.ts'
import { isUnresolved } from '../../../engine/domain/fire/order-machine.ts'
import type { TerminalLine } from '../../../ea/host/driver/lines.ts'
import type { Ledger } from '../../../engine/ports/index.ts'
import type { World } from './world.ts'

const ServerState = z.object({
  orders: z.array(z.object({ ticket: z.number(), magic: z.number(), comment: z.string() })),
  positions: z.array(z.object({ ticket: z.number(), lots: z.number(), stop: z.number(), magic: z.number() })),
  deals: z.array(
    z.object({
      ticket: z.number(),
      position: z.number(),
      type: z.number(),
      entry: z.string(),
      lots: z.number(),
      magic: z.number(),
      comment: z.string(),
    }),
  ),
})
export type ServerState = z.infer<typeof ServerState>

const FAMILY = 777_001
const NINE_DIGITS = 1e9
const COMMENT_CHARS = 12
const NEVER: ReadonlySet<string> = new Set(['buried', 'rejected', 'denied', 'expired', 'cancelled'])
/** Buy and sell: every other type of deal is about money only. */
const LAST_TRADE_TYPE = 1

/** What a run leaves behind, in virtual time or real. */
export type Evidence = Readonly<{
  server: ServerState
  disk: Pick<Ledger, 'all'>
  armed: Readonly<{ is: boolean; reason: string | null }>
}>

/** In what the verb `state` answered. */
export const serverState = (lines: readonly TerminalLine[]): ServerState =>
  z.object({ state: ServerState }).parse(lines.find(line => 'state' in line)).state

export function foldedDesk(disk: Evidence['disk']) {
  const desk = emptyDesk()
  for (const { event } of disk.all()) fold(desk, event)
  return desk
}

/** Everything that is wrong; nothing when the run is sound. */
export function faultsIn(evidence: Evidence): string[] {
  const { server, disk } = evidence
  return [
    ...doubles(server),
    ...unprotected(server),
    ...untold(server, disk),
    ...ghosts(server, disk),
    ...strays(server, disk),
    ...unfinished(evidence),
  ]
}

export const faultsOf = (world: World): string[] =>
  faultsIn({ server: serverState(world.tell('state')), disk: world.disk, armed: world.app.armed() })

const isOurs = ({ magic }: { magic: number }): boolean => Math.floor(magic / NINE_DIGITS) === FAMILY

/** Our magic number carries digits of the command's id: one id, one position. */
function doubles({ deals }: ServerState): string[] {
  const positions = new Map<number, Set<number>>()
  for (const deal of deals.filter(isOurs)) {
    if (deal.entry !== 'in') continue
    positions.set(deal.magic, (positions.get(deal.magic) ?? new Set()).add(deal.position))
  }
  return [...positions]
    .filter(([, opened]) => opened.size > 1)
    .map(([magic, opened]) => `DOUBLE: order ${magic} opened positions ${[...opened].join(', ')}`)
}

function unprotected({ positions }: ServerState): string[] {
  return positions
    .filter(position => isOurs(position) && position.stop <= 0)
    .map(({ ticket }) => `NO STOP: position ${ticket}`)
}

/** Every fill is in the ledger, once: a second one would not have been stored, and the engine would have stopped. */
function untold({ deals }: ServerState, disk: Evidence['disk']): string[] {
  const done = deals.filter(({ type }) => type <= LAST_TRADE_TYPE).map(({ ticket }) => String(ticket))
  const told = [...disk.all()].flatMap(({ event }) =>
    event.kind === 'dealDone' ? [String(event.deal.deal)] : [],
  )
  return [
    ...done
      .filter(ticket => !told.includes(ticket))
      .map(ticket => `LOST: deal ${ticket} is not in the ledger`),
    ...told.filter(ticket => !done.includes(ticket)).map(ticket => `INVENTED: deal ${ticket} never was`),
  ]
}

/** What the app was once told would never happen never does. The comment ends with the end of the command's id. */
function ghosts({ deals }: ServerState, disk: Evidence['disk']): string[] {
  const refused = [...disk.all()].flatMap(({ event }) =>
    event.kind === 'orderAnswered' && NEVER.has(event.is) ? [event] : [],
  )
  return refused.flatMap(({ order, is }) =>
    deals
      .filter(
        deal => isOurs(deal) && deal.entry === 'in' && deal.comment.endsWith(order.slice(-COMMENT_CHARS)),
      )
      .map(({ ticket }) => `GHOST: order ${order} was ${is}, and filled by deal ${ticket}`),
  )
}

type Waiting = ServerState['orders'][number]
const isOf = (order: string, { comment }: Waiting): boolean => comment.endsWith(order.slice(-COMMENT_CHARS))

/** What waits at the broker is known to wait. */
function strays({ orders }: ServerState, disk: Evidence['disk']): string[] {
  const known = [...foldedDesk(disk).orders.values()]
  return orders.filter(isOurs).flatMap(waiting => {
    const state = known.find(({ recorded }) => isOf(recorded.order, waiting))?.state ?? 'not there'
    return state === 'waiting'
      ? []
      : [`STRAY: order ${waiting.ticket} waits, and in the ledger it is ${state}`]
  })
}

function unfinished({ disk, armed, server }: Evidence): string[] {
  const waits = (order: string): boolean => server.orders.some(waiting => isOf(order, waiting))
  const orders = [...foldedDesk(disk).orders.values()]
    .filter(({ state }) => isUnresolved(state))
    .filter(({ state, recorded }) => state !== 'waiting' || !waits(recorded.order))
    // After that word nothing more of it can be filled: the part is what there is.
    .filter(({ state, verdict }) => state !== 'partlyFilled' || verdict !== 'accepted')
  const open = orders.map(({ recorded, state }) => `UNRESOLVED: order ${recorded.order} is ${state}`)
  return armed.is ? open : [...open, `NOT ARMED: ${armed.reason}`]
}
