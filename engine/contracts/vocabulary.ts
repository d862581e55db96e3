/** The desk's own words, each a closed list. Rules and numbers: docs of the rules of engagement in domain/. */
import { z } from 'zod'

export const Regime = z.enum([
  'TRENDING_BULL', 'TRENDING_BEAR', 'BREAKOUT', 'VOLATILE_RANGE', 'CALM_RANGE', 'NEWS_EVENT',
]) // prettier-ignore
export type Regime = z.infer<typeof Regime>

export const Session = z.enum(['ASIAN', 'LONDON', 'OVERLAP', 'NEW_YORK', 'ROLLOVER', 'CLOSED'])
export type Session = z.infer<typeof Session>

export const SignalType = z.enum(['RAPID_ASSAULT', 'PRECISION_STRIKE'])
export type SignalType = z.infer<typeof SignalType>

export const Quality = z.enum(['PLATINUM', 'GOLD', 'SILVER', 'BRONZE', 'DRILL'])
export type Quality = z.infer<typeof Quality>

/** How safe the circumstances of a mission are, by its shield: from 8, from 6, from 4, and below. */
export const ShieldClass = z.enum(['APPROVED', 'ACTIVE', 'VOLATILITY_ZONE', 'UNVERIFIED'])
export type ShieldClass = z.infer<typeof ShieldClass>

/** How much of a mission is still true when it is fired. */
export const Freshness = z.enum(['FRESH', 'VALID', 'AGING', 'EXPIRED'])
export type Freshness = z.infer<typeof Freshness>

export const Selector = z.enum(['SAFE', 'SELECT', 'AUTO'])
export type Selector = z.infer<typeof Selector>

export const Rank = z.enum(['NIBBLER', 'SCOUT', 'WARRIOR', 'FANG', 'COMMANDER'])
export type Rank = z.infer<typeof Rank>

/** Why a setup did not become a mission. Each travels with its figure and the limit it missed. */
export const RefusalCode = z.enum([
  'WATCH_ONLY', 'VALUE_BELOW_GATE', 'STALE_DATA', 'SPREAD_ABOVE_NORM', 'SPREAD_OF_STOP', 'SPREAD_NORM_UNKNOWN', 'DEAD_HOURS', 'WEEKEND_NEAR',
  'CALENDAR_MISSING', 'NEWS_NEAR', 'COST_UNKNOWN', 'STOP_OF_COST', 'STOP_TOO_SHORT', 'VOLATILITY_UNUSUAL',
  'VOLUME_THIN', 'CORRELATED', 'CURRENCY_EXPOSURE', 'MISSION_OPEN', 'MISSION_AGAINST', 'COOLDOWN', 'HOURLY_LIMIT', 'DAILY_LIMIT',
  'POSITION_OPEN',
]) // prettier-ignore
export type RefusalCode = z.infer<typeof RefusalCode>

/** Why a shot is not fired: ours, before anything leaves the app. In the order in which the gate gives them. */
export const DenialCode = z.enum([
  'LINK_DOWN', 'NOT_ARMED', 'TERMINAL_DENIES', 'LIVE_LOCKED', 'CONSENT_MISSING', 'TEST_ACCOUNT', 'SELECTOR_SAFE', 'PAUSED',
  'TILT_LOCKOUT', 'DAILY_LOSS', 'DAILY_EQUITY', 'PROP_DAILY_LOSS', 'PROP_DRAWDOWN', 'DAILY_STOP', 'DRAWDOWN_STOP',
  'AUTO_OFF', 'AUTO_RANK', 'AUTO_UNCALIBRATED', 'AUTO_QUALITY', 'AUTO_SHIELD', 'AUTO_SLOTS', 'AUTO_SHOTS',
  'MISSION_GONE', 'MISSION_EXPIRED', 'NO_ACCOUNT', 'EQUITY_UNKNOWN', 'TRADE_NOT_ALLOWED', 'NO_SPEC', 'NO_PRICE', 'STALE_DATA',
  'PRICE_DRIFTED', 'PLACE_NOT_TAKEN', 'PRICE_AT_ENTRY', 'SPREAD_TOO_WIDE', 'STOP_TOO_NEAR', 'SYMBOL_TAKEN', 'NETTING_TAKEN', 'ONE_TERMINAL', 'OPEN_TRADES',
  'MEDIC_TRADES', 'SHOTS_TODAY', 'RATE_MINUTE', 'RATE_SYMBOL', 'DEAD_HOURS', 'WEEKEND_NEAR', 'CALENDAR_MISSING', 'NEWS_NEAR',
  'NOT_FRESH', 'CORRELATED', 'CURRENCY_EXPOSURE', 'EXTERNAL_RISK', 'COST_UNKNOWN', 'VALUE_DOUBTFUL', 'LOTS_BELOW_MIN',
  'LOTS_ABOVE_MAX', 'LOTS_ABOVE_TERMINAL', 'TOTAL_RISK',
]) // prettier-ignore
export type DenialCode = z.infer<typeof DenialCode>

/**
 * What keeps new trades back, or makes them smaller. Those that must outlive their cause, and a restart, are told by
 * `guardRaised`; the others are read off the clock, the calendar and the link.
 */
export const GuardName = z.enum([
  'TILT_WARNING', 'TILT_LOCKOUT', 'MEDIC', 'DAILY_STOP', 'DRAWDOWN_STOP', 'NEWS_LOCK', 'WEEKEND_LOCK', 'LINK_DOWN', 'RECONCILING',
  'PAUSED', 'HALTED',
]) // prettier-ignore
export type GuardName = z.infer<typeof GuardName>

/** A reason with its figures: what was measured, and the limit. Both are shown as they stand. */
export const Reason = <C extends z.ZodType<string>>(code: C) =>
  z.object({
    code,
    /** One sentence for a person, figures included. */
    text: z.string(),
    value: z.number().nullable(),
    limit: z.number().nullable(),
  })
export const Refusal = Reason(RefusalCode)
export type Refusal = z.infer<typeof Refusal>
export const Denial = Reason(DenialCode)
export type Denial = z.infer<typeof Denial>

/** Life of an order. The drawing and the transition table are in domain/fire/order-machine. */
export const OrderState = z.enum([
  'approved', 'recorded', 'sent', 'working', 'partlyFilled', 'filled', 'managed', 'closed', 'rejected', 'denied', 'expired', 'cancelled',
  'unknown', 'neverHappened', 'waiting', 'settled',
]) // prettier-ignore
export type OrderState = z.infer<typeof OrderState>

export const MissionState = z.enum(['pending', 'fired', 'filled', 'closed', 'expired', 'declined', 'refused'])
export type MissionState = z.infer<typeof MissionState>
