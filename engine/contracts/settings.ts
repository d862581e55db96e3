/** What a trader may set. One file, validated whole; a trader may go tighter than the rank, never looser. */
import { z } from 'zod'
import { AccountKind } from './primitives.ts'
import { DEFAULT_PORT } from './wire/header.ts'

/** Typed word for word by the trader, because it trades real money without what the connection over ZeroMQ gives. */
export const CONSENT = 'I trade real money over this road'
const Consent = z
  .literal(CONSENT, { error: `expected null, or word for word "${CONSENT}"` })
  .nullable()
  .default(null)

const Folder = z
  .string()
  .max(1_000)
  .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/, 'expected a whole path, from the root or a drive on')

/** Roads beside the connection over ZeroMQ, for terminals that can't use it. */
const Roads = z.object({
  /** MQL5/Files/BITTEN/UUID of each terminal whose road is files. */
  files: z.object({ folders: z.array(Folder).max(8).default([]), consent: Consent }).prefault({}),
  /** The predecessor's Expert Advisor, unmodified. It proves nothing about itself. */
  legacy: z
    .object({
      on: z.boolean().default(false),
      port: z.number().int().min(0).max(65_535).default(8_001),
      /** MQL5/Files/BITTEN of its terminal, for orders; null shows prices only. */
      folder: Folder.nullable().default(null),
      /** It does not say what money it trades, so the trader does. */
      account: AccountKind.exclude(['simulated']).default('live'),
      /** Smallest change of an order at its broker; null: unknown, and no order is written. */
      lotStep: z.number().positive().nullable().default(null),
      consent: Consent,
    })
    .prefault({}),
})

export const Settings = z.object({
  version: z.literal(1),
  port: z.number().int().min(0).max(65_535).default(DEFAULT_PORT),
  /** Risk of one trade, percent of balance. */
  riskPct: z.number().positive().max(2).default(1),
  /** Without an economic calendar of now: no missions, or missions with a warning. On real money always `block`. */
  noCalendar: z.enum(['block', 'warn']).default('block'),
  training: z
    .object({
      seed: z.number().int().nonnegative().default(20_140_501),
      speed: z.number().nonnegative().default(60),
    })
    .prefault({}),
  roads: Roads.prefault({}),
})
export type Settings = z.infer<typeof Settings>
