import type { DenialCode, GuardName } from '../../../contracts/vocabulary.ts'
import type { PropLimits } from '../prop-limits.ts'

/** The account where the present trading day began, or, when nobody looked then, where it was first seen in it. Cents. */
export type DayBegan = Readonly<{ balanceCents: number; equityCents: number }>

/**
 * What was paid into the account less what was paid out, credit included, since each mark: it is no result. Cents; null: not known.
 * `sinceFirst`: since the account was first seen.
 */
export type PaidIn = Readonly<{
  sinceDay: number | null
  sincePeak: number | null
  sinceFirst: number | null
}>

/** What the guards of one account are judged by. Money in cents, times in market time. */
export type AccountFigures = Readonly<{
  marketMs: number
  /** Open positions included; null: the terminal has not told it. */
  equityCents: number | null
  dayBegan: DayBegan | null
  /** The highest equity on record; null: none yet. */
  peakCents: number | null
  /** Absent: the terminal does not tell it, and a deposit looks like a gain. */
  paidIn?: PaidIn
  /** Net result of the trades that closed today; below 0 is a loss. */
  netTodayCents: number
  lossesInARow: number
  lastLossMs: number | null
  /** Percent of the balance that the day began with: the tighter of rank and trader. */
  dailyLossPct: number
  prop: PropLimits
}>

/** A guard that stands, and why. `code` null: it denies no shot by itself. `untilMs` null: it does not end by time. */
export type Standing = Readonly<{
  guard: GuardName
  code: DenialCode | null
  text: string
  value: number | null
  limit: number | null
  untilMs: number | null
}>

export const moneyText = (cents: number): string => (cents / 100).toFixed(2)

/** What was left out of a figure, behind it; nothing when nothing was paid. */
export function leftOutText(paid: number | null): string {
  if (paid === null || paid === 0) return ''
  return `, the ${moneyText(Math.abs(paid))} paid ${paid > 0 ? 'in' : 'out'} since left out`
}

/** A sentence for a figure that may hold what was paid in. */
export const unknownPaidText = (paid: number | null): string =>
  paid === null ? ' The terminal does not tell what is paid in or out: a deposit would count as a gain.' : ''

/** Has `lost` reached `limit`? What cannot be compared counts as reached. */
export const hasReached = (lost: number, limit: number): boolean => !(lost < limit)
