import type { Pair } from '../../contracts/pairs.ts'
import type { Denial, Refusal } from '../../contracts/vocabulary.ts'
import type { CalendarEvent } from '../../contracts/wire/index.ts'
import { MINUTE_MS } from '../market/civil.ts'
import type { KnownCalendar } from './known-calendar.ts'
import { firstFrom, pairNews } from './pair-news.ts'

/** No entries so long before and after an announcement of either currency (rules of engagement, overlay). */
const SILENCE_MS: Readonly<Record<CalendarEvent['importance'], Readonly<{ before: number; after: number }>>> =
  {
    high: { before: 15 * MINUTE_MS, after: 15 * MINUTE_MS },
    moderate: { before: 10 * MINUTE_MS, after: 0 },
    low: { before: 0, after: 0 },
    none: { before: 0, after: 0 },
  }
const LONGEST_MS = SILENCE_MS.high.before

type NewsReason = Refusal & Denial

/** What the calendar says against an entry now, for a mission when it is made and for its shot when it is fired. */
export function news(calendar: KnownCalendar | null, pair: Pair, marketMs: number): NewsReason[] {
  if (!calendar || !covers(calendar, marketMs)) {
    const text =
      'Neither the terminal nor a file has told the announcements of now, so news cannot be ruled out.'
    return [{ code: 'CALENDAR_MISSING', text, value: null, limit: null }]
  }
  const { all } = pairNews(calendar, pair)
  const around = all.slice(firstFrom(all, marketMs - LONGEST_MS), firstFrom(all, marketMs + LONGEST_MS))
  return around.filter(event => isNear(event, marketMs)).map(event => near(event, marketMs))
}

/**
 * Milliseconds to the nearest announcement of high importance for either currency, before or after; where there is none,
 * to the end of what is known. Null: now is not known.
 */
export function newsDistanceMs(calendar: KnownCalendar | null, pair: Pair, marketMs: number): number | null {
  if (!calendar || !covers(calendar, marketMs)) return null
  const { loud } = pairNews(calendar, pair)
  const next = firstFrom(loud, marketMs)
  const away = [loud[next - 1], loud[next]].flatMap(event =>
    event ? [Math.abs(event.timeMs - marketMs)] : [],
  )
  return Math.min(marketMs - calendar.fromMs, calendar.toMs - marketMs, ...away)
}

const covers = ({ fromMs, toMs }: KnownCalendar, marketMs: number): boolean =>
  fromMs <= marketMs - LONGEST_MS && marketMs + LONGEST_MS < toMs

function isNear({ importance, timeMs }: CalendarEvent, marketMs: number): boolean {
  const { before, after } = SILENCE_MS[importance]
  return timeMs >= marketMs ? timeMs - marketMs < before : marketMs - timeMs < after
}

function near({ currency, importance, name, timeMs }: CalendarEvent, marketMs: number): NewsReason {
  const awayMs = Math.abs(timeMs - marketMs)
  const isAhead = timeMs >= marketMs
  const minutes = Math.round(awayMs / MINUTE_MS)
  const limitMs = SILENCE_MS[importance][isAhead ? 'before' : 'after']
  const when = isAhead ? `in ${minutes} min` : `${minutes} min ago`
  const text = `${currency} ${name} (${importance}) ${when}; no entries within ${limitMs / MINUTE_MS} min of it.`
  return { code: 'NEWS_NEAR', text, value: awayMs, limit: limitMs }
}
