/** Orders that nobody can account for: the terminal shows nothing of them, and has no deal that ended them. */
import type { OrderState, Ulid } from '../../contracts/index.ts'
import type { OpenPosition, WaitingOrder } from '../../contracts/wire/index.ts'
import { isUnresolved } from '../../domain/fire/order-machine.ts'
import { REMOVAL_MS } from '../../domain/fire/withdrawal.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { takesPlace } from '../terminals/takes-place.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { vanished } from './book-check.ts'
import { exposedOrders, isOurs, orderBehind } from './exposure.ts'

/** An order as it stood when its end was asked for: what has changed since is asked anew. */
export type Doubt = Readonly<{ order: Ulid; state: OrderState; deals: number }>

const doubtOf = ({ recorded, state, deals }: OrderRecord): Doubt => ({
  order: recorded.order,
  state,
  deals: deals.length,
})

/** Of the commands that a question names those without an end, and every order whose position is gone: it asks for their deals. */
export function doubtful(desk: Desk, terminal: TerminalDesk, named: readonly Ulid[]): Doubt[] {
  const open = exposedOrders(desk, terminal).filter(
    ({ recorded, state }) => isUnresolved(state) && named.includes(recorded.order),
  )
  return [...open, ...vanished(desk, terminal)].map(doubtOf)
}

/** The terminal was asked about it as it stands, and has answered. */
export function isTraceless({ traceless }: TerminalDesk, order: OrderRecord): boolean {
  const { order: id, state, deals } = doubtOf(order)
  return traceless.some(doubt => doubt.order === id && doubt.state === state && doubt.deals === deals)
}

/** The terminal that speaks for an order: its own, or another one of the account while that is gone. */
export function speakerFor(desk: Desk, order: OrderRecord): TerminalDesk | undefined {
  return [...desk.terminals.values()].find(
    terminal => terminal.up && exposedOrders(desk, terminal).includes(order),
  )
}

/** An open position that is the order's, or may be: one of ours on its symbol that no order stands for. */
export function positionOf(
  desk: Desk,
  terminal: TerminalDesk,
  { recorded, position }: OrderRecord,
): OpenPosition | undefined {
  return terminal.positions?.find(open => {
    if (open.id === recorded.order || open.position === position) return true
    return open.symbol === recorded.symbol && isOurs(open) && !orderBehind(desk, terminal, open)
  })
}

export const waitingFor = (
  { orders }: TerminalDesk,
  { recorded, ticket }: OrderRecord,
): WaitingOrder | undefined => orders?.find(({ id, order }) => id === recorded.order || order === ticket)

/** It may wait at the broker where the terminal tells no list: until its time there is over. */
export function mayWaitUnseen({ state }: Desk, terminal: TerminalDesk, { recorded }: OrderRecord): boolean {
  const { order, waitsUntilMs = 0 } = recorded
  if (!state.waiting.has(order) || (takesPlace(terminal) && terminal.orders)) return false
  return terminal.marketMs < waitsUntilMs + REMOVAL_MS
}
