import type { Ulid } from '../../contracts/index.ts'
import { MAGIC, type BodyOf } from '../../contracts/wire/index.ts'
import { isSameDeal } from '../../domain/fire/order-facts.ts'
import { closeTrade } from '../campaign/campaign-desk.ts'
import { followPosition } from '../positions/excursion-desk.ts'
import { dealKey, ticketKey } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { halt } from '../emergency/emergency-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

type Deal = BodyOf<'deal'>

/**
 * One fill, whatever asked for it, stored once, although two terminals of the account may tell it; a stray is told anew when its
 * order is known. The deal that ends a position ends the trade.
 */
export function onDeal(desk: Desk, terminal: TerminalDesk, deal: Deal): void {
  if (desk.state.deals.has(dealKey(terminal.id, deal))) return
  const id = orderOf(desk, terminal, deal)
  const order = id === null ? undefined : desk.state.orders.get(id)
  const key = ticketKey(terminal.hello.loginHash, deal.position)
  const known = order ? order.deals : (desk.state.strays.get(key) ?? [])
  if (known.some(one => isSameDeal(one, deal))) return
  const wasClosed = order?.state === 'closed'
  const trace = order && { trace: order.recorded.mission }
  desk.record({ kind: 'dealDone', atMs: deal.timeMs, ...trace, terminal: terminal.id, order: id, deal })
  if (order) followPosition(terminal, order)
  if (order && !wasClosed && order.state === 'closed') closeTrade(desk, terminal, order)
  if (isOfTheHost(desk, deal)) halt(desk, 'host')
}

/**
 * The order that a deal belongs to: it names it, or its position is that of one, or it fills one that waits. Two accounts may number
 * theirs alike.
 */
function orderOf({ state }: Desk, { hello }: TerminalDesk, deal: Deal): Ulid | null {
  const { id, position } = deal
  if (id !== null && state.orders.has(id)) return id
  const { loginHash } = hello
  const held = state.positions.get(ticketKey(loginHash, position))
  if (held && state.orders.get(held)?.loginHash === loginHash) return held
  return waitingFilledBy(state, loginHash, deal)
}

/** Told by another terminal of the account, which has not placed it, a fill names it by its ticket alone. */
function waitingFilledBy(
  { waiting, orders }: Desk['state'],
  loginHash: string,
  { entry, order: ticket }: Deal,
): Ulid | null {
  if (entry !== 'in') return null
  for (const id of waiting) {
    const order = orders.get(id)
    if (order?.ticket === ticket && order.loginHash === loginHash) return id
  }
  return null
}

/**
 * Closed by a command that this ledger has never seen: the host has flattened while there was no engine. Whoever did that wants
 * no new trades, so the desk is paused as after any flatten.
 */
function isOfTheHost({ state }: Desk, { entry, reason, id, magic }: Deal): boolean {
  return magic === MAGIC && entry === 'out' && reason === 'command' && id !== null && !isKnown(state, id)
}

const isKnown = ({ orders, closes }: Desk['state'], id: Ulid): boolean => orders.has(id) || closes.has(id)
