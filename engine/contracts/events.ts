/**
 * What happened: past tense, immutable, stored before it is told. The ledger is these, in order, hash-chained;
 * everything else the app remembers is a fold over them.
 */
import { z } from 'zod'
import {
  AccountKind,
  Cents,
  EpochMs,
  Lots,
  LotsText,
  Points,
  Side,
  TerminalId,
  Ticket,
  Ulid,
} from './primitives.ts'
import { Pair } from './pairs.ts'
import { ClosedTrade, Mission, TimerShare } from './mission.ts'
import { PlanName } from './model.ts'
import { DeskSettings } from './settings.ts'
import { Denial, Freshness, GuardName, OrderState, Refusal, Selector } from './vocabulary.ts'
import { Deal, VERDICTS } from './wire/facts.ts'
import { XpReason } from './badges.ts'
import { JournalText } from './journal.ts'
import { ReportName, ReportTone } from './reports.ts'
import { event } from './event.ts'
import { SQUAD_EVENTS } from './squad-events.ts'
import { TELEGRAM_EVENTS } from './telegram-events.ts'

/** Which account of which terminal something is about: two terminals may share one, and one terminal may change it. */
const ofAccount = { terminal: TerminalId, account: AccountKind, loginHash: z.string() }

/** How far the price went against and for a trade before its end, in R; 0 is its open. */
const excursion = { maeR: z.number().nonnegative(), mfeR: z.number().nonnegative() }
/** `bars`: a part of it happened while no tick was heard, and was read from one-minute bars. */
const FollowedBy = z.enum(['ticks', 'bars'])

