import type { OpenPosition } from '../contracts/wire/index.ts'
import { HOUR_MS, MINUTE_MS } from '../domain/market/civil.ts'
import { tradingDayMs } from '../domain/market/session-clock.ts'
import type { ShotInputs } from '../domain/fire/shot.ts'
import { ticketKey, type OrderRecord } from './desk-state.ts'
import type { Desk } from './desk.ts'
import type { TerminalDesk } from './terminal-desk.ts'
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

/** Our order behind an open position, or null when someone else opened it. */
export function orderBehind(desk: Desk, terminal: TerminalDesk, position: OpenPosition): OrderRecord | null {
  const id = position.id ?? desk.state.positions.get(ticketKey(terminal.id, position.position))
  return (id && desk.state.orders.get(id)) || null
}

export const externalPositions = (desk: Desk, terminal: TerminalDesk): OpenPosition[] =>
  (terminal.positions ?? []).filter(position => !orderBehind(desk, terminal, position))

/** Net result of the trades that this terminal closed in the present trading day, cents. */
export function netTodayCents(desk: Desk, terminal: TerminalDesk): number {
  const dayMs = tradingDayMs(terminal.marketMs)
  return desk.state.trades
    .filter(
      trade => trade.terminal === terminal.id && trade.kind === terminal.hello.kind && trade.closeMs >= dayMs,
    )
    .reduce((sum, trade) => sum + trade.netCents, 0)
}

/** What the gate must know about the book before one more shot on `pair`. */
export function bookFor(desk: Desk, terminal: TerminalDesk, pair: Pair, symbol: string): ShotInputs['book'] {
  const open = exposedOrders(desk, terminal)
  const fired = desk.state.fired.filter(order => order.terminal === terminal.id)
  const dayMs = tradingDayMs(terminal.marketMs)
  const lastOfPairMs = fired.findLast(order => order.pair === pair)?.atMs
  return {
    openTrades: open.length,
    openRiskCents: open.reduce((sum, order) => sum + order.recorded.riskCents, 0),
    symbolTaken: open.some(order => order.recorded.pair === pair),
    nettingTaken:
      terminal.hello.margin === 'netting' &&
      externalPositions(desk, terminal).some(position => position.symbol === symbol),
    shotsToday: fired.filter(order => order.atMs >= dayMs).length,
    netTodayCents: netTodayCents(desk, terminal),
    firesLastMinute: fired.filter(order => terminal.marketMs - order.atMs < MINUTE_MS).length,
    sinceFireOfSymbolMs:
      lastOfPairMs === undefined || terminal.marketMs - lastOfPairMs > HOUR_MS
        ? null
        : terminal.marketMs - lastOfPairMs,
  }
}
