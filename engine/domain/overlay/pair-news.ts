import { baseOf, PAIRS, quoteOf, type Pair } from '../../contracts/pairs.ts'
import type { CalendarEvent } from '../../contracts/wire/index.ts'
import type { KnownCalendar } from './known-calendar.ts'

/** Announcements of a pair's two currencies whose hour is known, in order of time: all, and those of high importance. */
export type PairNews = Readonly<{ all: readonly CalendarEvent[]; loud: readonly CalendarEvent[] }>

/** Currencies of the desk's pairs. */
export const CURRENCIES: ReadonlySet<string> = new Set(PAIRS.flatMap(pair => [baseOf(pair), quoteOf(pair)]))

/** A calendar is never written again, and the same one is asked about at every proposal. */
const remembered = new WeakMap<KnownCalendar, Map<Pair, PairNews>>()

export function pairNews(calendar: KnownCalendar, pair: Pair): PairNews {
  const pairs = remembered.get(calendar) ?? new Map<Pair, PairNews>()
  remembered.set(calendar, pairs)
  const known = pairs.get(pair)
  if (known) return known
  const all = calendar.events.filter(event => isOf(event, pair)).toSorted((a, b) => a.timeMs - b.timeMs)
  const news = { all, loud: all.filter(({ importance }) => importance === 'high') }
  pairs.set(pair, news)
  return news
}

/** Place of the first announcement at or after a time. */
export function firstFrom(events: readonly CalendarEvent[], timeMs: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((events[middle]?.timeMs ?? Number.POSITIVE_INFINITY) < timeMs) low = middle + 1
    else high = middle
  }
  return low
}

/** An announcement whose hour the calendar does not know cannot be kept clear of; it does not close the whole day. */
const isOf = ({ exact, currency }: CalendarEvent, pair: Pair): boolean =>
  exact && (currency === baseOf(pair) || currency === quoteOf(pair))
