import type { Pair } from '../../contracts/pairs.ts'
import type { Denial, Refusal } from '../../contracts/vocabulary.ts'
import type { CalendarEvent } from '../../contracts/wire/index.ts'
import { MINUTE_MS } from '../market/civil.ts'
import type { KnownCalendar } from './known-calendar.ts'
import { CURRENCIES, firstFrom, pairNews } from './pair-news.ts'

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

/**
 * What the calendar says against an entry now, for a mission when it is made and for its shot when it is fired. `ownMinutes` widens
 * the silence around announcements of high importance, as some prop firms want it; it never narrows it.
 */
export function news(
  calendar: KnownCalendar | null,
  pair: Pair,
  marketMs: number,
  ownMinutes: number | null = null,
): NewsReason[] {
  const highMs = highSilenceMs(ownMinutes)
  if (!calendar || !covers(calendar, marketMs, highMs)) {
    const text =
      'Neither the terminal nor a file has told the announcements of now, so news cannot be ruled out.'
    return [{ code: 'CALENDAR_MISSING', text, value: null, limit: null }]
  }
  const { all } = pairNews(calendar, pair)
  const around = all.slice(firstFrom(all, marketMs - highMs), firstFrom(all, marketMs + highMs))
  return around.filter(event => isNear(event, marketMs, highMs)).map(event => near(event, marketMs, highMs))
}

/** When the silence before the next announcement of the pair's currencies begins; null: none is known. */
export function nextSilenceMs(
  calendar: KnownCalendar | null,
  pair: Pair,
  marketMs: number,
  ownMinutes: number | null,
): number | null {
  if (!calendar) return null
  const highMs = highSilenceMs(ownMinutes)
  const { all } = pairNews(calendar, pair)
  const begins = all.slice(firstFrom(all, marketMs)).flatMap(({ importance, timeMs }) => {
    const { before } = silence(importance, highMs)
    return before > 0 ? [timeMs - before] : []
  })
  return begins.length === 0 ? null : Math.min(...begins)
}

/** An announcement that keeps shots back now, in words, and when it ends. */
export type NewsLock = Readonly<{ text: string; untilMs: number }>

/** Every announcement of a currency of the desk that keeps shots on its pairs back now, oldest first. */
export function newsLocks(
  calendar: KnownCalendar | null,
  marketMs: number,
  ownMinutes: number | null,
): NewsLock[] {
  const highMs = highSilenceMs(ownMinutes)
  return (calendar?.events ?? [])
    .filter(event => event.exact && CURRENCIES.has(event.currency) && isNear(event, marketMs, highMs))
    .map(event => ({
      text: near(event, marketMs, highMs).text,
      untilMs: event.timeMs + silence(event.importance, highMs).after,
    }))
    .toSorted((a, b) => a.untilMs - b.untilMs)
}

const highSilenceMs = (ownMinutes: number | null): number =>
  Math.max(SILENCE_MS.high.before, (ownMinutes ?? 0) * MINUTE_MS)

const silence = (importance: CalendarEvent['importance'], highMs: number) =>
  importance === 'high' ? { before: highMs, after: highMs } : SILENCE_MS[importance]

/**
 * Milliseconds to the nearest announcement of high importance for either currency, before or after; where there is none,
 * to the end of what is known. Null: now is not known.
 */
export function newsDistanceMs(calendar: KnownCalendar | null, pair: Pair, marketMs: number): number | null {
  if (!calendar || !covers(calendar, marketMs, LONGEST_MS)) return null
  const { loud } = pairNews(calendar, pair)
  const next = firstFrom(loud, marketMs)
  const away = [loud[next - 1], loud[next]].flatMap(event =>
    event ? [Math.abs(event.timeMs - marketMs)] : [],
  )
  return Math.min(marketMs - calendar.fromMs, calendar.toMs - marketMs, ...away)
}

const covers = ({ fromMs, toMs }: KnownCalendar, marketMs: number, longestMs: number): boolean =>
  fromMs <= marketMs - longestMs && marketMs + longestMs < toMs

function isNear({ importance, timeMs }: CalendarEvent, marketMs: number, highMs: number): boolean {
  const { before, after } = silence(importance, highMs)
  return timeMs >= marketMs ? timeMs - marketMs < before : marketMs - timeMs < after
}

function near(
  { currency, importance, name, timeMs }: CalendarEvent,
  marketMs: number,
  highMs: number,
): NewsReason {
  const awayMs = Math.abs(timeMs - marketMs)
  const isAhead = timeMs >= marketMs
  const minutes = Math.round(awayMs / MINUTE_MS)
  const limitMs = silence(importance, highMs)[isAhead ? 'before' : 'after']
  const when = isAhead ? `in ${minutes} min` : `${minutes} min ago`
  const text = `${currency} ${name} (${importance}) ${when}; no entries within ${limitMs / MINUTE_MS} min of it.`
  return { code: 'NEWS_NEAR', text, value: awayMs, limit: limitMs }
}
