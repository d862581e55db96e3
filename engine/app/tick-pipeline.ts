import type { EpochMs } from '../contracts/index.ts'
import { TIMEFRAME_MS, type Timeframe } from '../domain/market/timeframe.ts'
import { zFade } from '../domain/venom/z-fade.ts'
import type { Setup } from '../domain/venom/setup.ts'
import type { Desk } from './desk.ts'
import { consider, expireMissions, invalidateMissions } from './mission-desk.ts'
import type { ClosedBar, SymbolDesk } from './symbol-desk.ts'
import type { TerminalDesk } from './terminal-desk.ts'

const SETUPS: readonly Setup[] = [zFade]

/** Market time never runs backwards; what expires by it expires here. */
export function advance(desk: Desk, terminal: TerminalDesk, marketMs: number): void {
  if (marketMs <= terminal.marketMs) return
  terminal.marketMs = marketMs
  if (marketMs >= terminal.nextExpiryMs) expireMissions(desk, terminal)
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
  if (timeMs < symbol.market.tickMs) {
    terminal.faults++
    return
  }
  const closed = symbol.tick(timeMs, bid, ask)
  if (symbol.hasWaitedLong) onClosed(desk, terminal, symbol, symbol.warmed(), false)
  advance(desk, terminal, timeMs)
  if (closed.length > 0) onClosed(desk, terminal, symbol, closed, true)
}

/** Bars that closed together, smallest timeframe first. `live` is false while the history of a terminal is read. */
export function onClosed(
  desk: Desk,
  terminal: TerminalDesk,
  symbol: SymbolDesk,
  closed: readonly ClosedBar[],
  live: boolean,
): void {
  storeMinutes(desk, terminal, symbol, closed)
  for (const { timeframe, bar } of closed) {
    if (timeframe === 'M15') symbol.regime.onQuarterHour(symbol.market, bar.openMs + TIMEFRAME_MS.M15)
  }
  if (!live) return
  for (const { timeframe, bar } of closed) {
    const closeMs = bar.openMs + TIMEFRAME_MS[timeframe]
    if (timeframe === 'M5') invalidateMissions(desk, terminal, symbol, bar.close)
    for (const setup of setupsOf(timeframe)) consider(desk, terminal, symbol, setup, closeMs)
  }
}

const setupsOf = (timeframe: Timeframe): readonly Setup[] =>
  SETUPS.filter(setup => setup.timeframe === timeframe)

function storeMinutes(
  desk: Desk,
  terminal: TerminalDesk,
  symbol: SymbolDesk,
  closed: readonly ClosedBar[],
): void {
  const minutes = closed.filter(entry => entry.timeframe === 'M1').map(entry => entry.bar)
  if (minutes.length === 0) return
  const bars = minutes.map(bar => ({ ...bar, openMs: bar.openMs as EpochMs }))
  desk.ports.bars.write(terminal.id, symbol.spec.pair, symbol.spec.digits, bars)
}
