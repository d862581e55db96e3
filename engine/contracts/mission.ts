import { z } from 'zod'
import { AccountKind, Cents, EpochMs, Points, Side, TerminalId, Ulid } from './primitives.ts'
import { PlanName } from './model.ts'
import { Pair } from './pairs.ts'
import { Quality, Regime, Session, ShieldClass, SignalType } from './vocabulary.ts'

/** A named number that went into a decision, so that every decision can be traced to what it saw. */
export const Figure = z.object({ name: z.string(), value: z.number() })
export type Figure = z.infer<typeof Figure>

/** How likely the target is before the stop, and how we know. */
export const Confidence = z.object({
  /** Probability that the target is reached before the stop. */
  p: z.number().min(0).max(1),
  /** Resolved outcomes behind the calibration; under 50 the number is labelled UNCALIBRATED. */
  n: z.number().int().nonnegative(),
  calibrated: z.boolean(),
  source: z.string(),
})
export type Confidence = z.infer<typeof Confidence>

/** What the shield looks at. `TREND`, `REGIME` and `LEVELS` are shown and count nothing: domain/citadel/cards says why. */
export const ShieldPart = z.enum([
  'NEWS', 'VOLATILITY', 'SPREAD', 'VOLUME', 'CORRELATION', 'COVERAGE', 'SESSION', 'TRAP', 'TREND', 'REGIME', 'LEVELS',
]) // prettier-ignore
export type ShieldPart = z.infer<typeof ShieldPart>

/** `safety` always counts; `unproven` counts a little; `none` was measured to say nothing, and counts nothing. */
export const Informs = z.enum(['safety', 'unproven', 'none'])
export type Informs = z.infer<typeof Informs>

export const ShieldLine = z.object({
  part: ShieldPart,
  informs: Informs,
  points: z.number().min(0),
  /** The points it could have had. */
  most: z.number().min(0),
  /** What was measured; null when it could not be, which counts as no points. */
  value: z.number().nullable(),
  text: z.string(),
})
export type ShieldLine = z.infer<typeof ShieldLine>

/** How safe the circumstances are, 0 to 10. It only ever makes a trade smaller. */
export const Shield = z.object({
  score: z.number().min(0).max(10),
  class: ShieldClass,
  /** Share of the allowed risk that may be taken. */
  sizeFactor: z.number().positive().max(1),
  lines: z.array(ShieldLine),
})
export type Shield = z.infer<typeof Shield>

/** One reason why a mission lives longer or shorter than usual: its factor counts with its weight. */
export const TimerShare = z.object({
  name: z.enum(['integrity', 'volatility', 'session', 'momentum', 'news']),
  weight: z.number(),
  factor: z.number(),
  text: z.string(),
})
export type TimerShare = z.infer<typeof TimerShare>

/** What a setup saw on the chart, to be drawn there. Prices in points. */
export const Structure = z.object({
  kind: z.enum(['level', 'zone']),
  label: z.string(),
  fromMs: z.number(),
  toMs: z.number(),
  low: z.number(),
  high: z.number(),
})
export type Structure = z.infer<typeof Structure>

/** What the end of a proposal teaches, traded or not: whose level, and the probability as that model said it without the level. */
export const Followed = z.object({ model: z.string(), plan: PlanName, p: z.number().min(0).max(1) })
export type Followed = z.infer<typeof Followed>

/** A trade worth a decision, complete before anyone is asked. Prices are points of the symbol. */
export const Mission = z.object({
  id: Ulid,
  terminal: TerminalId,
  kind: AccountKind,
  pair: Pair,
  symbol: z.string(),
  digits: z.number().int(),
  setup: z.string(),
  signal: SignalType,
  quality: Quality,
  /** True when it was issued in training without the value and calendar gates: practice, not advice. */
  drill: z.boolean(),
  /** One real order of the smallest size, closed at once, to see that the way there and back works. Absent: a mission like any other. */
  test: z.literal(true).optional(),
  side: Side,
  entry: Points,
  stop: Points,
  target: Points,
  stopPoints: Points,
  rewardRatio: z.number().positive(),
  confidence: Confidence,
  /** Absent where no model may speak, and in ledgers of before: its end then teaches nothing. */
  followed: Followed.optional(),
  /** How likely it is that neither is reached before the time exit, and what that is worth on average, R. */
  timeOut: z.object({ p: z.number().min(0).max(1), r: z.number() }).default({ p: 0, r: 0 }),
  /** Expected value in R after cost: p·R − (1 − p − q) + q·m − cost, with q and m of the time-out. */
  expectedR: z.number(),
  /** In the best tenth of the expected values assessed before it: the label SNIPER_OPS. */
  sniper: z.boolean().default(false),
  /** Commission and slippage, R. The spread is already inside p. */
  costR: z.number().nonnegative(),
  spread: Points,
  regime: Regime.nullable(),
  session: Session,
  /** What cancels it, in words. */
  invalidation: z.string(),
  /** An M5 close beyond it cancels the mission. Null in ledgers of before: half the stop from the entry. */
  invalidBeyond: Points.nullable().default(null),
  /** Market time at which the trade is closed whatever it is worth; null: never. */
  timeExitMs: EpochMs.nullable().default(null),
  /** One sentence with what the study measured of its setup. */
  evidence: z.string().default(''),
  structure: z.array(Structure).default([]),
  /** Null in ledgers of before: nothing was measured, and the smallest size counts. */
  shield: Shield.nullable().default(null),
  timer: z.array(TimerShare).default([]),
  /** What was not in order and did not refuse it. */
  warnings: z.array(z.string()).default([]),
  figures: z.array(Figure),
  /** Close time of the bar that made it, and how long that bar is, minutes. */
  barMs: EpochMs,
  barMinutes: z.number().int().positive().nullable().default(null),
  issuedMs: EpochMs,
  expiresMs: EpochMs,
})
export type Mission = z.infer<typeof Mission>

/** A trade after its last deal. Money includes commission and swap. */
export const ClosedTrade = z.object({
  mission: Ulid.nullable(),
  order: Ulid,
  terminal: TerminalId,
  kind: AccountKind,
  pair: Pair,
  side: Side,
  digits: z.number().int(),
  lots: z.number(),
  open: Points,
  close: Points,
  stop: Points,
  target: Points,
  openMs: EpochMs,
  closeMs: EpochMs,
  pips: z.number(),
  netCents: Cents,
  riskCents: Cents,
  /** Net result ÷ money at risk when it was fired, of the lots that were filled. */
  r: z.number(),
  /** `time`: the plan's time exit. */
  reason: z.enum(['stop', 'target', 'time', 'command', 'manual', 'stopOut', 'other']),
  dealIn: z.string(),
  dealOut: z.string(),
  /** Of a test fire: money as any, and no trade of anybody's record. Absent: of a mission like any other. */
  test: z.literal(true).optional(),
})
export type ClosedTrade = z.infer<typeof ClosedTrade>
