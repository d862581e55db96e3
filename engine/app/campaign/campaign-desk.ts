import { closedTrade } from '../../domain/fire/trade.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { untoldDeals } from '../orders/order-fold.ts'
import { recordExcursion } from '../positions/excursion-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { payAwards } from './pay-awards.ts'

/** A position after its last deal becomes a trade, and the trade becomes XP: once an order, though a late part is told as well. */
export function closeTrade(desk: Desk, terminal: TerminalDesk, order: OrderRecord): void {
  const mission = desk.state.missions.get(order.recorded.mission)?.mission
  const closed = closedTrade(order.recorded, untoldDeals(order), mission?.timeExitMs ?? null)
  const trade = mission?.test ? { ...closed, test: mission.test } : closed
  desk.record({ kind: 'tradeClosed', atMs: trade.closeMs, trace: order.recorded.mission, trade })
  if (order.told > 0) return
  recordExcursion(desk, terminal, order, trade)
  payAwards(desk)
}
