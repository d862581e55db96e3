import { tradingDayMs } from '../../domain/market/session-clock.ts'
import { isByPlan, xpForTrade } from '../../domain/campaign/xp.ts'
import { closedTrade } from '../../domain/fire/trade.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { untoldDeals } from '../orders/order-fold.ts'
import { recordExcursion } from '../positions/excursion-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** A position after its last deal becomes a trade, and the trade becomes XP: once an order, though a late part is told as well. */
export function closeTrade(desk: Desk, terminal: TerminalDesk, order: OrderRecord): void {
  const mission = desk.state.missions.get(order.recorded.mission)?.mission
  const trade = closedTrade(order.recorded, untoldDeals(order), mission?.timeExitMs ?? null)
  const dayMs = tradingDayMs(trade.closeMs)
  const paid = desk.state.trades.filter(
    before => before.kind === trade.kind && isByPlan(before) && before.closeMs >= dayMs,
  ).length
  const of = { atMs: trade.closeMs, trace: order.recorded.mission }
  desk.record({ kind: 'tradeClosed', ...of, trade })
  if (order.told > 0) return
  recordExcursion(desk, terminal, order, trade)
  for (const line of xpForTrade(trade, paid)) {
    desk.record({ kind: 'xpAwarded', ...of, account: trade.kind, order: trade.order, ...line })
  }
}
