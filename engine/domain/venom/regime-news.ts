import { baseOf, quoteOf, type Pair } from '../../contracts/pairs.ts'
import type { CalendarEvent } from '../../contracts/wire/index.ts'
import { HOUR_MS, MINUTE_MS } from '../market/civil.ts'

/** A high-impact announcement of either currency makes the market its own from then to then (venom-study §5). */
const BEFORE_MS = 15 * MINUTE_MS
const AFTER_MS = 45 * MINUTE_MS

/** Announcements of `fromMs` ≤ time < `toMs`, all of them. */
export type Announcements = Readonly<{ fromMs: number; toMs: number; events: readonly CalendarEvent[] }>

/** What the calendar says of now and of an hour from now. */
export type NewsSight = Readonly<{
  /** False when the calendar does not cover the time around now: then news is never said, and never ruled out. */
  known: boolean
  /** The announcement whose time this is; null: none. */
  event: CalendarEvent | null
  inAnHour: boolean
  /** Until then the answer is the same. */
  untilMs: number
}>

export const NO_NEWS_KNOWN: NewsSight = { known: false, event: null, inAnHour: false, untilMs: 0 }

export function sightNews(calendar: Announcements | null, pair: Pair, nowMs: number): NewsSight {
  if (!calendar) return NO_NEWS_KNOWN
  const ours = calendar.events.filter(event => isLoud(event, pair))
  const nearest = ours.filter(event => isWithin(event, nowMs)).toSorted((a, b) => b.timeMs - a.timeMs)
  const turns = [
    calendar.fromMs + AFTER_MS,
    calendar.toMs - BEFORE_MS,
    ...ours.flatMap(({ timeMs }) => {
      const [startsMs, endsMs] = [timeMs - BEFORE_MS, timeMs + AFTER_MS]
      return [startsMs - HOUR_MS, startsMs, endsMs - HOUR_MS, endsMs]
    }),
  ]
  return {
    known: calendar.fromMs <= nowMs - AFTER_MS && nowMs + BEFORE_MS < calendar.toMs,
    event: nearest[0] ?? null,
    inAnHour: ours.some(event => isWithin(event, nowMs + HOUR_MS)),
    untilMs: Math.min(...turns.filter(turnMs => turnMs > nowMs), Number.POSITIVE_INFINITY),
  }
}

/** One whose hour the calendar does not know does not make a whole day of news. */
const isLoud = ({ exact, importance, currency }: CalendarEvent, pair: Pair): boolean =>
  exact && importance === 'high' && (currency === baseOf(pair) || currency === quoteOf(pair))

const isWithin = ({ timeMs }: CalendarEvent, nowMs: number): boolean =>
  nowMs >= timeMs - BEFORE_MS && nowMs < timeMs + AFTER_MS
