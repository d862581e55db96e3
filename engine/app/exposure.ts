import type { Ulid } from '../contracts/index.ts'
import { MAGIC, type OpenPosition } from '../contracts/wire/index.ts'
import { HOUR_MS, MINUTE_MS } from '../domain/market/civil.ts'
import { correlation } from '../domain/market/correlation.ts'
import { tradingDayMs } from '../domain/market/session-clock.ts'
import type { OpenExposure } from '../domain/overlay/exposure.ts'
import type { ShotInputs } from '../domain/fire/shot.ts'
import { ticketKey, type OrderRecord } from './desk-state.ts'
import type { Desk } from './desk.ts'
import { ANSWER_GRACE_MS, type TerminalDesk } from './terminal-desk.ts'
import type { Pair } from '../contracts/pairs.ts'

/** Orders of this terminal's present account that hold a position, or may. */
export function exposedOrders(desk: Desk, terminal: TerminalDesk): OrderRecord[] {
  const orders: OrderRecord[] = []
  for (const id of desk.state.exposed) {
    const order = desk.state.orders.get(id)
    if (order && order.recorded.terminal === terminal.id && order.loginHash === terminal.hello.loginHash)
      orders.push(order)
  }
  return orders
}

export const isOverdue = ({ ports }: Desk, { recorded }: OrderRecord): boolean =>
  ports.clock.now() > recorded.validUntilWallMs + ANSWER_GRACE_MS

/** Our order behind an open position, or null when someone else opened it, or an order that the ledger has lost. */
export function orderBehind(desk: Desk, terminal: TerminalDesk, position: OpenPosition): OrderRecord | null {
  const id = position.id ?? desk.state.positions.get(ticketKey(terminal.id, position.position))
  const order = id && desk.state.orders.get(id)
  // Two accounts of one terminal may number their positions alike.
  return order && order.loginHash === terminal.hello.loginHash ? order : null
}

/** The terminal says that BITTEN opened it, whether or not the ledger knows. */
export const isOurs = ({ id, magic }: OpenPosition): boolean => id !== null || magic === MAGIC

export const externalPositions = (desk: Desk, terminal: TerminalDesk): OpenPosition[] =>
  (terminal.positions ?? []).filter(position => !orderBehind(desk, terminal, position))

/** The account is what limits count by: two terminals may share one, and one terminal may change it. */
function ofAccount(desk: Desk, { hello }: TerminalDesk): (order: Ulid) => OrderRecord[] {
  return id => {
    const order = desk.state.orders.get(id)
    const isOfAccount = order?.loginHash === hello.loginHash && order.recorded.account === hello.kind
    return isOfAccount ? [order] : []
  }
}

/** Positions that BITTEN opened and no exposed order stands for: they count, although nobody knows how they came about. */
function unclaimed(
  { state }: Desk,
  { positions }: TerminalDesk,
  open: readonly OrderRecord[],
): OpenPosition[] {
  const claimed = new Set(open.map(order => order.position))
  return (positions ?? []).filter(
    position =>
      isOurs(position) &&
      !claimed.has(position.position) &&
      !(position.id !== null && state.exposed.has(position.id)),
  )
}

/** Money at the stop where it stands now: somebody may have moved it at the terminal. */
function openRiskCents({ state }: Desk, { recorded, position }: OrderRecord): number {
  const { terminal, side, price, stop, riskCents } = recorded
  const moved = position === null ? undefined : state.stops.get(ticketKey(terminal, position))
  if (moved === undefined || moved === null) return riskCents
  const distance = side === 'buy' ? price - moved : moved - price
  return Math.round((riskCents * Math.max(0, distance)) / Math.abs(price - stop))
}

/**
 * Other positions of ours on this account, whichever terminal fired them, and how their pairs have moved with this one. Before
 * the balance is known, each counts in full.
 */
export function openExposure(desk: Desk, terminal: TerminalDesk, pair: Pair): OpenExposure[] {
  const market = terminal.of(pair)?.market
  const balance = terminal.account?.balance ?? 0
  return [...desk.state.exposed]
    .flatMap(ofAccount(desk, terminal))
    .filter(({ recorded }) => recorded.pair !== pair)
    .map(order => {
      const other = terminal.of(order.recorded.pair)?.market
      return {
        pair: order.recorded.pair,
        side: order.recorded.side,
        riskPct: balance > 0 ? (100 * openRiskCents(desk, order)) / balance : 100,
        correlation: market && other ? correlation(market.bars.series.M15, other.bars.series.M15) : null,
      }
    })
}

/** What the gate must know about the book before one more shot on `pair`. */
export function bookFor(desk: Desk, terminal: TerminalDesk, pair: Pair, symbol: string): ShotInputs['book'] {
  const { state } = desk
  const orderOf = ofAccount(desk, terminal)
  const open = [...state.exposed].flatMap(orderOf)
  const loose = unclaimed(desk, terminal, open)
  const fired = state.fired.filter(({ order }) => orderOf(order).length > 0)
  const dayMs = tradingDayMs(terminal.marketMs)
  const today = state.trades.filter(({ order, closeMs }) => closeMs >= dayMs && orderOf(order).length > 0)
  const lastOfPairMs = fired.findLast(order => order.pair === pair)?.atMs
  return {
    openTrades: open.length + loose.length,
    openRiskCents: open.reduce((sum, order) => sum + openRiskCents(desk, order), 0),
    symbolTaken:
      open.some(order => order.recorded.pair === pair) || loose.some(position => position.symbol === symbol),
    nettingTaken:
      terminal.hello.margin === 'netting' &&
      externalPositions(desk, terminal).some(position => position.symbol === symbol),
    shotsToday: fired.filter(order => order.atMs >= dayMs).length,
    netTodayCents: today.reduce((sum, trade) => sum + trade.netCents, 0),
    firesLastMinute: fired.filter(order => terminal.marketMs - order.atMs < MINUTE_MS).length,
    sinceFireOfSymbolMs:
      lastOfPairMs === undefined || terminal.marketMs - lastOfPairMs > HOUR_MS
        ? null
        : terminal.marketMs - lastOfPairMs,
  }
}
