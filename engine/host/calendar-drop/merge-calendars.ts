import type { Calendar, CalendarEvent } from '../../contracts/wire/index.ts'
import { IMPORTANCES } from '../../contracts/wire/index.ts'
import { EpochMs, Ticket } from '../../contracts/primitives.ts'
import type { Announcement, FileCalendar } from './read-calendar.ts'

const MINUTE_MS = 60_000

/**
 * All files as calendars whose days do not touch, by time. The same minute, currency and name is one announcement, with the
 * highest importance that any file gives it.
 */
export function mergeCalendars(files: readonly FileCalendar[]): readonly Calendar[] {
  const spans: FileCalendar[] = []
  for (const file of files.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = spans.at(-1)
    if (!last || file.fromMs > last.toMs) spans.push(file)
    else spans[spans.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, file.toMs), rows: [...last.rows, ...file.rows] } // prettier-ignore
  }
  return spans.map(({ fromMs, toMs, rows }) => ({
    available: true,
    fromMs: EpochMs.parse(fromMs),
    toMs: EpochMs.parse(toMs),
    events: eventsOf(rows),
  }))
}

function eventsOf(rows: readonly Announcement[]): CalendarEvent[] {
  const byKey = new Map<string, Announcement>()
  for (const row of rows) {
    const key = `${Math.floor(row.timeMs / MINUTE_MS)} ${row.currency} ${row.name.toLowerCase()}`
    const known = byKey.get(key)
    if (!known || rank(row) > rank(known)) byKey.set(key, row)
  }
  return [...byKey.values()]
    .toSorted((a, b) => a.timeMs - b.timeMs)
    .map(({ timeMs, currency, importance, name }, at) => ({
      id: Ticket.parse(String(at + 1)),
      timeMs: EpochMs.parse(timeMs),
      exact: true,
      currency,
      importance,
      name,
    }))
}

const rank = ({ importance }: Announcement): number => IMPORTANCES.indexOf(importance)
