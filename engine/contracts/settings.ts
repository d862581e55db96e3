/** What a trader may set. One file, validated whole; a trader may go tighter than the rank, never looser. */
import { z } from 'zod'
import { AccountKind } from './primitives.ts'
import { ReportTone } from './reports.ts'
import { TelegramSettings } from './telegram.ts'
import { DEFAULT_PORT } from './wire/header.ts'

/** Typed word for word by the trader, because it trades real money without what the connection over ZeroMQ gives. */
export const CONSENT = 'I trade real money over this road'
/** Typed once for each account with real money, before anything is fired there. */
export const REAL_MONEY = 'I trade real money with BITTEN'
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

/** The trader's own limits. The tightest of these and the rank's holds; looser ones are refused. Null: the rank's. */
const OwnLimits = z.object({
  openTrades: z.number().int().min(1).max(5).nullable().default(null),
  shotsADay: z.number().int().min(1).max(20).nullable().default(null),
  /** Percent of the balance that the day began with. */
  dailyLossPct: z.number().positive().max(5).nullable().default(null),
  /** Of everything open together, percent of the balance. */
  totalRiskPct: z.number().positive().max(6).default(6),
  /** Of one order. No rank limits it: null is no limit. */
  maxLots: z.number().min(0.001).max(1_000).nullable().default(null),
})

/** What AUTO may do by itself. */
const Auto = z.object({
  minQuality: z.enum(['PLATINUM', 'GOLD', 'SILVER']).default('SILVER'),
  minShield: z.number().min(6).max(10).default(6),
  /** Open trades at which it stops firing. */
  slots: z.number().int().min(1).max(5).default(1),
  shotsADay: z.number().int().min(1).max(20).default(3),
})

/** Limits of a firm that lends the account. They come on top of the rank's. */
const PropFirm = z.object({
  /** Static: below the balance that the account began with. Trailing: below the highest equity that was seen. */
  maxDrawdown: z
    .object({
      by: z.enum(['static', 'trailing']),
      pct: z.number().positive().max(50),
      startBalanceCents: z.number().int().positive(),
    })
    .nullable()
    .default(null),
  /** Below the equity that the day began with, open positions included. */
  dailyLossPct: z.number().positive().max(20).nullable().default(null),
  /** No shot this long before and after a high-impact announcement; never less than the overlay's own. */
  newsMinutes: z.number().int().min(1).max(120).nullable().default(null),
  /** Everything is closed before the week ends. */
  flatByWeekend: z.boolean().default(false),
})

/** What the engine follows, and can be told anew while it runs. */
export const DeskSettings = z.object({
  /** Risk of one trade, percent of balance. */
  riskPct: z.number().positive().max(2).default(1),
  /** Without an economic calendar of now: no missions, or missions with a warning. On real money always `block`. */
  noCalendar: z.enum(['block', 'warn']).default('block'),
  limits: OwnLimits.prefault({}),
  auto: Auto.prefault({}),
  prop: PropFirm.prefault({}),
  /** On simulated and demo accounts every rank's powers are there for trying out. Their results stay in their own ledger. */
  practiceUnlocked: z.boolean().default(false),
  /** In which drill report and SITREP are told. */
  reportTone: ReportTone.default('balanced'),
  /** The trader has passed the checklist of docs/unverified.md on this computer. Without it real money is never traded. */
  liveUnlocked: z.boolean().default(false),
})
export type DeskSettings = z.infer<typeof DeskSettings>

export const Settings = z.object({
  version: z.literal(1),
  port: z.number().int().min(0).max(65_535).default(DEFAULT_PORT),
  ...DeskSettings.shape,
  training: z
    .object({
      seed: z.number().int().nonnegative().default(20_140_501),
      speed: z.number().nonnegative().default(60),
    })
    .prefault({}),
  roads: Roads.prefault({}),
  telegram: TelegramSettings.prefault({}),
  watchdog: z
    .object({
      /** On Windows, start MetaTrader again when it was running and has ended. */
      restartTerminal: z.boolean().default(false),
    })
    .prefault({}),
})
export type Settings = z.infer<typeof Settings>
