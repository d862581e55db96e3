import type { ClosedTrade, EpochMs } from '../../contracts/index.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import type { Trail } from '../../domain/debrief/excursions/excursion-watch.ts'
import { gapsOf, measureExcursion } from '../../domain/debrief/excursions/measure-excursion.ts'
import { pointsFromText } from '../../domain/market/price.ts'
import { exposedOrders } from '../book/exposure.ts'
import type { OrderRecord } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { HISTORY_BARS } from '../market/history.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** A fill has come: from here on its ticks are kept. A part that is filled late belongs to the same position; one that is filled
 * after the first was closed is a trade without an excursion of its own, as it is one without XP. */
export function followPosition(terminal: TerminalDesk, order: OrderRecord): void {
  const { recorded, deals, state, told } = order
  const first = deals.find(deal => deal.entry === 'in')
  if (!first || state === 'closed' || told > 0) return
  const { order: id, side, digits, symbol } = recorded
  const price = pointsFromText(first.price, digits)
  terminal.named(symbol)?.excursions.follow(id, side, price, first.timeMs)
}

/** After a start: what happened before is read from the minutes when the position is closed. */
export function followPositions(desk: Desk, terminal: TerminalDesk, { spec }: SymbolDesk): void {
  for (const order of exposedOrders(desk, terminal))
    if (order.recorded.symbol === spec.name) followPosition(terminal, order)
}

/** With the end of a trade, before anything is paid for it. */
export function recordExcursion(
  desk: Desk,
  terminal: TerminalDesk,
  { recorded }: OrderRecord,
  trade: ClosedTrade,
): void {
  const { order, terminal: own, account, mission } = recorded
  const trail = terminal.named(recorded.symbol)?.excursions.take(order) ?? null
  const bars = missedBars(desk, terminal, trade, trail)
  const { maeR, mfeR } = measureExcursion(trade, recorded, trail, bars)
  desk.record({
    kind: 'excursionMeasured',
    atMs: trade.closeMs,
    trace: mission,
    order,
    terminal: own,
    account,
    maeR: Math.round(maeR * 1e4) / 1e4,
    mfeR: Math.round(mfeR * 1e4) / 1e4,
    by: gapsOf(trail, trade).length > 0 ? 'bars' : 'ticks',
  })
}

/** Minutes in which it was open and not heard, as far as the desk has them by now. */
function missedBars({ ports }: Desk, { id }: TerminalDesk, trade: ClosedTrade, trail: Trail | null) {
  const gaps = gapsOf(trail, trade)
  if (gaps.length === 0) return []
  const fromMs = Math.min(...gaps.map(gap => gap.fromMs)) - MINUTE_MS
  try {
    return ports.bars.read(id, trade.pair, Math.max(0, fromMs) as EpochMs, HISTORY_BARS)
  } catch (error) {
    // The end of a trade is a fact: it must reach the ledger, whatever became of the minutes in which it was open.
    ports.log.write('error', 'The minutes of a closed trade cannot be read', { error })
    return []
  }
}
