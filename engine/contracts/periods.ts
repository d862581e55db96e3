/** What closed trades came to in each day, week or month, one after another. */
import { z } from 'zod'
import { DebriefScope } from './debrief.ts'
import { AccountKind, Cents, Count, EpochMs } from './primitives.ts'

/** Trading days end at 17:00 in New York and are named by that date; weeks begin on Mondays, months on their first. */
export const PeriodUnit = z.enum(['day', 'week', 'month'])
export type PeriodUnit = z.infer<typeof PeriodUnit>

export const PeriodsQuery = z.object({
  kind: z.literal('periods'),
  account: AccountKind,
  /** Null: trades, or drills where there are no others. */
  scope: DebriefScope.nullable(),
  unit: PeriodUnit,
  /** The newest is the one that this moment lies in, or that of the last exit if that is later; null: that of the last exit. */
  throughMs: EpochMs.nullable(),
  most: z.number().int().min(1).max(400),
})
export type PeriodsQuery = z.infer<typeof PeriodsQuery>

/** A win is above 0 R, a loss below. */
export const PeriodFigures = z.object({
  /** `2026-11-23` of a day, and of the Monday of a week; `2026-11` of a month. */
  name: z.string(),
  /** When its first trading day began. */
  fromMs: EpochMs,
  n: Count,
  wins: Count,
  losses: Count,
  sumR: z.number(),
  netCents: Cents,
})
export type PeriodFigures = z.infer<typeof PeriodFigures>

/** By the last exit, in R after all costs. Of one kind of account and one scope, never added to another. */
export const Periods = z.object({
  account: AccountKind,
  scope: DebriefScope,
  ofScope: z.record(DebriefScope, Count),
  /** Logins of this kind: with several, sums of money may be of several currencies. */
  accounts: Count,
  unit: PeriodUnit,
  /** Newest first, none before the first trade. Days without one are among them, but for week-ends. */
  periods: z.array(PeriodFigures),
})
export type Periods = z.infer<typeof Periods>
