import type { Pair } from '../../contracts/pairs.ts'
import type { ShotInputs } from '../../domain/fire/shot.ts'
import { HOUR_MS, MINUTE_MS } from '../../domain/market/civil.ts'
import { tradingDayMs } from '../../domain/market/session-clock.ts'
import type { Desk } from '../desk.ts'
import { accountBook } from '../guards/guards-of.ts'
import { openBook, type Held } from './open-book.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** What the gate must know of what is open and what was fired on this account before one more shot on `pair`. */
export function bookFor(
  desk: Desk,
  terminal: TerminalDesk,
  pair: Pair,
  symbol: string,
  book: readonly Held[] = openBook(desk, terminal),
): ShotInputs['book'] {
  const ours = book.filter(({ is }) => is !== 'external')
  const unknown = book.find(({ riskCents }) => riskCents === null)
  return {
    openTrades: ours.length,
    openRiskCents: book.reduce((sum, { riskCents }) => sum + (riskCents ?? 0), 0),
    unknownRisk: unknown ? `${unknown.symbol} ${unknown.side} ${unknown.lots}` : null,
    symbolTaken: ours.some(held => held.pair === pair || held.symbol === symbol),
    nettingTaken:
      terminal.hello.margin === 'netting' &&
      book.some(held => held.is === 'external' && held.symbol === symbol),
    otherTerminal: isOtherTerminalOpen(desk, terminal),
    ...shotsBefore(desk, terminal, pair),
  }
}

type Shots = 'shotsToday' | 'autoShotsToday' | 'firesLastMinute' | 'sinceFireOfSymbolMs'

function shotsBefore(desk: Desk, terminal: TerminalDesk, pair: Pair): Pick<ShotInputs['book'], Shots> {
  const { marketMs } = terminal
  const { fired } = accountBook(desk, terminal)
  const dayMs = tradingDayMs(marketMs)
  const fromMs = Math.min(dayMs, marketMs - HOUR_MS)
  // Oldest first, and only the newest matter: a busy account has thousands behind them.
  const recent = fired.slice(fired.findLastIndex(({ atMs }) => atMs < fromMs) + 1)
  const today = recent.filter(({ atMs }) => atMs >= dayMs)
  const lastOfPairMs = recent.findLast(shot => shot.pair === pair)?.atMs
  return {
    shotsToday: today.length,
    autoShotsToday: today.filter(({ origin }) => origin === 'auto').length,
    firesLastMinute: recent.filter(({ atMs }) => marketMs - atMs < MINUTE_MS).length,
    sinceFireOfSymbolMs: lastOfPairMs === undefined ? null : marketMs - lastOfPairMs,
  }
}

/** Practice and trading do not count against each other, and an account is one, whichever terminal shows it. */
function isOtherTerminalOpen({ state, terminals }: Desk, { id, hello }: TerminalDesk): boolean {
  for (const open of state.exposed) {
    const order = state.orders.get(open)
    if (!order || order.recorded.terminal === id || order.loginHash === hello.loginHash) continue
    const other = terminals.get(order.recorded.terminal)
    const isPractice = order.recorded.account === 'simulated'
    if (other?.up && other.hello.loginHash === order.loginHash && isPractice === (hello.kind === 'simulated'))
      return true
  }
  return false
}
