import type { Pair } from '../../contracts/pairs.ts'
import type { GuardName } from '../../contracts/vocabulary.ts'
import type { Raised } from '../../domain/fire/guards/standing.ts'
import type { OwnLimits } from '../../domain/fire/own-limits.ts'
import type { Drawdown } from '../../domain/fire/prop-limits.ts'

/** What is remembered of one account, whichever terminals it is traded on. Limits, guards and results count by account. */
export type AccountBook = {
  /** Shots and closed results of the last two days, oldest first. */
  readonly fired: { readonly pair: Pair; readonly atMs: number; readonly origin: string }[]
  readonly results: { readonly closeMs: number; readonly netCents: number }[]
  lossesInARow: number
  lastLossMs: number | null
  /** Where the trading days began that were marked last: clocks of two terminals may be in different ones. */
  days: readonly DayMark[]
  /** The highest equity on record. */
  peak: Mark | null
  /** The lowest on record since, as if nothing had been paid in or out since then; null: none. */
  lowestCents: number | null
  /** What had been paid in when it was first told; null: never told. */
  firstTransfersCents: number | null
  readonly raised: Map<GuardName, RaisedGuard>
  /** The trading days in which a trade was lost or a guard stood, newest last. */
  frozen: readonly FrozenDay[]
}

/** The tightest that the limits in the settings have been since the loss or the guard: looser ones hold from the next day on. */
export type FrozenDay = Readonly<{ dayMs: number; own: OwnLimits }>

/** Equity on record, and everything that had been paid in by then, less what was paid out; null: not told. */
export type Mark = Readonly<{ equityCents: number; transfersCents: number | null }>

/** The account at the begin of the trading day that began at `dayMs`. */
export type DayMark = Mark & Readonly<{ dayMs: number; balanceCents: number }>

/** Paid in less paid out since a mark; null: one of both is not told. */
export const paidSince = (
  mark: Pick<Mark, 'transfersCents'> | null,
  transfersCents: number | null,
): number | null =>
  transfersCents === null || !mark || mark.transfersCents === null
    ? null
    : transfersCents - mark.transfersCents

/**
 * `drawdowns`: the limits of which one was overrun, since none of them ends that guard. `isOver`: its time was over on the clock of then; on
 * one that turns out to be earlier it still stands.
 */
export type RaisedGuard = Raised & Readonly<{ drawdowns: readonly Drawdown[]; isOver: boolean }>

export const emptyBook = (): AccountBook => ({
  fired: [],
  results: [],
  lossesInARow: 0,
  lastLossMs: null,
  days: [],
  peak: null,
  lowestCents: null,
  firstTransfersCents: null,
  raised: new Map(),
  frozen: [],
})
