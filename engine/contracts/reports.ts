/** Drill report and SITREP: what happened since the last one, counted from the ledger and nothing else. */
import { z } from 'zod'
import { Pair } from './pairs.ts'
import { AccountKind, Cents, Count, EpochMs } from './primitives.ts'
import { GuardName } from './vocabulary.ts'

/** `drill`: every day at 18:00 on the computer's clock. `sitrep`: Saturdays at 8:00. */
export const ReportName = z.enum(['drill', 'sitrep'])
export type ReportName = z.infer<typeof ReportName>

/** How the same facts are said. */
export const ReportTone = z.enum(['harsh', 'balanced', 'encouraging'])
export type ReportTone = z.infer<typeof ReportTone>

const OneTrade = z.object({ pair: Pair, r: z.number() })

/** What the ledger tells of one kind of account between two reports. Each figure of a report's text is one of these. */
export const ReportFacts = z.object({
  /** Closed trades; `won` and `lost` by money after costs, the rest ended at nothing. */
  trades: Count,
  won: Count,
  lost: Count,
  netCents: Cents,
  r: z.number(),
  best: OneTrade.nullable(),
  worst: OneTrade.nullable(),
  /** Closed by their own stop, target or time exit, and closed by hand. */
  byPlan: Count,
  byHand: Count,
  /** Losses in a row: the longest, and those at its end. */
  lossesInARow: Count,
  lossesNow: Count,
  missions: Count,
  shots: Count,
  debriefs: Count,
  /** Debriefs that say that the plan was kept. */
  kept: Count,
  /** New notes, and those of them with a lesson. */
  notes: Count,
  lessons: Count,
  /** Questions of the drills that were answered, and answered right. */
  answers: Count,
  right: Count,
  limitsTried: Count,
  guards: z.array(z.object({ guard: GuardName, times: Count })),
  xp: z.number().int(),
})
export type ReportFacts = z.infer<typeof ReportFacts>

/** The one that covers this moment; null: what has happened since the last one. */
const Moment = EpochMs.nullable()
export const DrillReportQuery = z.object({
  kind: z.literal('drillReport'),
  account: AccountKind,
  dayMs: Moment,
})
export const SitrepQuery = z.object({ kind: z.literal('sitrep'), account: AccountKind, weekMs: Moment })

export type ReportText = Readonly<{ headline: string; lines: readonly string[] }>

/** Moments are those at which reports were due, on the computer's clock. `untilMs` null: it still runs. */
export type Report = Readonly<{
  report: ReportName
  account: AccountKind
  fromMs: EpochMs | null
  untilMs: EpochMs | null
  facts: ReportFacts
  text: Readonly<Record<ReportTone, ReportText>>
  /** Of the reports that were told, newest first, at most sixty. */
  told: readonly EpochMs[]
}>
