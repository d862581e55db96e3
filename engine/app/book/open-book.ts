import type { Side } from '../../contracts/index.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { OpenPosition, WaitingOrder } from '../../contracts/wire/index.ts'
import { averagePoints, openLots } from '../../domain/fire/trade.ts'
import { ticketKey, type OrderRecord } from '../desk-state.ts'
import { stopsUnderWay } from '../orders/asked.ts'
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
  /** The share of it that is open for certain, 0 to 1: the rest may never be. */
  certainShare: number
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
  const riskCents = orderRiskCents(desk, order)
  return {
    is: 'order',
    pair,
    symbol,
    side,
    lots: String(lots),
    riskCents,
    certainShare: certainShare(desk, order),
  }
}

/** An order that waits, or has no answer, may never become a position, and one that was filled in part no larger one. */
function certainShare(desk: Desk, order: OrderRecord): number {
  const { state, deals, recorded } = order
  if (state === 'filled' || state === 'managed') return shareOfNearestStop(desk, order)
  return state === 'partlyFilled' ? Math.min(1, Math.max(0, openLots(deals) / recorded.lots)) : 0
}

/** A stop that is on its way nearer may be there already, and a fill may have been better than what was judged: the rest is certain. */
function shareOfNearestStop({ state }: Desk, order: OrderRecord): number {
  const { position, recorded } = order
  const counted = pointsTo(order, stopOf(state, order))
  if (position === null || counted <= 0) return 1
  const stops = [stopOf(state, order), ...stopsUnderWay(state, recorded.terminal, position)]
  const certain = Math.min(counted, ...stops.map(stop => pointsTo(order, stop, betterOf)))
  return Math.max(0, certain) / counted
}

type Levels = Pick<OpenPosition, 'id' | 'magic' | 'symbol' | 'side' | 'lots' | 'open' | 'stop'>

function heldPositions(terminal: TerminalDesk, positions: readonly Levels[], certainShare = 1): Held[] {
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
      certainShare,
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
    0,
  )
}

function isOrderHeld(desk: Desk, terminal: TerminalDesk, listed: WaitingOrder): boolean {
  const order = orderListed(desk, terminal, listed)
  return order !== null && desk.state.exposed.has(order.recorded.order)
}

/** Money at the stop where it stands now, of what is still open: the stop may have been moved, and a part been closed. */
function orderRiskCents({ state }: Desk, order: OrderRecord): number {
  const { recorded, state: is, deals } = order
  const { price, stop, lots } = recorded
  const left = is === 'filled' || is === 'managed' ? openLots(deals) : 0
  // Less than nothing: a deal in is missing, and nobody knows how much is open.
  const riskCents = left > 0 ? (recorded.riskCents * left) / lots : recorded.riskCents
  const distance = pointsTo(order, stopOf(state, order))
  return Math.ceil((riskCents * Math.max(0, distance)) / Math.abs(price - stop))
}

/** Where it was seen last. */
function stopOf(state: Desk['state'], { recorded, loginHash, position }: OrderRecord): number {
  const moved = position === null ? null : state.stops.get(ticketKey(loginHash, position))
  return moved ?? recorded.stop
}

type Choose = (side: Side, judged: number, opened: number) => number

/** Of where it was judged to open and where it did: the worse, so that what slipped away is at risk too. */
const worseOf: Choose = (side, judged, opened) =>
  side === 'buy' ? Math.max(judged, opened) : Math.min(judged, opened)
const betterOf: Choose = (side, judged, opened) =>
  side === 'buy' ? Math.min(judged, opened) : Math.max(judged, opened)

/** From the entry to a stop, points. */
function pointsTo({ recorded, deals }: OrderRecord, stop: number, choose: Choose = worseOf): number {
  const { price, side, digits } = recorded
  const entered = deals.filter(({ entry }) => entry === 'in')
  const from = entered.length === 0 ? price : choose(side, price, averagePoints(entered, digits))
  return (from - stop) * (side === 'buy' ? 1 : -1)
}
