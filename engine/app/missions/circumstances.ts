import { pointsPerUnit } from '../../domain/market/price.ts'
import { quoteOf } from '../../domain/overlay/quote.ts'
import type { Circumstances } from '../../domain/venom/assess.ts'
import type { Desk } from '../desk.ts'
import { limitsOf } from '../book/limits-desk.ts'
import { openExposure } from '../book/open-exposure.ts'
import type { SymbolDesk } from '../market/symbol-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** What besides the bars a proposal is judged by, as it is now; null before the first tick. */
export function circumstancesOf(
  desk: Desk,
  terminal: TerminalDesk,
  symbol: SymbolDesk,
  closeMs: number,
): Circumstances | null {
  const quote = quoteOf(symbol.market, terminal.marketMs)
  if (!quote) return null
  return {
    nowMs: terminal.marketMs,
    closeMs,
    quote,
    commissionPoints: commissionPoints(symbol.trading),
    calendar: desk.calendars.of(terminal),
    noCalendar: desk.withoutCalendar(terminal),
    regime: symbol.regime,
    calibrator: terminal.calibrator,
    open: openExposure(desk, terminal, symbol.spec.pair),
    riskPct: limitsOf(desk, terminal).riskPct,
    sniperBound: desk.state.values.get(terminal.id)?.bound ?? null,
  }
}

/** Commission of both sides as a distance of price; null: the terminal has not said. */
function commissionPoints(spec: SymbolDesk['trading']): number | null {
  if (!spec || spec.commissionPerLot === null) return null
  return ((spec.commissionPerLot * spec.tickSize) / spec.tickValue) * pointsPerUnit(spec.digits)
}
