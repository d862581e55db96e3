import type { CalendarEvent } from '../../contracts/wire/index.ts'
import type { KnownCalendar } from './known-calendar.ts'
import { CURRENCIES, firstFrom } from './pair-news.ts'

/** Announcements of such importance keep shots back around them. */
type LoudEvent = CalendarEvent & Readonly<{ importance: 'high' | 'moderate' }>

/** A calendar is never written again, and a view asks four times a second. */
const remembered = new WeakMap<KnownCalendar, readonly LoudEvent[]>()

/** The next announcements that keep shots on a pair of the desk back: high or moderate, and of a known hour. Soonest first. */
export function comingNews(calendar: KnownCalendar, marketMs: number, most: number): readonly LoudEvent[] {
  const events =
    remembered.get(calendar) ?? calendar.events.filter(isLoud).toSorted((a, b) => a.timeMs - b.timeMs)
  remembered.set(calendar, events)
  const next = firstFrom(events, marketMs)
  return events.slice(next, next + most)
}

const isLoud = (event: CalendarEvent): event is LoudEvent =>
  event.exact &&
  CURRENCIES.has(event.currency) &&
  (event.importance === 'high' || event.importance === 'moderate')