export const EngineEvent = z.discriminatedUnion('kind', [
  event('engineStarted', { version: z.string(), schema: z.number().int() }),
  event('terminalLinked', {
    terminal: TerminalId,
    session: z.string(),
    broker: z.string(),
    server: z.string(),
    account: AccountKind,
    loginHash: z.string(),
  }),
  event('terminalLost', { terminal: TerminalId, reason: z.string() }),
  event('armed', { terminal: TerminalId, lost: z.number().int(), external: z.number().int(), currency: z.string().length(3).optional() }), // prettier-ignore
  event('disarmed', { terminal: TerminalId, reason: z.string() }),
  event('linkFaulted', { terminal: TerminalId, code: z.string(), text: z.string(), count: z.number().int() }),

  event('missionIssued', { mission: Mission }),
  event('missionRefused', { mission: Mission, refusals: z.array(Refusal).min(1) }),
  /** A proposal, taken or not, followed on M1 bars to its end: what the level of the probabilities is learnt from. */
  event('candidateEnded', {
    terminal: TerminalId,
    pair: Pair,
    setup: z.string(),
    plan: PlanName,
    side: Side,
    model: z.string(),
    /** Probability of the target as the model alone said it. */
    p: z.number().min(0).max(1),
    outcome: z.enum(['target', 'stop', 'timeout']),
    /** Close of the bar that made it, and open of the minute in which it ended. */
    barMs: EpochMs,
    endedMs: EpochMs,
  }),
  event('missionExpired', { mission: Ulid, reason: z.string() }),
  /** The market has changed while it waits: its time is shorter now, and never longer. */
  event('missionRetimed', { mission: Ulid, expiresMs: EpochMs, timer: z.array(TimerShare) }),
  event('missionDeclined', {
    mission: Ulid,
    reason: z.string(),
    /** How fresh it was when it was decided; absent where nobody decided this one by itself, and in older ledgers. */
    freshness: Freshness.optional(),
  }),

  event('fireDenied', { mission: Ulid, origin: z.string(), denials: z.array(Denial).min(1) }),
  /** The whole intent, on disk before a byte of it leaves. */
  event('orderRecorded', {
    order: Ulid,
    mission: Ulid,
    terminal: TerminalId,
    account: AccountKind,
    pair: Pair,
    symbol: z.string(),
    digits: z.number().int(),
    side: Side,
    lots: Lots,
    price: Points,
    stop: Points,
    target: Points,
    riskCents: Cents,
    origin: z.string(),
    validUntilWallMs: EpochMs,
    /** Spread of the quote that it was judged by. Older ledgers do not say. */
    spread: Points.optional(),
    /** How fresh its mission was. Older ledgers do not say. */
    freshness: Freshness.optional(),
    /** Of a limit order: market time at which the broker removes it. Absent: a market order. */
    waitsUntilMs: EpochMs.optional(),
  }),
  event('orderSent', { order: Ulid }),
  event('orderAnswered', {
    order: Ulid,
    is: z.enum(VERDICTS),
    retcode: z.number().int(),
    position: Ticket.nullable(),
    /** Of the order at the broker; older ledgers do not say. */
    ticket: Ticket.nullable().optional(),
    /** Of `accepted`: what was filled, all that ever will be; older ledgers and some roads do not say. */
    lots: LotsText.optional(),
    text: z.string(),
  }),
  event('orderBecame', { order: Ulid, state: OrderState, why: z.string() }),
  /** One fill at the broker, stored once whatever is repeated. */
  event('dealDone', { terminal: TerminalId, order: Ulid.nullable(), deal: Deal }),
  event('closeRequested', {
    command: Ulid,
    terminal: TerminalId,
    position: Ticket,
    /** A part of it; absent or null: all. */
    lots: LotsText.nullable().optional(),
    origin: z.string(),
  }),
  event('closeAnswered', {
    command: Ulid,
    is: z.enum(VERDICTS),
    retcode: z.number().int(),
    text: z.string(),
  }),
  /** An order that waits is taken back, and why. */
  event('cancelRequested', {
    command: Ulid,
    terminal: TerminalId,
    order: Ulid,
    origin: z.string(),
    why: z.string(),
  }),
  event('cancelAnswered', {
    command: Ulid,
    is: z.enum(VERDICTS),
    retcode: z.number().int(),
    text: z.string(),
  }),
  /** A person ended an order that the terminal has no trace of. */
  event('orderSettled', { order: Ulid, origin: z.string() }),
  event('modifyRequested', {
    command: Ulid,
    terminal: TerminalId,
    position: Ticket,
    stop: Points,
    target: Points.nullable(),
    origin: z.string(),
  }),
  event('modifyAnswered', {
    command: Ulid,
    is: z.enum(VERDICTS),
    retcode: z.number().int(),
    text: z.string(),
  }),
  event('tradeClosed', { trade: ClosedTrade }),
  /** A position that is not ours: shown, counted, never touched. */
  event('externalSeen', { terminal: TerminalId, position: Ticket, symbol: z.string() }),
  /** A position of ours found without its stop, or with another one than recorded. */
  event('stopChanged', { terminal: TerminalId, position: Ticket, stop: Points.nullable() }),

  event('selectorSet', { selector: Selector, origin: z.string() }),
  event('paused', { origin: z.string() }),
  event('resumed', { origin: z.string() }),
  event('flattenRequested', { command: Ulid, terminal: TerminalId, origin: z.string() }),
  /** Every position that was to be closed has its deal, or is named. */
  event('flattenEnded', { command: Ulid, terminal: TerminalId, left: z.array(Ticket), text: z.string() }),
  /** Typed once for an account with real money. */
  event('consentGiven', { ...ofAccount, origin: z.string() }),
  /** The ledger could not be trusted: what was done, and where it lies. `restored` null: a new one began. First of its new life. */
  event('ledgerRecovered', {
    quarantined: z.string().nullable(),
    restored: z.string().nullable(),
    events: z.number().int().nonnegative(),
    text: z.string(),
  }),
  event('settingsApplied', { settings: DeskSettings, origin: z.string() }),

  /** The account where a trading day began, or where its equity stood higher than ever before. */
  event('equityMarked', {
    ...ofAccount,
    /** `trough`: lower below the peak than ever since that peak, by a step that is worth a line. */
    why: z.enum(['day', 'peak', 'trough']),
    dayMs: EpochMs,
    balanceCents: Cents,
    equityCents: Cents,
    /** Paid in less paid out until then; absent where the terminal does not say. */
    transfersCents: Cents.optional(),
  }),
  /** `untilMs` null: until a person or the next trading day ends it. */
  event('guardRaised', {
    ...ofAccount,
    guard: GuardName,
    untilMs: EpochMs.nullable(),
    text: z.string(),
    value: z.number().nullable(),
    limit: z.number().nullable(),
  }),
  event('guardEnded', { ...ofAccount, guard: GuardName, why: z.string() }),

  /** A mission that was not taken, followed as if it had been: never a result of anybody. */
  event('ghostEnded', {
    mission: Ulid,
    terminal: TerminalId,
    account: AccountKind,
    pair: Pair,
    setup: z.string(),
    side: Side,
    notTaken: z.enum(['refused', 'denied', 'declined', 'expired']),
    /** Codes of what refused or denied it, or the words of whoever declined it. */
    why: z.array(z.string()),
    outcome: z.enum(['target', 'stop', 'time']),
    /** Probability of the target as a model said it; absent where none spoke, and in older ledgers. */
    p: z.number().min(0).max(1).optional(),
    /** After the cost that its plan counted. */
    r: z.number(),
    ...excursion,
    endedMs: EpochMs,
    by: FollowedBy,
  }),
  /** Of a trade of ours, told with its end. */
  event('excursionMeasured', {
    order: Ulid,
    terminal: TerminalId,
    account: AccountKind,
    ...excursion,
    by: FollowedBy,
  }),

  /** The trader has looked at a closed trade, and said whether it was traded as planned. */
  event('tradeDebriefed', { order: Ulid, account: AccountKind, keptPlan: z.boolean(), origin: z.string() }),
  /** The same `entry` again replaces what it said before. */
  event('journalWritten', {
    entry: Ulid,
    account: AccountKind,
    order: Ulid.nullable(),
    mission: Ulid.nullable(),
    ...JournalText.shape,
    origin: z.string(),
  }),
  event('lessonAnswered', {
    account: AccountKind,
    lesson: z.string(),
    answer: z.string(),
    right: z.boolean(),
    origin: z.string(),
  }),
  /** A drill report or SITREP was due and was told: the next one begins here. `text` is what was said. */
  event('reportTold', {
    report: ReportName,
    account: AccountKind,
    /** On the computer's clock. */
    dueMs: EpochMs,
    tone: ReportTone,
    text: z.string(),
  }),
  /** Somebody wanted more than a limit allows: a rule was tried, and held. */
  event('limitTried', {
    account: AccountKind,
    loginHash: z.string(),
    what: z.string(),
    text: z.string(),
    origin: z.string(),
  }),

  ...SQUAD_EVENTS,
  ...TELEGRAM_EVENTS,

  event('xpAwarded', {
    account: AccountKind,
    order: Ulid.nullable(),
    reason: XpReason,
    xp: z.number().int(),
    /** What it is for, by a name that is paid once. Older ledgers do not say. */
    key: z.string().optional(),
    text: z.string().optional(),
  }),
])
export type EngineEvent = z.infer<typeof EngineEvent>
export type EventKind = EngineEvent['kind']
export type EventOf<K extends EventKind> = Extract<EngineEvent, { kind: K }>

/** An event as the ledger keeps it. */
export type StoredEvent = Readonly<{
  seq: number
  /** The computer's own clock when it was stored. */
  wallMs: EpochMs
  event: EngineEvent
  /** SHA-256 over the previous hash, seq, wallMs and the event's JSON text; hexadecimal. */
  hash: string
}>
