import type { AccountFigures, PaidIn, Standing } from '../../domain/fire/guards/figures.ts'
import { standing } from '../../domain/fire/guards/standing.ts'
import { tradingDayMs } from '../../domain/market/session-clock.ts'
import { accountKey } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import { heldLimits, limitsOf } from '../book/limits-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { emptyBook, paidSince, type AccountBook, type DayMark, type RaisedGuard } from './account-book.ts'

const NOTHING: AccountBook = emptyBook()

/** What is remembered of the account that a terminal is on. */
export const accountBook = ({ state }: Desk, { hello }: TerminalDesk): Readonly<AccountBook> =>
  state.accounts.get(accountKey(hello.loginHash, hello.kind)) ?? NOTHING

/** The account where the present trading day began; null: it is not on record. */
export function dayBegan(desk: Desk, terminal: TerminalDesk): DayMark | null {
  const today = tradingDayMs(terminal.marketMs)
  return accountBook(desk, terminal).days.find(({ dayMs }) => dayMs === today) ?? null
}

export function netTodayCents(desk: Desk, terminal: TerminalDesk): number {
  const dayMs = tradingDayMs(terminal.marketMs)
  const { results } = accountBook(desk, terminal)
  return results.reduce((sum, { closeMs, netCents }) => (closeMs >= dayMs ? sum + netCents : sum), 0)
}

/** Nothing of it is known where the terminal does not tell. */
export function paidIn(desk: Desk, terminal: TerminalDesk): PaidIn {
  const { peak, firstTransfersCents } = accountBook(desk, terminal)
  const now = terminal.account?.transfers ?? null
  return {
    sinceDay: paidSince(dayBegan(desk, terminal), now),
    sincePeak: paidSince(peak, now),
    sinceFirst: paidSince({ transfersCents: firstTransfersCents }, now),
  }
}

export function figuresOf(desk: Desk, terminal: TerminalDesk): AccountFigures {
  const { peak, lossesInARow, lastLossMs } = accountBook(desk, terminal)
  return {
    marketMs: terminal.marketMs,
    equityCents: terminal.account?.equity ?? null,
    dayBegan: dayBegan(desk, terminal),
    peakCents: peak?.equityCents ?? null,
    paidIn: paidIn(desk, terminal),
    netTodayCents: netTodayCents(desk, terminal),
    lossesInARow,
    lastLossMs,
    dailyLossPct: limitsOf(desk, terminal).dailyLossPct,
    prop: heldLimits(desk, terminal).prop,
  }
}

/** A guard whose time was over on a clock that ran ahead stands again, once the clock is right. */
const isStanding = ({ isOver, untilMs }: RaisedGuard, marketMs: number): boolean =>
  !isOver || (marketMs > 0 && untilMs !== null && marketMs < untilMs)

/** Guards of a terminal's account that stand now. */
export function guardsOf(desk: Desk, terminal: TerminalDesk): Standing[] {
  const raised = [...accountBook(desk, terminal).raised.values()]
  return standing(
    figuresOf(desk, terminal),
    raised.filter(guard => isStanding(guard, terminal.marketMs)),
  )
}
