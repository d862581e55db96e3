/**
 * What a window shows. The engine folds it; a window formats it and computes nothing, so ages, countdowns and money
 * arrive as numbers. A snapshot once, then patches: a section that changed is sent whole, prices and regimes by pair.
 * Plain types: views are made by us and never parsed.
 */
import type { ChallengesNow, Streak } from './campaign.ts'
import type { AccountKind, Cents, EpochMs, Side } from './primitives.ts'
import type { OrderView, PositionView } from './open-trade-views.ts'
import type { Pair } from './pairs.ts'
import type { ClosedTrade, Figure, Mission } from './mission.ts'
import type { Road } from './road.ts'
import type { MetaTraderSeen, TerminalCode } from './terminal-state.ts'
import type {
  Freshness,
  GuardName,
  MissionState,
  OrderState,
  Quality,
  Rank,
  Regime,
  Selector,
  Session,
} from './vocabulary.ts'

export type LinkView = Readonly<{
  terminal: string
  state: 'down' | 'live'
  road: Road
  /** What this road can't do, in words; empty for the one that can do everything. */
  cannot: readonly string[]
  /** The worst that holds; `WELL` when nothing is wrong. */
  code: TerminalCode
  /** A sentence a person understands, and what to do next; null when all is well. */
  problem: string | null
  nextStep: string | null
  broker: string
  server: string
  kind: AccountKind
  /** The start of the login's hash: tells accounts of one broker apart. The login itself never leaves the terminal. */
  accountMark: string
  /** Null before its account was told. */
  currency: string | null
  margin: 'hedging' | 'netting'
  program: string
  armed: boolean
  /** Since the last beat and the last tick, on the computer's clock; null before the first. */
  beatAgeMs: number | null
  dataAgeMs: number | null
  autoTrading: boolean | null
  brokerConnected: boolean | null
  pingMs: number | null
  simulation: Readonly<{ speed: number; paused: boolean }> | null
  ticks: number
  faults: number
}>

/** What only this computer knows; told while no real terminal has its own row among the links. */
export type ComputerView = Readonly<{
  metaTrader: MetaTraderSeen
  code: TerminalCode
  problem: string | null
  nextStep: string | null
}>

export type AccountView = Readonly<{
  currency: string
  balanceCents: Cents
  equityCents: Cents
  freeMarginCents: Cents
  kind: AccountKind
  leverage: number
}>

export type PriceRow = Readonly<{
  pair: Pair
  symbol: string
  /** Decimal text with the symbol's digits. */
  bid: string
  ask: string
  spreadPips: number
  /** Learnt for this hour of week; null until there is enough. */
  normPips: number | null
  /** Change of the bid since the previous view, for a calm flash: 1, 0, −1. */
  move: -1 | 0 | 1
  stale: boolean
  ageMs: number
  /** Closes of the last M5 bars in points, oldest first. */
  spark: readonly number[]
}>

export type RegimeRow = Readonly<{
  pair: Pair
  /** Null: not enough data yet. `missing` then says what it waits for. */
  regime: Regime | null
  probability: number | null
  missing: string | null
  figures: readonly Figure[]
  sinceMs: EpochMs | null
}>

export type MissionView = Readonly<{
  mission: Mission
  state: MissionState
  orderState: OrderState | null
  /** Market time left until it expires, and as a share of its whole life. */
  leftMs: number
  leftShare: number
  /** What a shot would be right now; null with the reasons when it would be denied. */
  shot: Readonly<{ lots: number; riskCents: Cents; riskPct: number; rewardCents: Cents }> | null
  denials: readonly string[]
  /** The same for a limit order at the mission's entry. */
  wait: MissionView['shot']
  waitDenials: readonly string[]
  driftPips: number
  /** How much of it is still true, and by what; null once it is decided, and without a price. */
  freshness: Readonly<{ is: Freshness; text: string }> | null
}>

