import type { Side } from '../../contracts/index.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { OpenPosition, WaitingOrder } from '../../contracts/wire/index.ts'
import { averagePoints, openLots } from '../../domain/fire/trade.ts'
import { ticketKey, type OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { isOurs } from './exposure.ts'
import { positionRiskCents } from './position-risk.ts'
import { orderListed } from './waiting-check.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** Something that is open on an account, with the money at its stop. */
export type Held = Readonly<{
  /** `order`: of ours, or it may become one. `unclaimed`: of ours, and no order stands for it. `external`: somebody else's. */
  is: 'order' | 'unclaimed' | 'external'
  /** Null: the terminal has not specified the symbol. */
  pair: Pair | null
  symbol: string
  side: Side
  lots: string
  /** Null: nobody knows. */
  riskCents: number | null
}>

/** All that is open on the account of a terminal: it is what limits count by, and two terminals may share one. */
export function openBook(desk: Desk, terminal: TerminalDesk): Held[] {
  const { state } = desk
  const { hello, positions } = terminal
  const orders: OrderRecord[] = []
  for (const id of state.exposed) {
    const order = state.orders.get(id)
    if (order?.loginHash === hello.loginHash && order.recorded.account === hello.kind) orders.push(order)
  }
  const claimed = new Set(orders.map(order => order.position))
  const others = (positions ?? []).filter(
    ({ position, id }) => !claimed.has(position) && !(id !== null && state.exposed.has(id)),
  )
  return [
    ...orders.map(order => heldOrder(desk, order)),
    ...heldPositions(terminal, others),
    ...heldWaiting(desk, terminal),
  ]
}

const heldOrder = (desk: Desk, order: OrderRecord): Held => {
  const { pair, symbol, side, lots } = order.recorded
  return { is: 'order', pair, symbol, side, lots: String(lots), riskCents: orderRiskCents(desk, order) }
}

type Levels = Pick<OpenPosition, 'id' | 'magic' | 'symbol' | 'side' | 'lots' | 'open' | 'stop'>

function heldPositions(terminal: TerminalDesk, positions: readonly Levels[]): Held[] {
  if (positions.length === 0) return []
  const { account, symbols } = terminal
  const offered = symbols.map(({ spec }) => spec.pair)
  const byName = new Map(symbols.map(symbol => [symbol.spec.name, symbol] as const))
  return positions.map(position => {
    const known = byName.get(position.symbol)
    const { symbol, side, lots } = position
    return {
      is: isOurs(position) ? 'unclaimed' : 'external',
      pair: known?.spec.pair ?? null,
      symbol,
      side,
      lots,
      riskCents: account && positionRiskCents(known, position, account.currency, offered),
    }
  })
}

/** What waits at the broker and is no order that stands for itself: a stranger's counts when it has a stop. */
function heldWaiting(desk: Desk, terminal: TerminalDesk): Held[] {
  const others = (terminal.orders ?? []).filter(
    order => !isOrderHeld(desk, terminal, order) && (isOurs(order) || Number(order.stop) > 0),
  )
  return heldPositions(
    terminal,
    others.map(order => ({ ...order, open: order.price })),
  )
}

function isOrderHeld(desk: Desk, terminal: TerminalDesk, listed: WaitingOrder): boolean {
  const order = orderListed(desk, terminal, listed)
  return order !== null && desk.state.exposed.has(order.recorded.order)
}

/** Money at the stop where it stands now, of what is still open: the stop may have been moved, and a part been closed. */
function orderRiskCents({ state }: Desk, order: OrderRecord): number {
  const { recorded, loginHash, position, state: is, deals } = order
  const { side, price, stop, lots } = recorded
  const left = is === 'filled' || is === 'managed' ? openLots(deals) : 0
  // Less than nothing: a deal in is missing, and nobody knows how much is open.
  const riskCents = left > 0 ? (recorded.riskCents * left) / lots : recorded.riskCents
  const moved = position === null ? null : state.stops.get(ticketKey(loginHash, position))
  const distance = (entryOf(order) - (moved ?? stop)) * (side === 'buy' ? 1 : -1)
  return Math.ceil((riskCents * Math.max(0, distance)) / Math.abs(price - stop))
}

/** Where it was judged to open, or where it did: the worse of both, so that what slipped away is at risk too. */
function entryOf({ recorded: { price, side, digits }, deals }: OrderRecord): number {
  const entered = deals.filter(({ entry }) => entry === 'in')
  if (entered.length === 0) return price
  const opened = averagePoints(entered, digits)
  return side === 'buy' ? Math.max(price, opened) : Math.min(price, opened)
}
