/** What the app asks of the terminal. Every command has an id that never changes on a retry. */
import { z } from 'zod'
import { EpochMs, LotsText, PriceText, Side, Ticket, Ulid } from '../primitives.ts'

export const MAGIC = 777_001

const ProfitInR = z.number().positive().max(100)

/**
 * What the terminal does with the position by itself, so that it is done without the app too. R is the distance from fill
 * to first stop. A stop is only ever moved nearer.
 */
export const ManagementPlan = z.object({
  /** At `atR` the stop goes to the entry and `lockPoints` beyond it. */
  breakEven: z.object({ atR: ProfitInR, lockPoints: z.number().int().nonnegative() }).optional(),
  /** At `atR` so many lots are closed. */
  partial: z.object({ atR: ProfitInR, lots: LotsText }).optional(),
  /** From `startR` on the stop follows: in steps of points, or at a multiple of the average true range. */
  trail: z
    .discriminatedUnion('by', [
      z.object({
        by: z.literal('step'),
        startR: ProfitInR,
        distancePoints: z.number().int().positive(),
        stepPoints: z.number().int().positive(),
      }),
      z.object({
        by: z.literal('atr'),
        startR: ProfitInR,
        /** Timeframe in minutes. */
        tf: z.union([z.literal(1), z.literal(5), z.literal(15), z.literal(60)]),
        period: z.number().int().min(2).max(100),
        multiple: z.number().positive().max(20),
      }),
    ])
    .optional(),
  /** Market time after the fill, or of an order that waits after its `untilMs`, at which the position is closed. */
  timeStopMs: z.number().int().positive().optional(),
})
export type ManagementPlan = z.infer<typeof ManagementPlan>

/** A market order with its stop in the same request. Later than header.ms + ttlMs it is `expired`, never sent. */
export const Fire = z.object({
  id: Ulid,
  symbol: z.string().min(1).max(32),
  side: Side,
  lots: LotsText,
  stop: PriceText,
  target: PriceText,
  /** Furthest that the fill may be from `price`, and widest spread, points. */
  price: PriceText,
  deviation: z.number().int().nonnegative(),
  maxSpread: z.number().int().positive(),
  ttlMs: z.number().int().positive().max(60_000),
  magic: z.number().int().positive(),
  comment: z.string().max(27),
  plan: ManagementPlan.optional(),
})
export type Fire = z.infer<typeof Fire>

/**
 * A limit order with its stop in the same request. It waits at the broker until the price comes to `price`, or until `untilMs`
 * by the market's clock, when the broker itself removes it.
 */
export const Place = Fire.omit({ deviation: true }).extend({ untilMs: EpochMs })
export type Place = z.infer<typeof Place>

/**
 * Makes sure that `order`, the id of a `place`, can become no position any more: removed, or buried when it was never seen. It has
 * no validity: it is meant whenever it arrives.
 */
export const Cancel = z.object({ id: Ulid, order: Ulid })
export type Cancel = z.infer<typeof Cancel>

export const Modify = z.object({
  id: Ulid,
  position: Ticket,
  stop: PriceText,
  target: PriceText.nullable(),
  ttlMs: z.number().int().positive().max(60_000),
})
export type Modify = z.infer<typeof Modify>

/** Closes one position by ticket: all of it, or `lots` of it. */
export const Close = z.object({
  id: Ulid,
  position: Ticket,
  lots: LotsText.nullable(),
  deviation: z.number().int().nonnegative(),
  ttlMs: z.number().int().positive().max(60_000),
})
export type Close = z.infer<typeof Close>

/** Closes every position of our magic number and removes every order that waits. Answered by one verdict, confirmed by deals. */
export const Flatten = z.object({ id: Ulid, magic: z.number().int().positive() })
export type Flatten = z.infer<typeof Flatten>

/**
 * The app's limits for new orders, until the next `limits`. They count only where they are tighter than the terminal's own
 * inputs. Answered by a verdict whose text names what holds now.
 */
export const Limits = z.object({
  id: Ulid,
  maxLots: LotsText.optional(),
  maxPositions: z.number().int().positive().optional(),
  /** Of one order, percent of balance lost at its stop. */
  maxRiskPct: z.number().positive().max(100).optional(),
  maxSpread: z.number().int().positive().optional(),
  /** Percent of the day's first balance. */
  dailyLossPct: z.number().positive().max(100).optional(),
  symbols: z.array(z.string().min(1).max(32)).max(64).optional(),
})
export type Limits = z.infer<typeof Limits>

/** No new order, over every restart of the terminal, until `resume`; orders that wait are removed. Closing and moving stops stay allowed. */
export const Halt = z.object({ id: Ulid, reason: z.string().max(400) })
export type Halt = z.infer<typeof Halt>
export const Resume = z.object({ id: Ulid })
export type Resume = z.infer<typeof Resume>

/**
 * The question after every reconnect: what became of these ids? Answered by a verdict each (`buried` for an id the
 * terminal never saw), the deals since `dealsSinceMs` (market time), `account`, `positions`, `orders`, and `synced`.
 */
export const Sync = z.object({
  id: Ulid,
  commands: z.array(Ulid).max(256),
  dealsSinceMs: EpochMs,
})
export type Sync = z.infer<typeof Sync>

/** Closed bars of one symbol, oldest first, answered by one or more `bars`. */
export const History = z.object({
  id: Ulid,
  index: z.number().int().min(0).max(65_535),
  /** Timeframe in minutes; 1 is the only one that has to be answered. */
  tf: z.literal(1),
  fromMs: EpochMs,
  /** Newest bars win when there are more. */
  max: z.number().int().positive().max(50_000),
})
export type History = z.infer<typeof History>
