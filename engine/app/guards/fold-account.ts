import type { EventOf } from '../../contracts/events.ts'
import type { AccountKind } from '../../contracts/index.ts'
import { ownLimits, tighterOf, type OwnLimits } from '../../domain/fire/own-limits.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { accountKey, type DeskState } from '../desk-state.ts'
import { tradingDayMs } from '../../domain/market/session-clock.ts'
import {
  emptyBook,
  paidSince,
  type AccountBook,
  type DayMark,
  type Mark,
  type RaisedGuard,
} from './account-book.ts'
import { freeze, frozenDay, tighten } from './frozen-limits.ts'

/** Older shots and results no longer count towards any limit. */
const REMEMBERED_MS = 2 * DAY_MS

/** Made when something of the account is first told. */
function bookOf(desk: DeskState, loginHash: string, kind: AccountKind): AccountBook {
  const key = accountKey(loginHash, kind)
  const book = desk.accounts.get(key) ?? emptyBook()
  desk.accounts.set(key, book)
  return book
}

export function countShot(desk: DeskState, event: EventOf<'orderRecorded'>): void {
  const { terminal, account, pair, atMs, origin } = event
  const { fired } = bookOf(desk, desk.logins.get(terminal) ?? '', account)
  while (fired[0] && atMs - fired[0].atMs > REMEMBERED_MS) fired.shift()
  fired.push({ pair, atMs, origin })
}

/** A trade that came out even neither adds to a row of losses nor ends it. Nor does a test fire, whose money counts all the same. */
export function countResult(desk: DeskState, { trade }: EventOf<'tradeClosed'>, isTest: boolean): void {
  const { closeMs, netCents, order, kind } = trade
  const book = bookOf(desk, desk.orders.get(order)?.loginHash ?? '', kind)
  while (book.results[0] && closeMs - book.results[0].closeMs > REMEMBERED_MS) book.results.shift()
  book.results.push({ closeMs, netCents })
  if (!isTest) countRow(book, closeMs, netCents)
  if (netCents >= 0) return
  freeze(book, tradingDayMs(closeMs), tightestSince(desk, closeMs))
}

function countRow(book: AccountBook, closeMs: number, netCents: number): void {
  if (netCents > 0) book.lossesInARow = 0
  if (netCents >= 0) return
  book.lossesInARow++
  book.lastLossMs = closeMs
}

export function equityMarked(desk: DeskState, event: EventOf<'equityMarked'>): void {
  const { loginHash, account, why, dayMs, balanceCents, equityCents, transfersCents = null } = event
  const book = bookOf(desk, loginHash, account)
  const mark = { equityCents, transfersCents }
  if (why === 'day') book.days = withDay(book.days, { ...mark, dayMs, balanceCents })
  markPeak(book, mark)
  book.firstTransfersCents ??= transfersCents
  const outlivesDay = ({ isOver, untilMs }: RaisedGuard): boolean =>
    !isOver && (untilMs === null || untilMs > dayMs)
  if (why === 'day' && [...book.raised.values()].some(outlivesDay))
    freeze(book, dayMs, ownLimits(desk.settings))
}

/** As many changes of the settings in one outage are more than a person makes. */
const FORMER = 50

/** In the ledger at once, and tighter ones at once in force. */
export function settingsApplied(desk: DeskState, { settings, atMs }: EventOf<'settingsApplied'>): void {
  desk.formerLimits = [...desk.formerLimits, { untilMs: atMs, own: ownLimits(desk.settings) }].slice(-FORMER)
  desk.settings = settings
  for (const book of desk.accounts.values()) tighten(book, ownLimits(settings))
}

/** A loss may be told long after it was made, and looser limits have been set meanwhile, with the desk closed. */
const tightestSince = ({ formerLimits, settings }: DeskState, sinceMs: number): OwnLimits =>
  formerLimits
    .filter(({ untilMs }) => untilMs > sinceMs)
    .reduce((tightest: OwnLimits, { own }) => tighterOf(tightest, own), ownLimits(settings))

function markPeak(book: AccountBook, mark: Mark): void {
  const before = book.peak
  book.peak = before === null ? mark : higherOf(before, mark)
  const own = mark.equityCents - (paidSince(before, mark.transfersCents) ?? 0)
  book.lowestCents = book.peak === mark ? null : Math.min(own, book.lowestCents ?? own)
}

/**
 * By results: what was paid in or out between the two is no part of it. A highest of before the terminal told what was paid in
 * counts from the first word of it.
 */
function higherOf(peak: Mark, mark: Mark): Mark {
  const reached = mark.equityCents - (paidSince(peak, mark.transfersCents) ?? 0)
  return reached > peak.equityCents
    ? mark
    : { ...peak, transfersCents: peak.transfersCents ?? mark.transfersCents }
}

const REMEMBERED_DAYS = 3

/** No day takes the place of another. Marked twice, a day began with the more: the stricter of the two. */
function withDay(days: readonly DayMark[], mark: DayMark): readonly DayMark[] {
  const known = days.find(({ dayMs }) => dayMs === mark.dayMs) ?? mark
  const paid = paidSince(known, mark.transfersCents) ?? 0
  const begin = {
    dayMs: mark.dayMs,
    balanceCents: Math.max(known.balanceCents + paid, mark.balanceCents),
    equityCents: Math.max(known.equityCents + paid, mark.equityCents),
    transfersCents: mark.transfersCents,
  }
  return [...days.filter(({ dayMs }) => dayMs !== mark.dayMs), begin].slice(-REMEMBERED_DAYS)
}

export function guardRaised(desk: DeskState, event: EventOf<'guardRaised'>): void {
  const { loginHash, account, guard, untilMs, text, value, limit, atMs } = event
  const book = bookOf(desk, loginHash, account)
  freeze(book, tradingDayMs(atMs), ownLimits(desk.settings))
  const held = guard === 'DRAWDOWN_STOP' ? frozenDay(book, atMs) : undefined
  const drawdowns = held?.own.prop.drawdowns ?? []
  book.raised.set(guard, { guard, untilMs, text, value, limit, drawdowns, isOver: false })
}

/** One that has ended by its time is kept, since the clock may have been wrong. */
export function guardEnded(desk: DeskState, { loginHash, account, guard }: EventOf<'guardEnded'>): void {
  const { raised } = bookOf(desk, loginHash, account)
  const known = raised.get(guard)
  if (known && known.untilMs !== null) raised.set(guard, { ...known, isOver: true })
  else raised.delete(guard)
}
