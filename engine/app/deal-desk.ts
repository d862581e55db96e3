import type { Ulid } from '../contracts/index.ts'
import type { BodyOf } from '../contracts/wire/index.ts'
import { closeTrade } from './campaign-desk.ts'
import { ticketKey } from './desk-state.ts'
import type { Desk } from './desk.ts'
import { halt } from './emergency-desk.ts'
import type { TerminalDesk } from './terminal-desk.ts'

type Deal = BodyOf<'deal'>

/** One fill, whatever asked for it, stored once. The deal that ends a position ends the trade. */
export function onDeal(desk: Desk, terminal: TerminalDesk, deal: Deal): void {
  if (desk.state.deals.has(ticketKey(terminal.id, deal.deal))) return
  const known = deal.id !== null && desk.state.orders.has(deal.id) ? deal.id : null
  const id = known ?? desk.state.positions.get(ticketKey(terminal.id, deal.position)) ?? null
  const order = id === null ? undefined : desk.state.orders.get(id)
  const wasClosed = order?.state === 'closed'
  const trace = order && { trace: order.recorded.mission }
  desk.record({ kind: 'dealDone', atMs: deal.timeMs, ...trace, terminal: terminal.id, order: id, deal })
  if (order && !wasClosed && order.state === 'closed') closeTrade(desk, order)
  if (order && isOfTheHost(desk, deal)) halt(desk, 'host')
}

/**
 * Closed by a command that this ledger has never seen: the host has flattened while there was no engine. Whoever did that wants
 * no new trades, so the desk is paused as after any flatten.
 */
function isOfTheHost({ state }: Desk, { entry, reason, id }: Deal): boolean {
  return entry === 'out' && reason === 'command' && id !== null && !isKnown(state, id)
}

const isKnown = ({ orders, closes }: Desk['state'], id: Ulid): boolean => orders.has(id) || closes.has(id)
