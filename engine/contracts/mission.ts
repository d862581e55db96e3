import { z } from 'zod'
import { AccountKind, Cents, EpochMs, Points, Side, TerminalId, Ulid } from './primitives.ts'
import { Pair } from './pairs.ts'
import { Quality, Regime, Session, SignalType } from './vocabulary.ts'

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
  side: Side,
  entry: Points,
  stop: Points,
  target: Points,
  stopPoints: Points,
  rewardRatio: z.number().positive(),
  confidence: Confidence,
  /** Expected value in R after cost: p·R − (1−p) − cost. */
  expectedR: z.number(),
  /** Commission and slippage, R. The spread is already inside p. */
  costR: z.number().nonnegative(),
  spread: Points,
  regime: Regime.nullable(),
  session: Session,
  /** What cancels it, in words. */
  invalidation: z.string(),
  figures: z.array(Figure),
  /** Close time of the bar that made it. */
  barMs: EpochMs,
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
  reason: z.enum(['stop', 'target', 'command', 'manual', 'stopOut', 'other']),
  dealIn: z.string(),
  dealOut: z.string(),
})
export type ClosedTrade = z.infer<typeof ClosedTrade>
