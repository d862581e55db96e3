import type { Command, CommandAnswer, Origin, Ulid } from '../../contracts/index.ts'
import { isExposed } from '../../domain/fire/order-machine.ts'
import { done, refused } from './answers.ts'
import { lastCancel } from './cancels.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { nameOf } from '../book/book-check.ts'
import { takeBack, tellAgain } from './take-back.ts'
import { keeperOf } from '../book/keeper.ts'
import { takesPlace } from '../terminals/takes-place.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** Taking back is always allowed, whatever the state of rank, guards or link. One that is under way is told again under its id. */
export function cancelOrder(
  desk: Desk,
  { order: id, origin }: Extract<Command, { kind: 'cancelOrder' }>,
): CommandAnswer {
  const order = desk.state.orders.get(id)
  if (!order) return refused('UNKNOWN_ORDER', 'This order is not known here.')
  if (desk.state.waiting.has(id)) return takeBackFor(desk, order, origin, 'By hand.')
  const { position, state } = order
  if (!isExposed(state))
    return refused('ORDER_ENDED', `The order ${nameOf(order)} has ended already: ${state}.`)
  return refused(
    'FILLED',
    `The order ${nameOf(order)} does not wait: close position ${position ?? 'of it'} instead.`,
  )
}

/** What a person wants of an order that waits. */
export function takeBackFor(desk: Desk, order: OrderRecord, origin: Origin, why: string): CommandAnswer {
  const { order: id, mission } = order.recorded
  const terminal = keeperOf(desk, order)
  if (!terminal)
    return refused(
      'LINK_DOWN',
      'No terminal of its account was linked since the start; remove it in MetaTrader.',
    )
  const isAsked = lastCancel(desk.state, id)?.verdict === null
  if (isAsked) tellAgain(desk, terminal, id)
  else takeBack(desk, terminal, id, { origin, why, trace: mission })
  return done(takingBackText(terminal, nameOf(order)))
}

function takingBackText(terminal: TerminalDesk, name: string): string {
  if (!terminal.up)
    return `The terminal is not linked: ${name} is taken back as soon as it is. It may be filled until then.`
  return takesPlace(terminal)
    ? `Taking back ${name}; waiting for the terminal.`
    : `On its present road the terminal cannot be told to take back ${name}: remove it in MetaTrader. It may be filled until then.`
}

/** The order that waits for this mission; null: none does. */
export function waitingOf({ state }: Desk, mission: Ulid): OrderRecord | null {
  const order = state.missions.get(mission)?.order ?? null
  return (order !== null && state.waiting.has(order) && state.orders.get(order)) || null
}
