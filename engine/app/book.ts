import type { Pair } from '../contracts/pairs.ts'
import type { ShotInputs } from '../domain/fire/shot.ts'
import { HOUR_MS, MINUTE_MS } from '../domain/market/civil.ts'
import { tradingDayMs } from '../domain/market/session-clock.ts'
import type { Desk } from './desk.ts'
import { accountBook } from './guards/guards-of.ts'
import { openBook, openRisk } from './open-book.ts'
import type { TerminalDesk } from './terminal-desk.ts'

/** What the gate must know of what is open and what was fired on this account before one more shot on `pair`. */
export function bookFor(desk: Desk, terminal: TerminalDesk, pair: Pair, symbol: string): ShotInputs['book'] {
  const { marketMs, hello } = terminal
  const book = openBook(desk, terminal)
  const risk = openRisk(desk, terminal, book)
  const { fired } = accountBook(desk, terminal)
  const dayMs = tradingDayMs(marketMs)
  const today = fired.filter(({ atMs }) => atMs >= dayMs)
  const lastOfPairMs = fired.findLast(order => order.pair === pair)?.atMs
  const isHere = (position: Readonly<{ symbol: string }>) => position.symbol === symbol
  return {
    openTrades: book.orders.length + book.unclaimed.length,
    openRiskCents: risk.cents,
    unknownRisk: risk.unknown,
    symbolTaken: book.orders.some(order => order.recorded.pair === pair) || book.unclaimed.some(isHere),
    nettingTaken: hello.margin === 'netting' && book.external.some(isHere),
    otherTerminal: isOtherTerminalOpen(desk, terminal),
    shotsToday: today.length,
    autoShotsToday: today.filter(({ origin }) => origin === 'auto').length,
    firesLastMinute: fired.filter(({ atMs }) => marketMs - atMs < MINUTE_MS).length,
    sinceFireOfSymbolMs:
      lastOfPairMs === undefined || marketMs - lastOfPairMs > HOUR_MS ? null : marketMs - lastOfPairMs,
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
