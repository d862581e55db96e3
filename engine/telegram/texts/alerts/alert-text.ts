import type { Alert, AlertFact } from '../../../contracts/alerts.ts'
import type { AccountKind, EpochMs } from '../../../contracts/primitives.ts'
import { gain, money } from '../../../domain/words/figures.ts'
import { clockOf, dateOf, minuteOf } from '../../../domain/words/times.ts'
import type { Reply } from '../../reply.ts'

export type AlertKind = AlertFact['kind']
/** What is known of a fact of that kind. */
export type FactOf<K extends AlertKind> = AlertFact extends infer F
  ? F extends AlertFact
    ? K extends F['kind']
      ? F
      : never
    : never
  : never

/** What every text may say beside its fact. */
export type About = Readonly<{
  alert: Alert
  /** When it is told, on the computer's clock. */
  nowMs: EpochMs
  /** Null: not known, and not said. */
  currency: string | null
  /** Whose money it is about; null: the desk's as a whole. */
  kind: AccountKind | null
}>

export type AlertText<K extends AlertKind> = (
  fact: FactOf<K>,
  about: About,
) => Pick<Reply, 'html' | 'buttons'>

/** Of simulated money it is always said that it is. */
const unit = ({ currency, kind }: About): string =>
  `${currency === null ? '' : ` ${currency}`}${kind === 'simulated' ? ' simulated' : ''}`

/** Money that was won or lost: +150.00 USD */
export const gainText = (cents: number, about: About): string => gain(cents) + unit(about)
/** Money that may be lost: 99.96 USD */
export const amountText = (cents: number, about: About): string => money(cents) + unit(about)

/** Whose market, and the computer's time. */
export type When = Readonly<{ kind: AccountKind | null; nowMs: number }>

/**
 * A time of the market, with its date when that is another than today's. A simulated market has no today: there it is that of
 * `sinceMs`, the market's time of what it belongs to, and without one the date is always said.
 */
export function marketTime(atMs: number, { kind, nowMs }: When, sinceMs: number | null = null): string {
  if (kind !== 'simulated') return wallTime(atMs, nowMs)
  const isSameDay = sinceMs !== null && dateOf(atMs) === dateOf(sinceMs)
  return `${isSameDay ? clockOf(atMs) : minuteOf(atMs)} market time`
}
/** 12:30 UTC, with its date when that is not today's. */
export const wallTime = (atMs: number, nowMs: number): string =>
  `${dateOf(atMs) === dateOf(nowMs) ? clockOf(atMs) : minuteOf(atMs)} UTC`
