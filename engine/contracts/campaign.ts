/** What a window or a program asks about the campaign, and the whole answer. Rules and figures: domain/campaign. */
import { z } from 'zod'
import type { BadgeName, XpReason } from './badges.ts'
import { AccountKind, type EpochMs, type Ulid } from './primitives.ts'
import type { Rank } from './vocabulary.ts'

/** `beforeSeq`: only awards that were stored before this event; null: the newest. */
export const CampaignQuery = z.object({
  kind: z.literal('campaign'),
  account: AccountKind,
  beforeSeq: z.number().int().positive().nullable(),
  limit: z.number().int().min(1).max(500),
})
export type CampaignQuery = z.infer<typeof CampaignQuery>

/** `kept`: inside all limits and debriefed. `quiet`: nothing was broken, nothing was debriefed. A day without a mark was missed. */
export type DayMark = 'kept' | 'quiet' | 'broken'

/** One of the facts behind a badge: a trade by its order, or a mission that was declined. */
export type BadgeProof = Readonly<{ order: Ulid | null; mission: Ulid | null; atMs: EpochMs }>

export type BadgeState = Readonly<{
  name: BadgeName
  title: string
  /** What earns it, one sentence. */
  how: string
  /** What it pays on this kind of account. */
  xp: number
  /** Done so far, of what is needed. */
  n: number
  of: number
  /** Null: not earned yet. */
  earned: Readonly<{ atMs: EpochMs; proofs: readonly BadgeProof[] }> | null
}>

/** `open`: it may still be met. `kept`: it is met if nothing breaks it until the day or week turns. */
export type ChallengeState = Readonly<{
  id: string
  text: string
  is: 'open' | 'kept' | 'met' | 'missed'
  n: number
  of: number
  xp: number
}>

/** Of the trading day or week that the account is in; empty before the first was told. */
export type ChallengesNow = Readonly<{
  /** Date of the trading day, 2026-11-23; null: not told yet. */
  day: string | null
  today: readonly ChallengeState[]
  week: ChallengeState | null
}>

/** Days kept without a rule broken in between; days that were missed are forgiven. */
export type Streak = Readonly<{ days: number; best: number }>

/** What a rank allows. Percentages are of the balance. A trader may set tighter limits, never looser. */
export type RankLimits = Readonly<{
  rank: Rank
  xp: number
  riskPct: number
  openTrades: number
  shotsADay: number
  dailyLossPct: number
  auto: 'never' | 'demo' | 'always'
  /** May hold trades on several terminals at once. */
  severalTerminals: boolean
}>

export type AwardEntry = Readonly<{
  seq: number
  atMs: EpochMs
  reason: XpReason
  xp: number
  order: Ulid | null
  text: string
}>

export type AwardsPage = Readonly<{
  /** Newest first. */
  entries: readonly AwardEntry[]
  nextBeforeSeq: number | null
  total: number
}>

/** Everything about the campaign of one kind of account. */
export type CampaignAnswer = Readonly<{
  account: AccountKind
  xp: number
  rank: Rank
  rankXp: number
  nextRank: Rank | null
  nextRankXp: number | null
  ranks: readonly RankLimits[]
  badges: readonly BadgeState[]
  streak: Streak & Readonly<{ calendar: readonly Readonly<{ day: string; is: DayMark | null }>[] }>
  challenges: ChallengesNow
  awards: AwardsPage
}>
