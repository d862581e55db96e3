import type { EpochMs } from '../../contracts/index.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import { barEndMs, TIMEFRAME_BIT, type Timeframes } from '../../domain/market/timeframe.ts'
import { SETUPS } from '../../domain/venom/setups/index.ts'
import type { Desk } from '../desk.ts'
import { recordEnded } from '../missions/candidate-desk.ts'
import { endGhosts } from '../missions/ghost-desk.ts'
import { watchAccount } from '../guards/watch-account.ts'
import { consider, expireMissions, reviewMissions } from '../missions/mission-desk.ts'
import { withdrawInvalidated } from '../orders/withdraw-desk.ts'
import { readAgain } from './read-history.ts'
import type { SymbolDesk } from './symbol-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** Market time never runs backwards while a terminal is linked; what expires by it expires here. */
export function advance(desk: Desk, terminal: TerminalDesk, marketMs: number): void {
  if (marketMs <= terminal.marketMs) return
  const isFirst = terminal.marketMs === 0
  terminal.marketMs = marketMs
  if (isFirst) readAgain(desk, terminal)
  if (marketMs >= terminal.nextExpiryMs) expireMissions(desk, terminal)
  if (marketMs >= terminal.guardsDueMs) watchAccount(desk, terminal)
}

/**
 * One tick through the whole engine: market clock → bars → regime → setups → overlay → confidence → value → mission, or a
 * recorded reason why not. The same code runs live, in replay and in the lab.
 */
export function onTick(
  desk: Desk,
  terminal: TerminalDesk,
  symbol: SymbolDesk,
  timeMs: number,
  bid: number,
  ask: number,
): void {
  if (timeMs <= symbol.knownUntilMs) return
  terminal.ticks++
  if (!symbol.market.admits(timeMs, bid, ask)) {
    terminal.faults++
    return
  }
  const closed = symbol.tick(timeMs, bid, ask)
  if (symbol.hasWaitedLong) storeMinutes(desk, terminal, symbol, symbol.warmed())
  terminal.tickMs = Math.max(terminal.tickMs, timeMs)
  advance(desk, terminal, timeMs)
  endGhosts(desk, symbol)
  if (closed !== 0) onClosed(desk, terminal, symbol, closed)
}

/** What closed with one tick, longest timeframe last: kept, judged by the missions that wait, and shown to every setup. */
function onClosed(desk: Desk, terminal: TerminalDesk, symbol: SymbolDesk, closed: Timeframes): void {
  const { series } = symbol.market.bars
  symbol.regime.heed(desk.calendars.of(terminal), symbol.spec.pair, terminal.marketMs)
  if (closed & TIMEFRAME_BIT.M1) storeMinutes(desk, terminal, symbol, [series.M1.bar(0)])
  if (closed & TIMEFRAME_BIT.M5) {
    reviewMissions(desk, terminal, symbol, series.M5.close(0))
    withdrawInvalidated(desk, terminal, symbol, series.M5.close(0))
  }
  for (const setup of SETUPS) {
    if ((closed & TIMEFRAME_BIT[setup.timeframe]) === 0) continue
    consider(desk, terminal, symbol, setup, barEndMs(setup.timeframe, series[setup.timeframe].openMs(0)))
  }
}

/** Minutes that closed, from ticks or from the terminal's history: what they end is recorded, and they are kept. */
export function storeMinutes(
  desk: Desk,
  terminal: TerminalDesk,
  symbol: SymbolDesk,
  minutes: readonly Bar[],
): void {
  if (minutes.length === 0) return
  for (const minute of minutes) recordEnded(desk, terminal, symbol, minute)
  const bars = minutes.map(bar => ({ ...bar, openMs: bar.openMs as EpochMs }))
  desk.ports.bars.write(terminal.id, symbol.spec.pair, symbol.spec.digits, bars)
}
