import type { Pair } from '../../contracts/pairs.ts'
import { baseOf, quoteOf } from '../../contracts/pairs.ts'
import type { Denial, Refusal } from '../../contracts/vocabulary.ts'
import type { Calendar, CalendarEvent } from '../../contracts/wire/index.ts'
import { MINUTE_MS } from '../market/civil.ts'

/** No entries so long before and after an announcement of either currency (rules of engagement, overlay). */
const SILENCE_MS: Record<CalendarEvent['importance'], number> = {
  high: 15 * MINUTE_MS,
  moderate: 10 * MINUTE_MS,
  low: 0,
  none: 0,
}
const LONGEST_MS = SILENCE_MS.high

type NewsReason = Refusal & Denial

/** What the calendar says against an entry now, for a mission when it is made and for its shot when it is fired. */
export function news(calendar: Calendar | null, pair: Pair, marketMs: number): NewsReason[] {
  if (!calendar?.available || !covers(calendar, marketMs)) {
    const text = 'The terminal has told no economic calendar of now, so news cannot be ruled out.'
    return [{ code: 'CALENDAR_MISSING', text, value: null, limit: null }]
  }
  return calendar.events.filter(event => isNear(event, pair, marketMs)).map(event => near(event, marketMs))
}

const covers = ({ fromMs, toMs }: Calendar, marketMs: number): boolean =>
  fromMs <= marketMs - LONGEST_MS && marketMs + LONGEST_MS < toMs

/** An announcement whose hour the calendar does not know cannot be kept clear of; it does not close the whole day. */
function isNear(
  { exact, currency, importance, timeMs }: CalendarEvent,
  pair: Pair,
  marketMs: number,
): boolean {
  const isOurs = currency === baseOf(pair) || currency === quoteOf(pair)
  return exact && isOurs && Math.abs(timeMs - marketMs) < SILENCE_MS[importance]
}

function near({ currency, importance, name, timeMs }: CalendarEvent, marketMs: number): NewsReason {
  const minutes = Math.round(Math.abs(timeMs - marketMs) / MINUTE_MS)
  const when = timeMs > marketMs ? `in ${minutes} min` : `${minutes} min ago`
  const limitMs = SILENCE_MS[importance]
  const text = `${currency} ${name} (${importance}) ${when}; no entries within ${limitMs / MINUTE_MS} min of it.`
  return { code: 'NEWS_NEAR', text, value: Math.abs(timeMs - marketMs), limit: limitMs }
}
