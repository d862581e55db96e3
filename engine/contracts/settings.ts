/**
 * What a trader may set. One file, validated whole; a trader may go tighter than the rank, never looser. Each description
 * is what docs/settings.md and the page of the window say of it.
 */
import { z } from 'zod'
import { AccountKind } from './primitives.ts'
import { ReportTone } from './reports.ts'
import { AlertSettings, LoginSettings } from './settings-alerts.ts'
import { Auto, OwnLimits, PropFirm } from './settings-limits.ts'
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
  files: z
    .object({
      folders: z
        .array(Folder)
        .max(8)
        .default([])
        .describe(
          '`MQL5/Files/BITTEN/UUID` of each terminal whose road is files. See [decision 15](decisions/0015-second-road.md).',
        ),
      consent: Consent.describe('Without these words no real money is traded over files.'),
    })
    .prefault({}),
  /** The predecessor's Expert Advisor, unmodified. It proves nothing about itself. */
  legacy: z
    .object({
      on: z.boolean().default(false).describe("Whether the predecessor's Expert Advisor is listened to."),
      port: z.number().int().min(0).max(65_535).default(8_001).describe('Where it sends its prices.'),
      folder: Folder.nullable()
        .default(null)
        .describe('`MQL5/Files/BITTEN` of its terminal, for orders. `null`: prices only.'),
      account: AccountKind.exclude(['simulated'])
        .default('live')
        .describe('What money it trades: it does not say so itself.'),
      lotStep: z
        .number()
        .positive()
        .nullable()
        .default(null)
        .describe('The smallest change of an order at its broker. `null`: unknown, and no order is written.'),
      consent: Consent.describe('Without these words no real money is traded over it.'),
    })
    .prefault({}),
})

/** What the engine follows, and can be told anew while it runs. */
export const DeskSettings = z.object({
  riskPct: z
    .number()
    .positive()
    .max(2)
    .default(1)
    .describe(
      'Risk of one trade in percent of the balance, before the shield makes it smaller. By rank at most 1, 1.5 or 2.',
    ),
  noCalendar: z
    .enum(['block', 'warn'])
    .default('block')
    .describe(
      'Without an economic calendar of now: no missions, or missions with a warning. On real money always `block`. See [calendar.md](calendar.md).',
    ),
  limits: OwnLimits.prefault({}),
  auto: Auto.prefault({}),
  prop: PropFirm.prefault({}),
  /** Their results stay in their own ledger. */
  practiceUnlocked: z
    .boolean()
    .default(false)
    .describe("On simulated and demo accounts every rank's powers are there for trying out."),
  reportTone: ReportTone.default('balanced').describe(
    'In which the drill report and SITREP are told. Their facts are the same.',
  ),
  liveUnlocked: z
    .boolean()
    .default(false)
    .describe(
      'You have passed the checklist of [unverified.md](unverified.md) on this computer. Without it real money is never traded.',
    ),
})
export type DeskSettings = z.infer<typeof DeskSettings>

export const Settings = z.object({
  version: z.literal(1),
  port: z
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(DEFAULT_PORT)
    .describe(
      'Where the Expert Advisor finds the desk on this computer (127.0.0.1). Another one has to be entered in its inputs too; 0 takes any free one.',
    ),
  ...DeskSettings.shape,
  training: z
    .object({
      seed: z
        .number()
        .int()
        .nonnegative()
        .default(20_140_501)
        .describe('Of the made-up market of the training ground: the same seed is the same market.'),
      speed: z
        .number()
        .nonnegative()
        .default(60)
        .describe('Market seconds a second of the training ground; 0 is as fast as it goes.'),
    })
    .prefault({}),
  roads: Roads.prefault({}),
  telegram: TelegramSettings.prefault({}),
  alerts: AlertSettings.prefault({}),
  desk: LoginSettings.prefault({}),
  watchdog: z
    .object({
      restartTerminal: z
        .boolean()
        .default(false)
        .describe('On Windows, MetaTrader is started again when it was running and has ended.'),
    })
    .prefault({}),
})
export type Settings = z.infer<typeof Settings>
