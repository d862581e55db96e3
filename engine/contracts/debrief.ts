/** What closed trades have come to, and how sure that is: questions, answers, and what is too few to say anything. */
import { z } from 'zod'
import { DrawdownChances, EquityRecord, ResultCurve } from './debrief-curves.ts'
import { Calibration, Drift } from './debrief-promises.ts'
import { AccountKind, Cents, Count, EpochMs } from './primitives.ts'
import { Measured } from './proving.ts'

/** Trades fewer than this are counted and added up, and no more is said of them. */
export const FEW_TRADES = 10
/** Days of results below which there is no ratio. */
export const FEW_DAYS = 20

/** `drills` were issued in training without the value gate: practice, and never added to the others. */
export const DebriefScope = z.enum(['trades', 'drills'])
export type DebriefScope = z.infer<typeof DebriefScope>

/**
 * What trades are told apart by. `hour` (00 to 23) and `weekday` are UTC, of the entry; `reason` is that of the last exit. What
 * only a mission knows is `NONE` for a trade without one.
 */
export const DebriefGrouping = z.enum([
  'pair', 'session', 'regime', 'setup', 'shield', 'hour', 'weekday', 'side', 'reason',
]) // prettier-ignore
export type DebriefGrouping = z.infer<typeof DebriefGrouping>

/** Key of trades that nobody knows this of. */
export const NO_KEY = 'NONE'

const DebriefKeys = z.partialRecord(DebriefGrouping, z.array(z.string().max(64)).min(1).max(64))
export type DebriefKeys = z.infer<typeof DebriefKeys>

/** By the time of the last exit, from ≤ t < to; null: no end. A trade is taken when it has one of the keys of every grouping given. */
const DebriefFilter = z.object({
  fromMs: z.number().int().nonnegative().nullable(),
  toMs: z.number().int().nonnegative().nullable(),
  keys: DebriefKeys,
})
export type DebriefFilter = z.infer<typeof DebriefFilter>

export const DebriefQuery = z.object({
  kind: z.literal('debrief'),
  account: AccountKind,
  /** Null: trades, or drills where there are no others. */
  scope: DebriefScope.nullable(),
  filter: DebriefFilter,
  /** How many ways of trading were tried before this one was looked at; null: as many as setups were traded. */
  trials: z.number().int().min(1).max(100_000).nullable(),
})
export type DebriefQuery = z.infer<typeof DebriefQuery>

/** The trades themselves behind a debrief of the same choice. */
export const DebriefTradesQuery = DebriefQuery.omit({ trials: true }).extend({
  kind: z.literal('debriefTrades'),
})
export type DebriefTradesQuery = z.infer<typeof DebriefTradesQuery>

/** A CSV file, RFC 4180: a header, and a row a trade, oldest first. */
export type DebriefTrades = Readonly<{ csv: string; trades: number }>

/** Null where there is too little to say, or no end to it: the profit factor of trades without a loss. */
const Real = z.number().nullable()
const ofAll = { key: z.string(), n: Count, sumR: z.number(), netCents: Cents }

/** What some trades came to, in R after all costs. A win is above 0, a loss below. */
export const TradeFigures = z.discriminatedUnion('is', [
  z.object({ is: z.literal('tooFew'), ...ofAll }),
  z.object({
    is: z.literal('known'),
    ...ofAll,
    wins: Count,
    losses: Count,
    /** Share of the trades that won; Wilson's interval. */
    winRate: Measured,
    /** Win rate at which wins and losses of these sizes come to nothing. */
    breakEven: Real,
    /** Mean R a trade, R won over R lost, and mean win over mean loss; intervals by redrawing blocks of days. */
    expectancyR: Measured,
    profitFactor: Measured,
    payoff: Measured,
    meanWinR: Real,
    meanLossR: Real,
  }),
])
export type TradeFigures = z.infer<typeof TradeFigures>
export type KnownTradeFigures = Extract<TradeFigures, { is: 'known' }>

/** Ratios of daily results, as of a year of 252 days where they say so. */
export const DailyFigures = z.discriminatedUnion('is', [
  z.object({ is: z.literal('tooFew'), days: Count }),
  z.object({
    is: z.literal('known'),
    days: Count,
    /** `equity`: of the account, floating results included. `results`: R of the trades chosen, days without one as 0. */
    basis: z.enum(['equity', 'results']),
    sharpe: Measured,
    sortino: Real,
    /** Probability that the true Sharpe ratio is above 0, and above what luck gives the best of `trials` tries. */
    probabilistic: Real,
    deflated: Real,
    luckySharpe: Real,
    trials: z.number().int().positive(),
    trialsFrom: z.enum(['asked', 'setups']),
  }),
])
export type DailyFigures = z.infer<typeof DailyFigures>

/** How many trades came to how much; the first and the last bar hold what lies beyond them too. */
export const ResultHistogram = z.object({ fromR: z.number(), widthR: z.number(), counts: z.array(Count) })
export type ResultHistogram = z.infer<typeof ResultHistogram>

/** How far trades went against and for the trader before their end, R. Known of those that were followed. */
export const ExcursionFigures = z.object({
  known: Count,
  n: Count,
  points: z.array(z.object({ maeR: z.number(), mfeR: z.number(), r: z.number() })),
  /** Of winners against, and of losers for; null of fewer than ten. */
  winners: z.object({ n: Count, medianMaeR: z.number(), p90MaeR: z.number() }).nullable(),
  losers: z.object({ n: Count, medianMfeR: z.number(), p90MfeR: z.number() }).nullable(),
})
export type ExcursionFigures = z.infer<typeof ExcursionFigures>

export const ExposureFigures = z.object({
  /** Share of the market's open hours, from the first entry to the last exit, in which something was open. */
  inMarket: Real,
  meanHoldMs: Real,
  medianHoldMs: Real,
  mostOpen: Count,
  meanLots: Real,
  mostLots: Real,
  /** Money at risk a trade, of the equity on record before its end; `riskKnown` says of how many. */
  riskKnown: Count,
  meanRiskPct: Real,
  mostRiskPct: Real,
})
export type ExposureFigures = z.infer<typeof ExposureFigures>

/** The longest row beside what independent trades of the same rate would show. */
const Streak = z.object({ longest: Count, chance: z.number(), median: Count, p95: Count })
/** Null of fewer than ten trades. */
const Streaks = z.object({ losing: Streak, winning: Streak }).nullable()
export type Streaks = z.infer<typeof Streaks>

/** Of one kind of account and one scope: kinds are never added together, and practice never to trades. */
export const Debrief = z.object({
  account: AccountKind,
  scope: DebriefScope,
  /** Closed trades of this account in each scope, whatever the filter. */
  ofScope: z.record(DebriefScope, Count),
  /** Logins of this kind: with several, sums of money may be of several currencies. */
  accounts: Count,
  n: Count,
  fromMs: EpochMs.nullable(),
  toMs: EpochMs.nullable(),
  /** Opened without a mission, or told by a ledger that does not say which. */
  withoutMission: Count,
  all: TradeFigures,
  bestR: Real,
  worstR: Real,
  daily: DailyFigures,
  curve: ResultCurve,
  equity: EquityRecord.nullable(),
  chances: DrawdownChances.nullable(),
  histogram: ResultHistogram,
  excursions: ExcursionFigures,
  calibration: Calibration,
  drift: Drift,
  exposure: ExposureFigures,
  streaks: Streaks,
  by: z.record(DebriefGrouping, z.array(TradeFigures)),
})
export type Debrief = z.infer<typeof Debrief>
