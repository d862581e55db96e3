/**
 * The control channel of a running desk: JSON lines over a local socket. The first line is a `ControlHello`; each line
 * after it is a `ControlRequest` and gets one `ControlReply`. A line that makes no sense gets a refusal, and the end.
 */
import { z } from 'zod'
import { CommandAnswer } from './commands.ts'
import { AccountKind, Cents, EpochMs, Side, TerminalId, Ulid } from './primitives.ts'
import { RestoreWish, SettingsAnswer, SettingsHistory, SettingsNow, SettingsWish } from './settings-desk.ts'
import { SquadWish } from './squad-desk.ts'
import { TelegramView, TelegramWish } from './telegram.ts'
import { GuardName, OrderState, Rank, Selector } from './vocabulary.ts'

/** `control/door.json` of the data folder, for its user only: where a running desk listens, and what it must be told. */
export const ControlDoor = z.strictObject({
  version: z.literal(1),
  address: z.string().min(1).max(1_000),
  token: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ControlDoor = z.infer<typeof ControlDoor>

export const ControlHello = z.strictObject({ bitten: z.literal(1), token: z.string().max(200) })

export const ControlRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('status') }),
  z.strictObject({ ask: z.literal('flatten') }),
  z.strictObject({ ask: z.literal('pause') }),
  z.strictObject({ ask: z.literal('resume') }),
  /** Everything that is pending. */
  z.strictObject({ ask: z.literal('cancel') }),
  /** One order that waits at the broker. */
  z.strictObject({ ask: z.literal('cancelOrder'), order: Ulid }),
  z.strictObject({ ask: z.literal('settleOrder'), order: Ulid, typed: z.string().max(200) }),
  z.strictObject({ ask: z.literal('testFire'), terminal: TerminalId }),
  z.strictObject({ ask: z.literal('selector'), selector: Selector }),
  z.strictObject({ ask: z.literal('settings') }),
  z.strictObject({ ask: z.literal('changeSettings'), wish: SettingsWish }),
  z.strictObject({ ask: z.literal('settingsHistory') }),
  z.strictObject({ ask: z.literal('restoreSettings'), wish: RestoreWish }),
  z.strictObject({ ask: z.literal('squad'), wish: SquadWish }),
  z.strictObject({ ask: z.literal('telegram') }),
  z.strictObject({ ask: z.literal('telegramWish'), wish: TelegramWish }),
  /** The window to the front. */
  z.strictObject({ ask: z.literal('show') }),
])
export type ControlRequest = z.infer<typeof ControlRequest>

const LinkStatus = z.object({
  terminal: z.string(),
  state: z.enum(['down', 'live']),
  broker: z.string(),
  kind: AccountKind,
  armed: z.boolean(),
  problem: z.string().nullable(),
  nextStep: z.string().nullable(),
})
const PositionStatus = z.object({
  terminal: z.string(),
  position: z.string(),
  symbol: z.string(),
  side: Side,
  lots: z.string(),
  stop: z.string().nullable(),
  r: z.number().nullable(),
  netCents: Cents,
  /** Not opened by BITTEN, and never touched by it. */
  external: z.boolean(),
  /** As in the view: its terminal is not linked, and this is what it has shown last. */
  lastSeenMs: EpochMs.nullable(),
})

/** An order that is no position yet, or whose end nobody knows. */
const OrderStatus = z.object({
  /** Our id, by which it is cancelled or settled; of somebody else's order its ticket. */
  order: z.string(),
  terminal: z.string(),
  symbol: z.string(),
  side: Side,
  lots: z.number(),
  state: OrderState,
  text: z.string(),
  /** Of one that waits at the broker. `leftMs`: market time; null: until it is taken back. */
  waits: z.object({ price: z.string(), leftMs: z.number().nullable() }).nullable(),
  /** Not placed by BITTEN, and never touched by it. */
  external: z.boolean(),
  /** The words that end it by hand; null while the terminal speaks for it. */
  settle: z.string().nullable(),
})

/** What the engine says of the desk; the figures are those of its War Room. */
const DeskStatus = z.object({
  kind: AccountKind.nullable(),
  marketMs: EpochMs.nullable(),
  links: z.array(LinkStatus),
  account: z.object({ currency: z.string(), balanceCents: Cents, equityCents: Cents }).nullable(),
  selector: Selector,
  paused: z.boolean(),
  guards: z.array(
    z.object({
      guard: GuardName,
      terminal: z.string(),
      text: z.string(),
      leftMs: z.number().nullable(),
      blocks: z.boolean(),
    }),
  ),
  positions: z.array(PositionStatus),
  orders: z.array(OrderStatus),
  /** Of the shown kind of account. */
  campaign: z.object({ kind: AccountKind, rank: Rank, xp: z.number().int() }),
  today: z.object({
    shots: z.number(),
    shotsLimit: z.number(),
    openTrades: z.number(),
    openLimit: z.number(),
    lossCents: Cents,
    lossLimitCents: Cents.nullable(),
    openRiskCents: Cents,
  }),
})
export type DeskStatus = z.infer<typeof DeskStatus>

export const ControlStatus = z.object({
  version: z.string(),
  dataFolder: z.string(),
  /** `running`, or a sentence of what is wrong with the engine. */
  engine: z.string(),
  /** Terminals that the host itself holds a session with, engine or not. */
  linked: z.array(z.string()),
  /** Null while the engine can't say. */
  desk: DeskStatus.nullable(),
})
export type ControlStatus = z.infer<typeof ControlStatus>

/** To what is asked and tells nothing back; what failed is a refusal. */
const ControlDone = z.object({ is: z.literal('done') })

/** The answer's shape by question. */
export const CONTROL_ANSWERS = {
  status: ControlStatus,
  flatten: CommandAnswer,
  pause: CommandAnswer,
  resume: CommandAnswer,
  cancel: CommandAnswer,
  cancelOrder: CommandAnswer,
  settleOrder: CommandAnswer,
  testFire: CommandAnswer,
  selector: CommandAnswer,
  settings: SettingsNow,
  changeSettings: SettingsAnswer,
  settingsHistory: SettingsHistory,
  restoreSettings: SettingsAnswer,
  squad: CommandAnswer,
  telegram: TelegramView,
  telegramWish: ControlDone,
  show: CommandAnswer,
} as const
export type ControlAsk = ControlRequest['ask']
export type ControlAnswers = { [A in ControlAsk]: z.infer<(typeof CONTROL_ANSWERS)[A]> }

export const ControlReply = z.discriminatedUnion('is', [
  z.object({ is: z.literal('answer'), value: z.unknown() }),
  z.object({ is: z.literal('refused'), code: z.string(), text: z.string() }),
])
export type ControlReply = z.infer<typeof ControlReply>
