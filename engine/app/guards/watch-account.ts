import type { EpochMs } from '../../contracts/index.ts'
import type { EventOf } from '../../contracts/events.ts'
import type { Account } from '../../contracts/wire/index.ts'
import { nextTradingDayMs } from '../../domain/fire/guards/daily.ts'
import { isNewPeak } from '../../domain/fire/guards/drawdown.ts'
import { isNewTrough } from '../../domain/debrief/trough.ts'
import type { Standing } from '../../domain/fire/guards/figures.ts'
import { causes } from '../../domain/fire/guards/standing.ts'
import { isAmong } from '../../domain/fire/prop-limits.ts'
import { tradingDayMs } from '../../domain/market/session-clock.ts'
import { heldLimits } from '../book/limits-desk.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import type { RaisedGuard } from './account-book.ts'
import { accountBook, dayBegan, figuresOf, paidIn } from './guards-of.ts'

/**
 * Looks at the account of a terminal: writes down what it was worth when the day began, where it stood highest and how low it fell
 * from there, raises the guards that have a cause, and ends those whose time is over. Called whenever a terminal has told
 * something; it writes only what is new. One that is gone says nothing: its clock stands still while the account goes on at another.
 */
export function watchAccount(desk: Desk, terminal: TerminalDesk): void {
  const { up, account, hello, marketMs } = terminal
  // A day that began before 1970 is on no clock that was ever set.
  if (!up || !account || account.kind !== hello.kind || tradingDayMs(marketMs) < 0) return
  markEquity(desk, terminal, account)
  raise(desk, terminal)
  end(desk, terminal)
  const times = [...accountBook(desk, terminal).raised.values()].flatMap(({ untilMs }) => untilMs ?? [])
  terminal.guardsDueMs = Math.min(nextTradingDayMs(marketMs), ...times.filter(atMs => atMs > marketMs))
}

const ofAccount = ({ id, hello }: TerminalDesk) => ({
  terminal: id,
  account: hello.kind,
  loginHash: hello.loginHash,
})

function markEquity(desk: Desk, terminal: TerminalDesk, account: Account): void {
  const { balance: balanceCents, equity: equityCents, transfers: transfersCents } = account
  const mark = (why: EventOf<'equityMarked'>['why']) =>
    desk.record({
      kind: 'equityMarked',
      atMs: desk.timeAt(terminal.id),
      ...ofAccount(terminal),
      why,
      dayMs: tradingDayMs(terminal.marketMs) as EpochMs,
      balanceCents,
      equityCents,
      ...(transfersCents !== undefined && { transfersCents }),
    })
  if (mustMarkDay(desk, terminal, account)) mark('day')
  const { peak, lowestCents } = accountBook(desk, terminal)
  const own = equityCents - (paidIn(desk, terminal).sincePeak ?? 0)
  if (isNewPeak(own, peak?.equityCents ?? null)) mark('peak')
  else if (peak && isNewTrough(own, peak.equityCents, lowestCents)) mark('trough')
}

/** The turn of a day is marked, also when a clock that ran ahead has marked that day with less. */
function mustMarkDay(desk: Desk, terminal: TerminalDesk, { balance, equity }: Account): boolean {
  const began = dayBegan(desk, terminal)
  const today = tradingDayMs(terminal.marketMs)
  const hasTurned = terminal.watchedDayMs > 0 && terminal.watchedDayMs < today
  terminal.watchedDayMs = today
  if (!began) return true
  const paid = paidIn(desk, terminal).sinceDay ?? 0
  return hasTurned && (balance - paid > began.balanceCents || equity - paid > began.equityCents)
}

function raise(desk: Desk, terminal: TerminalDesk): void {
  for (const { guard, untilMs, text, value, limit } of causes(figuresOf(desk, terminal))) {
    const known = accountBook(desk, terminal).raised.get(guard)
    if (known && (known.untilMs ?? 0) >= (untilMs ?? 0) && !isOfOldLimit(desk, terminal, known)) continue
    desk.record({
      kind: 'guardRaised',
      atMs: desk.timeAt(terminal.id),
      ...ofAccount(terminal),
      guard,
      untilMs: untilMs as EpochMs | null,
      text,
      value,
      limit,
    })
  }
}

function end(desk: Desk, terminal: TerminalDesk): void {
  const now = causes(figuresOf(desk, terminal))
  for (const raised of accountBook(desk, terminal).raised.values()) {
    const why = whyOver(desk, terminal, raised, now)
    if (why === null) continue
    desk.record({
      kind: 'guardEnded',
      atMs: desk.timeAt(terminal.id),
      ...ofAccount(terminal),
      guard: raised.guard,
      why,
    })
  }
}

/** Why a raised guard is over; null: it stands. A cause that is still there keeps every guard up. */
function whyOver(
  desk: Desk,
  terminal: TerminalDesk,
  raised: RaisedGuard,
  now: readonly Standing[],
): string | null {
  const { guard, untilMs, isOver } = raised
  if (isOver || now.some(cause => cause.guard === guard)) return null
  if (untilMs !== null) return terminal.marketMs >= untilMs ? 'Its time is over.' : null
  if (guard === 'TILT_WARNING') return 'A trade was won.'
  return isOfOldLimit(desk, terminal, raised) ? 'The trader has set another drawdown limit.' : null
}

/** A drawdown limit that was overrun, and that does not hold any more. */
function isOfOldLimit(desk: Desk, terminal: TerminalDesk, { guard, drawdowns }: RaisedGuard): boolean {
  const held = heldLimits(desk, terminal).prop.drawdowns
  return guard === 'DRAWDOWN_STOP' && !drawdowns.some(each => isAmong(held, each))
}
