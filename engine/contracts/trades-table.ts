/** The closed trades as a table that is looked at a piece at a time: whichever are on the screen. */
import { z } from 'zod'
import { DebriefQuery, type DebriefGrouping, type DebriefScope } from './debrief.ts'
import type { Side, Ulid } from './primitives.ts'

/** What the rows can be ordered by. `held`: from first fill to last exit, week-ends included. Equal ones: newest first. */
export const TradeOrder = z.enum(['closed', 'pair', 'r', 'money', 'held', 'worst', 'best'])
export type TradeOrder = z.infer<typeof TradeOrder>

/** The trades that a debrief of the same choice is about. */
export const TradesTableQuery = DebriefQuery.omit({ trials: true }).extend({
  kind: z.literal('tradesTable'),
  order: TradeOrder,
  /** Largest, latest or last of the alphabet first. */
  descending: z.boolean(),
  skip: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
})
export type TradesTableQuery = z.infer<typeof TradesTableQuery>

/** One trade, its parts together. Null, and the key `NONE`: nobody has recorded it. Times UTC, money in account currency. */
export type TradeTableRow = Readonly<{
  order: Ulid
  mission: Ulid | null
  openMs: number
  closeMs: number
  side: Side
  lots: number
  r: number
  netCents: number
  /** Furthest against and for the trade before its end, in R. */
  maeR: number | null
  mfeR: number | null
  keys: Readonly<Record<Extract<DebriefGrouping, 'pair' | 'setup' | 'session' | 'reason'>, string>>
}>

export type TradesTable = Readonly<{
  scope: DebriefScope
  ofScope: Readonly<Record<DebriefScope, number>>
  /** Of the choice, whatever was asked to be skipped. */
  total: number
  skip: number
  rows: readonly TradeTableRow[]
}>
