import { isMarketOpen } from '../market/session-clock.ts'
import { award } from './award.ts'
import type { KindBook } from './campaign-book.ts'
import { payAtTurnOfDay, payAtTurnOfWeek, weekName } from './challenges.ts'
import { emptyDay, emptyWeek, isBroken, isKept, type DayFacts } from './day-facts.ts'
import { dayName, endOfDay, weekOf } from './day-name.ts'
import { XP } from './xp.ts'

/**
 * A trading day is on record: those before it are over and paid. A clock that goes back turns nothing, and what comes meanwhile counts
 * for the day that was told last: no day is paid twice, and none is made up afterwards. A weekend belongs to its Friday.
 */
export function turnTo(book: KindBook, dayMs: number): void {
  if (dayMs <= book.day.dayMs || !isMarketOpen(dayMs)) return
  const weekMs = weekOf(dayMs)
  if (book.day.dayMs > 0) endDay(book)
  if (book.week.weekMs > 0 && weekMs !== book.week.weekMs) endWeek(book)
  if (weekMs !== book.week.weekMs) book.week = emptyWeek(weekMs)
  book.day = emptyDay(dayMs)
}

function endDay(book: KindBook): void {
  const { day, week } = book
  const name = dayName(day.dayMs)
  const atMs = endOfDay(day.dayMs)
  payAtTurnOfDay(book, atMs)
  const hasStoodDown = [...day.logins.values()].some(({ tilt }) => tilt === 'watched')
  if (hasStoodDown) award(book, { key: `stood-down:${name}`, reason: 'STOOD_DOWN', xp: XP.STOOD_DOWN, atMs })
  if (day.acts > 0 && day.rulesBroken === 0) week.cleanDays++
  if (book.calendar.has(name)) return
  book.calendar.set(name, isKept(day) ? 'kept' : isBroken(day) ? 'broken' : 'quiet')
  if (isKept(day)) {
    week.daysKept++
    award(book, { key: `day:${name}`, reason: 'DAY_KEPT', xp: XP.DAY_KEPT, atMs })
  }
  book.streak = streakAfter(book, day)
}

/** Days that were missed, or on which nothing was debriefed, are forgiven: only a broken one ends a streak. */
function streakAfter({ streak: { days, best } }: KindBook, day: DayFacts): KindBook['streak'] {
  if (isBroken(day)) return { days: 0, best }
  const now = days + (isKept(day) ? 1 : 0)
  return { days: now, best: Math.max(best, now) }
}

function endWeek(book: KindBook): void {
  const { week, day } = book
  const atMs = endOfDay(day.dayMs)
  payAtTurnOfWeek(book, atMs)
  if (week.daysKept > 0 && week.rulesBroken === 0)
    award(book, { key: `${weekName(week)}`, reason: 'WEEK_KEPT', xp: XP.WEEK_KEPT, atMs })
}
