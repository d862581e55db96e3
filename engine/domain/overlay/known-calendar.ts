import type { Calendar, CalendarEvent } from '../../contracts/wire/index.ts'

/** What is known of announcements, and from whom. */
export type KnownCalendar = Readonly<{
  fromMs: number
  toMs: number
  events: readonly CalendarEvent[]
  source: 'terminal' | 'file' | 'terminal and file'
}>

/**
 * The terminal's calendar, and around it the file's. Inside its span only the terminal is believed; the file fills what
 * lies outside, where the two touch. A file that ends before now covers nothing and so is as good as none.
 */
export function knownCalendar(terminal: Calendar | null, file: Calendar | null): KnownCalendar | null {
  const told = terminal?.available === true ? terminal : null
  const dropped = file?.available === true ? file : null
  if (!told || !dropped) {
    const only = told ?? dropped
    if (!only) return null
    const { fromMs, toMs, events } = only
    return { fromMs, toMs, events, source: told ? 'terminal' : 'file' }
  }
  const touch = dropped.fromMs <= told.toMs && told.fromMs <= dropped.toMs
  if (!touch) return { fromMs: told.fromMs, toMs: told.toMs, events: told.events, source: 'terminal' }
  const outside = dropped.events.filter(({ timeMs }) => timeMs < told.fromMs || timeMs >= told.toMs)
  return {
    fromMs: Math.min(told.fromMs, dropped.fromMs),
    toMs: Math.max(told.toMs, dropped.toMs),
    events: [...told.events, ...outside].toSorted((a, b) => a.timeMs - b.timeMs),
    source: 'terminal and file',
  }
}