export type CampaignView = Readonly<{
  rank: Rank
  xp: number
  /** XP where this rank began and where the next begins; null at the top. */
  rankXp: number
  nextRankXp: number | null
  nextRank: Rank | null
  last: readonly Readonly<{ text: string; xp: number; atMs: EpochMs }>[]
  kind: AccountKind
  badges: Readonly<{ earned: number; of: number }>
  streak: Streak
  challenges: ChallengesNow
}>

/** Something that keeps new trades back or makes them smaller, now. */
export type GuardView = Readonly<{
  guard: GuardName
  terminal: string
  /** A whole sentence with its figures. */
  text: string
  /** Market time until it ends by itself; null: it does not, or nobody knows. */
  leftMs: number | null
  /** False: it only warns or halves. */
  blocks: boolean
}>

/** What AUTO may do and has done today; `why` not, as a sentence, or null when it is at work. */
export type AutoView = Readonly<{
  shotsToday: number
  shotsLimit: number
  slots: number
  minQuality: Quality
  minShield: number
  /** Of one shot, percent of balance. */
  riskPct: number
  /** That much of the balance as it is now; null: not known yet. */
  riskCents: Cents | null
  why: string | null
}>

/** The words that must be typed before real money is traded on the account of this terminal. */
export type ConsentView = Readonly<{ terminal: string; words: string }>

export type FireView = Readonly<{
  selector: Selector
  paused: boolean
  shotsToday: number
  shotsLimit: number
  openTrades: number
  openLimit: number
  lossTodayCents: Cents
  lossLimitCents: Cents | null
  openRiskCents: Cents
  guards: readonly GuardView[]
  auto: AutoView
  /** Of every terminal, not only the shown one; none: given, or no real money. */
  consents: readonly ConsentView[]
}>

export type NoticeView = Readonly<{ atMs: EpochMs; level: 'info' | 'warn' | 'error'; text: string }>

/** Where announcements are known from, and until when; null: news cannot be ruled out. */
export type CalendarView = Readonly<{
  source: 'terminal' | 'file' | 'terminal and file'
  toMs: EpochMs
  /** The next ones that keep shots back, soonest first; market time. */
  coming: readonly Readonly<{
    timeMs: EpochMs
    currency: string
    importance: 'high' | 'moderate'
    name: string
  }>[]
}>

export type RecentRefusal = Readonly<{
  atMs: EpochMs
  pair: Pair
  setup: string
  side: Side
  reasons: readonly string[]
}>

export type WarRoomView = Readonly<{
  rev: number
  version: string
  /**
   * The terminal whose market, account, limits and record are shown: the one that was asked for while it is linked, else the
   * first. Missions, orders, positions, guards and consents are those of all. Null until a terminal has been linked.
   */
  shown: string | null
  /** Of the shown account. */
  kind: AccountKind | null
  /** The kind of money that is most at stake on any of the terminals: live before contest, demo, simulated. */
  stake: AccountKind | null
  marketMs: EpochMs | null
  session: Session
  calendar: CalendarView | null
  links: readonly LinkView[]
  computer: ComputerView
  account: AccountView | null
  prices: Readonly<Partial<Record<Pair, PriceRow>>>
  regimes: Readonly<Partial<Record<Pair, RegimeRow>>>
  /** Pending ones first, and of these and the others first those of the shown terminal. */
  missions: readonly MissionView[]
  refusals: readonly RecentRefusal[]
  orders: readonly OrderView[]
  positions: readonly PositionView[]
  /** Newest first, at most five. */
  closed: readonly ClosedTrade[]
  campaign: CampaignView
  fire: FireView
  notices: readonly NoticeView[]
}>

/** `prices` and `regimes` of a patch are merged by pair; every other section replaces. */
export type ViewPatch = Readonly<{ rev: number }> & Readonly<Partial<Omit<WarRoomView, 'rev'>>>

/** Applies a patch. A window that sees a gap in `rev` asks for a new snapshot. */
export function applyPatch(view: WarRoomView, patch: ViewPatch): WarRoomView {
  return {
    ...view,
    ...patch,
    prices: patch.prices ? { ...view.prices, ...patch.prices } : view.prices,
    regimes: patch.regimes ? { ...view.regimes, ...patch.regimes } : view.regimes,
  }
}
