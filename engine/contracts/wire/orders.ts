/** What the app asks of the terminal. Every command has an id that never changes on a retry. */
import { z } from 'zod'
import { EpochMs, LotsText, PriceText, Side, Ticket, Ulid } from '../primitives.ts'

export const MAGIC = 777_001

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
})
export type Fire = z.infer<typeof Fire>

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

/** Closes every position of our magic number. Answered by one verdict, confirmed by deals. */
export const Flatten = z.object({ id: Ulid, magic: z.number().int().positive() })
export type Flatten = z.infer<typeof Flatten>

/**
 * The question after every reconnect: what became of these ids? Answered by a verdict each (`buried` for an id the
 * terminal never saw), the deals since `dealsSinceMs` (market time), `account`, `positions`, and `synced`.
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
