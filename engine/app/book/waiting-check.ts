/** What waits at the broker by the terminal's list, against the orders of ours that the ledger knows. */
import type { WaitingOrder } from '../../contracts/wire/index.ts'
import { pointsFromText, textFromPoints } from '../../domain/market/price.ts'
import { BY_RULE } from '../../domain/fire/order-facts.ts'
import { takeBack } from '../orders/take-back.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { takesPlace } from '../terminals/takes-place.ts'
import { ANSWER_GRACE_MS, type TerminalDesk } from '../terminals/terminal-desk.ts'
import { nameOf } from './book-check.ts'
import { exposedOrders, isOurs } from './exposure.ts'

/** Our order that this is, by its id or by its ticket; null: somebody else's, or one that the ledger has lost. */
export function orderListed(
  { state }: Desk,
  { hello }: TerminalDesk,
  listed: WaitingOrder,
): OrderRecord | null {
  const known = listed.id !== null && state.orders.get(listed.id)
  if (known) return known.loginHash === hello.loginHash ? known : null
  const isIt = (order: OrderRecord | undefined): boolean =>
    order?.ticket === listed.order && order.loginHash === hello.loginHash
  for (const id of state.waiting) {
    const order = state.orders.get(id)
    if (order && isIt(order)) return order
  }
  // A list may be older than the word that it waits no more; those with our number are few.
  return isOurs(listed) ? ([...state.orders.values()].findLast(isIt) ?? null) : null
}

/** Every order of ours that must not wait as it does is taken back; a sentence for each. */
export function checkWaiting(desk: Desk, terminal: TerminalDesk): string[] {
  if (!takesPlace(terminal)) return unseen(desk, terminal)
  if (!terminal.orders) return ['The terminal has not told which orders wait at the broker.']
  return terminal.orders.filter(isOurs).flatMap(listed => {
    const order = orderListed(desk, terminal, listed)
    const why = order ? whyWrong(desk, terminal, order, listed) : 'BITTEN does not know it here.'
    if (why === null) return []
    const id = order?.recorded.order ?? listed.id
    const { side, lots, symbol, order: ticket } = listed
    const what = `Order ${ticket} (${side} ${lots} ${symbol}) waits at the broker`
    if (id === null && mayBeTold(desk, terminal, listed)) return []
    if (id === null)
      return [`${what} with the number of BITTEN, which does not know it: remove it in MetaTrader.`]
    const trace = order?.recorded.mission
    takeBack(desk, terminal, id, { origin: BY_RULE, why, ...(trace && { trace }) })
    return [`${what} and is taken back: ${why}`]
  })
}

/** On this road nobody tells what waits: while something of ours may, nothing more is fired. */
function unseen(desk: Desk, terminal: TerminalDesk): string[] {
  if (desk.state.waiting.size === 0) return []
  return exposedOrders(desk, terminal)
    .filter(({ recorded }) => desk.state.waiting.has(recorded.order))
    .map(
      order =>
        `The order ${nameOf(order)} waits at the broker, and this terminal does not say what becomes of it. Look in MetaTrader.`,
    )
}

/** Another terminal of the account has placed it, and has not said its ticket yet. */
function mayBeTold({ state }: Desk, { hello }: TerminalDesk, { symbol, side }: WaitingOrder): boolean {
  return [...state.waiting].some(id => {
    const order = state.orders.get(id)
    if (order?.ticket !== null || order.loginHash !== hello.loginHash) return false
    return order.recorded.symbol === symbol && order.recorded.side === side
  })
}

/** Null: it waits as it was recorded. */
function whyWrong(
  desk: Desk,
  terminal: TerminalDesk,
  { recorded, state }: OrderRecord,
  { price, stop, lots, untilMs }: WaitingOrder,
): string | null {
  // Its list may be a moment older than its word, and what a part has left is its own to remove.
  if (!desk.state.waiting.has(recorded.order) || state === 'partlyFilled')
    return isFresh(terminal, recorded.order, desk) ? null : `It is ${state}.`
  const points = (text: string) => pointsFromText(text, recorded.digits)
  const text = (at: number) => textFromPoints(at, recorded.digits)
  const moved = [
    ...(points(price) === recorded.price ? [] : [`price ${price} and not ${text(recorded.price)}`]),
    ...(stop !== null && points(stop) === recorded.stop
      ? []
      : [`stop ${stop ?? 'none'} and not ${text(recorded.stop)}`]),
    ...(Number(lots) <= recorded.lots ? [] : [`${lots} lots and not ${recorded.lots}`]),
    ...(untilMs !== null && untilMs <= (recorded.waitsUntilMs ?? 0) ? [] : ['a later end']),
  ]
  return moved.length === 0 ? null : `It was changed at the terminal: ${moved.join(', ')}.`
}

/** It has changed a moment ago, by the market's clock. */
function isFresh({ marketMs }: TerminalDesk, id: OrderRecord['recorded']['order'], { state }: Desk): boolean {
  const sinceMs = state.orders.get(id)?.sinceMs ?? 0
  return Math.abs(marketMs - sinceMs) <= ANSWER_GRACE_MS
}

/** Orders that should wait, and that the terminal's list leaves out without a word about them. */
function missing(desk: Desk, terminal: TerminalDesk): OrderRecord[] {
  if (!terminal.orders || desk.state.waiting.size === 0) return []
  const listed = new Set(terminal.orders.map(order => orderListed(desk, terminal, order)?.recorded.order))
  return exposedOrders(desk, terminal).filter(
    ({ state, recorded }) => state === 'waiting' && !listed.has(recorded.order),
  )
}

/** The same, when both the order and the list are old enough to fit together. */
export function missingLong(desk: Desk, terminal: TerminalDesk): OrderRecord[] {
  if (desk.state.waiting.size === 0) return []
  if (Math.abs(desk.ports.clock.now() - terminal.ordersWallMs) <= ANSWER_GRACE_MS) return []
  return missing(desk, terminal).filter(({ recorded }) => !isFresh(terminal, recorded.order, desk))
}

/**
 * A terminal is asked about its own orders. What another one placed, that is gone, it can only be told to take back: it looks for it at
 * the broker, and says what became of it.
 */
export function missed(desk: Desk, terminal: TerminalDesk): string[] {
  return missing(desk, terminal).map(order => {
    const { order: id, terminal: own, mission: trace } = order.recorded
    const why = 'Its own terminal is gone, and it is not in the list of what waits.'
    if (own !== terminal.id) takeBack(desk, terminal, id, { origin: BY_RULE, why, trace })
    return missingText(order)
  })
}

const missingText = (order: OrderRecord): string =>
  `The order ${nameOf(order)} no longer waits at the broker, and the terminal has not said what became of it.`
