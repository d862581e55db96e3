/**
 * What an unmodified predecessor EA says: a post of prices every five seconds, and one result file that it overwrites.
 * Its times are its broker's own and can't be converted, so they only say whether a price is a new one.
 */
import { z } from 'zod'
import { TerminalId } from './primitives.ts'

const BrokerTime = z.union([z.number().int().nonnegative(), z.string().max(32)])

const LegacyTick = z.object({
  symbol: z.string().min(1).max(32),
  bid: z.number().positive(),
  ask: z.number().positive(),
  /** Points. */
  spread: z.number().nonnegative(),
  volume: z.number().nonnegative(),
  time: BrokerTime,
})
export type LegacyTick = z.infer<typeof LegacyTick>

export const LegacyPost = z.object({
  uuid: TerminalId,
  timestamp: BrokerTime,
  account_balance: z.number(),
  broker: z.string().max(128),
  server: z.string().max(128),
  ticks: z.array(LegacyTick).max(64),
})

export const LegacyResult = z.object({
  signal_id: z.string(),
  status: z.enum(['success', 'error', 'closed']),
  ticket: z.union([z.number().int().nonnegative(), z.string().max(20)]).optional(),
  message: z.string().max(1_000).default(''),
})
