/** What a trader may set. One file, validated whole; a trader may go tighter than the rank, never looser. */
import { z } from 'zod'
import { DEFAULT_PORT } from './wire/header.ts'

export const Settings = z.object({
  version: z.literal(1),
  port: z.number().int().min(0).max(65_535).default(DEFAULT_PORT),
  /** Risk of one trade, percent of balance. */
  riskPct: z.number().positive().max(2).default(1),
  training: z
    .object({
      seed: z.number().int().nonnegative().default(20_140_501),
      speed: z.number().nonnegative().default(60),
    })
    .prefault({}),
})
export type Settings = z.infer<typeof Settings>
