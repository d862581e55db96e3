/** The trader's own limits, and those of his firm, in a day that went wrong: tightened at once, loosened from the next trading day on. By account. */
import { tighterOf, type OwnLimits } from '../../domain/fire/own-limits.ts'
import { tradingDayMs } from '../../domain/market/session-clock.ts'
import type { AccountBook, FrozenDay } from './account-book.ts'

const REMEMBERED_DAYS = 3

/** From now on nothing gets looser in the trading day that began at `dayMs`. A second time, the tighter of each holds. */
export function freeze(book: AccountBook, dayMs: number, own: OwnLimits): void {
  const known = book.frozen.find(day => day.dayMs === dayMs)
  if (known)
    book.frozen = book.frozen.map(day => (day === known ? { dayMs, own: tighterOf(day.own, own) } : day))
  else book.frozen = [...book.frozen, { dayMs, own }].slice(-REMEMBERED_DAYS)
}

/** Tighter ones hold in every frozen day too. */
export function tighten(book: AccountBook, own: OwnLimits): void {
  book.frozen = book.frozen.map(day => ({ ...day, own: tighterOf(day.own, own) }))
}

/** The frozen day that it is now; before the market's time is known, the last one. */
export const frozenDay = ({ frozen }: Readonly<AccountBook>, marketMs: number): FrozenDay | undefined =>
  marketMs > 0 ? frozen.find(({ dayMs }) => dayMs === tradingDayMs(marketMs)) : frozen.at(-1)
