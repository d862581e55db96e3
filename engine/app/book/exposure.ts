import { MAGIC, type OpenPosition } from '../../contracts/wire/index.ts'
import { REMOVAL_MS } from '../../domain/fire/withdrawal.ts'
import { ticketKey, type OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { ANSWER_GRACE_MS, type TerminalDesk } from '../terminals/terminal-desk.ts'

/** Orders of this terminal's present account that hold a position, or may: its own, and those whose terminal is gone. */
export function exposedOrders(desk: Desk, terminal: TerminalDesk): OrderRecord[] {
  const orders: OrderRecord[] = []
  for (const id of desk.state.exposed) {
    const order = desk.state.orders.get(id)
    if (order?.loginHash !== terminal.hello.loginHash) continue
    if (order.recorded.terminal === terminal.id || isOrphan(desk, order)) orders.push(order)
  }
  return orders
}

/** Its own terminal may never come back, so any other one on the account looks after it. */
function isOrphan({ terminals }: Desk, { recorded, loginHash }: OrderRecord): boolean {
  const own = terminals.get(recorded.terminal)
  return !own?.up || own.hello.loginHash !== loginHash
}

/** The terminal should have said what became of it: of one that waits at the broker, once its time there is over. */
export function isOverdue({ ports, terminals }: Desk, { recorded, state }: OrderRecord): boolean {
  if (state !== 'waiting') return ports.clock.now() > recorded.validUntilWallMs + ANSWER_GRACE_MS
  const marketMs = terminals.get(recorded.terminal)?.marketMs ?? 0
  return marketMs > 0 && marketMs >= (recorded.waitsUntilMs ?? 0) + REMOVAL_MS
}

/** Our order behind an open position, or null when someone else opened it, or an order that the ledger has lost. */
export function orderBehind(desk: Desk, terminal: TerminalDesk, position: OpenPosition): OrderRecord | null {
  const id = position.id ?? desk.state.positions.get(ticketKey(terminal.hello.loginHash, position.position))
  const order = id && desk.state.orders.get(id)
  // Two accounts of one terminal may number their positions alike.
  return order && order.loginHash === terminal.hello.loginHash ? order : null
}

/** The terminal says that BITTEN opened it, whether or not the ledger knows. */
export const isOurs = ({ id, magic }: Pick<OpenPosition, 'id' | 'magic'>): boolean =>
  id !== null || magic === MAGIC
