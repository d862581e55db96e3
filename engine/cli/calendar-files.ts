import { readFileSync } from 'node:fs'
import type { LabCalendar } from '../contracts/lab-port.ts'
import { mergeCalendars } from '../host/calendar-drop/merge-calendars.ts'
import { readCalendar, type FileCalendar } from '../host/calendar-drop/read-calendar.ts'
import { failed, type Failure } from './outcome.ts'

type Read = Readonly<{ is: 'read'; calendar: LabCalendar }> | Failure

/** All announcements of the files as one calendar, from its first day to its last; null without a file. */
export function calendarOf(files: readonly string[]): Read | null {
  const read: FileCalendar[] = []
  for (const file of files) {
    const text = textOf(file)
    if (text === null)
      return failed('CANNOT_READ', `${file} cannot be read. Check that it is there and yours`)
    const calendar = readCalendar(file, text)
    if (calendar.is === 'refused') return failed('CALENDAR_INVALID', calendar.text)
    read.push(...calendar.stretches)
  }
  const spans = mergeCalendars(read)
  const [whole, next] = spans
  if (whole === undefined) return null
  if (next !== undefined) {
    const day = new Date(next.fromMs).toISOString().slice(0, 10)
    return failed(
      'CALENDAR_HOLE',
      `The calendar files leave days out before ${day}. Give files that join, or JSON that says what it covers`,
    )
  }
  const { fromMs, toMs, events } = whole
  return { is: 'read', calendar: { fromMs, toMs, events: [...events], source: 'file' } }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
