import type { Side } from '../../contracts/index.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { OpenPosition } from '../../contracts/wire/index.ts'
import { openLots } from '../../domain/fire/trade.ts'
import { ticketKey, type OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { isOurs } from './exposure.ts'
import { positionRiskCents } from './position-risk.ts'
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
  return [...orders.map(order => heldOrder(desk, order)), ...heldPositions(terminal, others)]
}

const heldOrder = (desk: Desk, order: OrderRecord): Held => {
  const { pair, symbol, side, lots } = order.recorded
  return { is: 'order', pair, symbol, side, lots: String(lots), riskCents: orderRiskCents(desk, order) }
}

function heldPositions(terminal: TerminalDesk, positions: readonly OpenPosition[]): Held[] {
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

/** Money at the stop where it stands now, of what is still open: the stop may have been moved, and a part been closed. */
function orderRiskCents({ state }: Desk, order: OrderRecord): number {
  const { recorded, loginHash, position, state: is, deals } = order
  const { side, price, stop, lots } = recorded
  const left = is === 'filled' || is === 'managed' ? openLots(deals) : 0
  // Less than nothing: a deal in is missing, and nobody knows how much is open.
  const riskCents = left > 0 ? (recorded.riskCents * left) / lots : recorded.riskCents
  const moved = position === null ? undefined : state.stops.get(ticketKey(loginHash, position))
  if (moved === undefined || moved === null) return Math.ceil(riskCents)
  const distance = side === 'buy' ? price - moved : moved - price
  return Math.ceil((riskCents * Math.max(0, distance)) / Math.abs(price - stop))
}
