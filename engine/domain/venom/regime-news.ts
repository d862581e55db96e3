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

/** The loud announcements of one pair's currencies, in order of time; asked again and again at a small cost. */
export class LoudNews {
  readonly #fromMs: number
  readonly #toMs: number
  readonly #events: readonly CalendarEvent[]

  constructor({ fromMs, toMs, events }: Announcements, pair: Pair) {
    this.#fromMs = fromMs
    this.#toMs = toMs
    this.#events = events.filter(event => isLoud(event, pair)).toSorted((a, b) => a.timeMs - b.timeMs)
  }

  sight(nowMs: number): NewsSight {
    const [knownFromMs, knownToMs] = [this.#fromMs + AFTER_MS, this.#toMs - BEFORE_MS]
    const notOver = this.#firstAfter(nowMs - AFTER_MS)
    const notBegun = this.#firstAfter(nowMs + BEFORE_MS)
    const notOverThen = this.#firstAfter(nowMs + HOUR_MS - AFTER_MS)
    const notBegunThen = this.#firstAfter(nowMs + HOUR_MS + BEFORE_MS)
    const turns = [
      this.#timeOf(notOver) + AFTER_MS,
      this.#timeOf(notBegun) - BEFORE_MS,
      this.#timeOf(notOverThen) + AFTER_MS - HOUR_MS,
      this.#timeOf(notBegunThen) - BEFORE_MS - HOUR_MS,
      ...[knownFromMs, knownToMs].filter(turnMs => turnMs > nowMs),
    ]
    return {
      known: nowMs >= knownFromMs && nowMs < knownToMs,
      event: notOver < notBegun ? (this.#events[notBegun - 1] ?? null) : null,
      inAnHour: notOverThen < notBegunThen,
      untilMs: Math.min(...turns),
    }
  }

  #timeOf(place: number): number {
    return this.#events[place]?.timeMs ?? Number.POSITIVE_INFINITY
  }

  /** Place of the first announcement later than this. */
  #firstAfter(timeMs: number): number {
    let low = 0
    let high = this.#events.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#timeOf(middle) > timeMs) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** One whose hour the calendar does not know does not make a whole day of news. */
const isLoud = ({ exact, importance, currency }: CalendarEvent, pair: Pair): boolean =>
  exact && importance === 'high' && (currency === baseOf(pair) || currency === quoteOf(pair))
