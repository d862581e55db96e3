/** Questions to the archive worker, which only reads. */
import { z } from 'zod'
import { DebriefsDueQuery, JournalPageQuery, LessonsBeforeQuery, TradePictureQuery, type DebriefsDue, type JournalPage, type LessonsBefore, type TradePicture } from './journal.ts' // prettier-ignore
import { LessonsQuery, type Lessons } from './lessons.ts'
import { DrillReportQuery, SitrepQuery, type Report } from './reports.ts'
import { AccountKind, Cents, EpochMs } from './primitives.ts'
import { CampaignQuery, type CampaignAnswer } from './campaign.ts'
import type { ExecutionCosts } from './execution-costs.ts'
import { DebriefQuery, DebriefTradesQuery, type Debrief, type DebriefTrades } from './debrief.ts'
import { KillCardQuery, SitrepCardQuery, VerifyCardQuery, type CardAnswer, type CardCheck } from './card.ts'
import { GhostsQuery, type GhostReport } from './ghosts.ts'
import { MarketBarsQuery, type MarketBars } from './market-bars.ts'
import { ClosedTrade } from './mission.ts'
import {
  MissionsPageQuery,
  MissionStoryQuery,
  type MissionsPage,
  type MissionStoryAnswer,
} from './mission-log.ts'
import { ChartPictureQuery, EquityPictureQuery, type ChartPicture, type EquityPicture } from './pictures.ts'
import { PeriodsQuery, type Periods } from './periods.ts'
import { LabCompareQuery, LabMarketQuery, LabRunQuery, LabRunsQuery, type LabCompareAnswer, type LabMarket, type LabRunAnswer, type LabRuns } from './lab-runs.ts' // prettier-ignore
import { ReplayDayQuery, type ReplayDayAnswer } from './replay-day.ts'
import { SquadQuery, type SquadBoard } from './squad-desk.ts'
import { TradesTableQuery, type TradesTable } from './trades-table.ts'
import { TelegramRecordQuery, type TelegramRecord } from './telegram.ts'

export const Query = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tradesPage'),
    account: AccountKind,
    beforeSeq: z.number().int().positive().nullable(),
    limit: z.number().int().min(1).max(500),
  }),
  z.object({
    kind: z.literal('equityCurve'),
    account: AccountKind,
    points: z.number().int().min(2).max(2_000),
  }),
  z.object({ kind: z.literal('ledgerSummary') }),
  z.object({ kind: z.literal('executionCosts'), account: AccountKind }),
  JournalPageQuery,
  LessonsBeforeQuery,
  DebriefsDueQuery,
  TradePictureQuery,
  DrillReportQuery,
  SitrepQuery,
  LessonsQuery,
  CampaignQuery,
  DebriefQuery,
  DebriefTradesQuery,
  TradesTableQuery,
  PeriodsQuery,
  SquadQuery,
  GhostsQuery,
  MissionsPageQuery,
  MissionStoryQuery,
  KillCardQuery,
  SitrepCardQuery,
  VerifyCardQuery,
  ChartPictureQuery,
  EquityPictureQuery,
  MarketBarsQuery,
  TelegramRecordQuery,
  LabMarketQuery,
  LabRunsQuery,
  LabRunQuery,
  LabCompareQuery,
  ReplayDayQuery,
])
export type Query = z.infer<typeof Query>

export const TradesPage = z.object({
  trades: z.array(ClosedTrade.extend({ seq: z.number().int() })),
  nextBeforeSeq: z.number().int().nullable(),
  total: z.number().int(),
})
/** Cumulative net result of closed trades, oldest first; of more than were asked for some, and always the last. */
export const EquityCurve = z.object({
  points: z.array(z.object({ atMs: EpochMs, netCents: Cents, r: z.number() })),
  trades: z.number().int(),
})
export const LedgerSummary = z.object({
  events: z.number().int(),
  trades: z.number().int(),
  /** An order was recorded, whatever became of it. */
  hasOrders: z.boolean(),
  headHash: z.string(),
  firstMs: EpochMs.nullable(),
  lastMs: EpochMs.nullable(),
})
export type TradesPage = z.infer<typeof TradesPage>
export type EquityCurve = z.infer<typeof EquityCurve>
export type LedgerSummary = z.infer<typeof LedgerSummary>

/** Answer by question. */
export type Answers = {
  tradesPage: TradesPage
  equityCurve: EquityCurve
  ledgerSummary: LedgerSummary
  executionCosts: ExecutionCosts
  killCard: CardAnswer
  sitrepCard: CardAnswer
  verifyCard: CardCheck
  chartPicture: ChartPicture
  equityPicture: EquityPicture
  marketBars: MarketBars
  ghosts: GhostReport
  missionsPage: MissionsPage
  missionStory: MissionStoryAnswer
  journalPage: JournalPage
  lessonsBefore: LessonsBefore
  debriefsDue: DebriefsDue
  tradePicture: TradePicture
  drillReport: Report
  sitrep: Report
  lessons: Lessons
  squad: SquadBoard
  campaign: CampaignAnswer
  debrief: Debrief
  debriefTrades: DebriefTrades
  tradesTable: TradesTable
  periods: Periods
  telegramRecord: TelegramRecord
  labMarket: LabMarket
  labRuns: LabRuns
  labRun: LabRunAnswer
  labCompare: LabCompareAnswer
  replayDay: ReplayDayAnswer
}
export type QueryKind = Query['kind']
export type QueryAnswer<K extends QueryKind = QueryKind> =
  { is: 'answer'; value: Answers[K] } | { is: 'failed'; code: string; text: string }
