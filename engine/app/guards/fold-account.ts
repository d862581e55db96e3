import type { EventOf } from '../../contracts/events.ts'
import type { AccountKind } from '../../contracts/index.ts'
import { DAY_MS } from '../../domain/market/civil.ts'
import { accountKey, type DeskState } from '../desk-state.ts'
import { emptyBook, type AccountBook } from './account-book.ts'

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

/** A trade that came out even neither adds to a row of losses nor ends it. */
export function countResult(desk: DeskState, { trade }: EventOf<'tradeClosed'>): void {
  const { closeMs, netCents, order, kind } = trade
  const book = bookOf(desk, desk.orders.get(order)?.loginHash ?? '', kind)
  while (book.results[0] && closeMs - book.results[0].closeMs > REMEMBERED_MS) book.results.shift()
  book.results.push({ closeMs, netCents })
  if (netCents > 0) book.lossesInARow = 0
  if (netCents >= 0) return
  book.lossesInARow++
  book.lastLossMs = closeMs
}

export function equityMarked(desk: DeskState, event: EventOf<'equityMarked'>): void {
  const { loginHash, account, why, dayMs, balanceCents, equityCents } = event
  const book = bookOf(desk, loginHash, account)
  if (why === 'day') book.day = { dayMs, balanceCents, equityCents }
  book.peakCents = Math.max(book.peakCents ?? equityCents, equityCents)
}

export function guardRaised(desk: DeskState, event: EventOf<'guardRaised'>): void {
  const { loginHash, account, guard, untilMs, text, value, limit } = event
  const drawdown = guard === 'DRAWDOWN_STOP' ? desk.settings.prop.maxDrawdown : null
  bookOf(desk, loginHash, account).raised.set(guard, { guard, untilMs, text, value, limit, drawdown })
}

export function guardEnded(desk: DeskState, { loginHash, account, guard }: EventOf<'guardEnded'>): void {
  bookOf(desk, loginHash, account).raised.delete(guard)
}
