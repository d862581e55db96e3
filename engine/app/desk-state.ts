import type { EventOf } from '../contracts/events.ts'
import type {
  AccountKind,
  ClosedTrade,
  EpochMs,
  Mission,
  MissionState,
  OrderState,
  Points,
  Selector,
  TerminalId,
  Ticket,
  Ulid,
} from '../contracts/index.ts'
import { DeskSettings } from '../contracts/settings.ts'
import type { Deal } from '../contracts/wire/index.ts'
import { newCampaign, type Campaign } from '../domain/campaign/campaign-book.ts'
import type { OwnLimits } from '../domain/fire/own-limits.ts'
import type { Issued } from '../domain/overlay/flood-guard.ts'
import type { KnownTests } from '../domain/record/test-fires.ts'
import { emptySquad, type SquadState } from '../domain/squad/squad-state.ts'
import { newLevels, type Levels } from '../domain/venom/confidence/calibrator.ts'
import { ValueDecile } from '../domain/venom/value-decile.ts'
import type { AccountBook } from './guards/account-book.ts'
import type { OpenGhost } from './missions/ghost-fold.ts'
import type { OpenCandidate } from './missions/open-candidates.ts'
import { emptyNotebook, type NotebookMemory } from './notebook/notebook-memory.ts'
import type { TestStory } from './test-fire/test-story.ts'
import type { CancelRecord, CloseRecord, FlattenRecord, MoveRecord } from './orders/asked-records.ts'

export type MissionRecord = { readonly mission: Mission; state: MissionState; order: Ulid | null }

export type OrderRecord = {
  readonly recorded: EventOf<'orderRecorded'>
  /** Which account of the terminal it belongs to. */
  readonly loginHash: string
  state: OrderState
  /** The terminal's last verdict; null before the first. */
  verdict: EventOf<'orderAnswered'>['is'] | null
  position: Ticket | null
  /** Its own at the broker; null until it is told. */
  ticket: Ticket | null
  /** By the terminal's last word so many were filled, and no more will be; null: not said. */
  filledLots: number | null
  readonly deals: Deal[]
  /** How many of the deals a trade has told: more may come of an order that was thought to be over. */
  told: number
  text: string
  sinceMs: number
}

export type XpNote = Readonly<{ text: string; xp: number; atMs: EpochMs }>

/** What the desk remembers: a fold over the ledger's events and nothing else. */
export type DeskState = {
  readonly missions: Map<Ulid, MissionRecord>
  readonly orders: Map<Ulid, OrderRecord>
  /** Orders with money at risk, or that may have: a subset of `orders`. */
  readonly exposed: Set<Ulid>
  /** Limit orders that wait at the broker, or may, and those of which a part was filled and the rest may: a subset of `exposed`. */
  readonly waiting: Set<Ulid>
  /** Takings back that were asked for, and the last of each order. */
  readonly cancels: Map<Ulid, CancelRecord>
  readonly takenBack: Map<Ulid, Ulid>
  readonly closes: Map<Ulid, CloseRecord>
  readonly moves: Map<Ulid, MoveRecord>
  /** Those that have not ended. */
  readonly flattens: Map<Ulid, FlattenRecord>
  /** Order of ours behind a position, by account and ticket. */
  readonly positions: Map<string, Ulid>
  /** Deals already stored, as `dealKey` names them. */
  readonly deals: Set<string>
  /** Deals of positions without an order of ours, by account and position: its deal in may still come. */
  readonly strays: Map<string, Deal[]>
  readonly externals: Set<string>
  /** Stops that are not where they were recorded, by account and position; null: none. */
  readonly stops: Map<string, Points | null>
  readonly logins: Map<TerminalId, string>
  /** Terminals that were linked once and are no training ground. */
  readonly realTerminals: Set<TerminalId>
  /** The last few hundred, newest last; the ledger has them all. */
  readonly trades: ClosedTrade[]
  readonly issued: Map<TerminalId, Issued[]>
  /** Expected values of everything that was assessed, by terminal. */
  readonly values: Map<TerminalId, ValueDecile>
  /** What each terminal's candidates have taught about the level of a model's probabilities. */
  readonly levels: Map<TerminalId, { readonly model: string; readonly levels: Levels }>
  /** Of each terminal, those whose end is not known yet, in the order in which they came. */
  readonly candidates: Map<TerminalId, readonly OpenCandidate[]>
  /** Missions that were not taken, or may not be, until they end. */
  readonly ghosts: Map<Ulid, OpenGhost>
  /** By login and kind of money, as `accountKey` names them. */
  readonly accounts: Map<string, AccountBook>
  readonly xp: Map<AccountKind, number>
  readonly xpNotes: Map<AccountKind, XpNote[]>
  /** What the facts have earned, told or not yet. */
  readonly campaign: Campaign
  /** Accounts with real money whose trader has typed his consent, as `accountKey` names them. */
  readonly consents: Set<string>
  /** Sets of codes for which AUTO has been denied a mission that is pending. */
  readonly autoDenied: Map<Ulid, string[]>
  /** Missions that were test fires. */
  readonly tests: KnownTests
  /** The newest test fire of each terminal. */
  readonly lastTests: Map<TerminalId, TestStory>
  readonly squad: SquadState
  readonly notebook: NotebookMemory
  settings: DeskSettings
  /** The trader's own limits of before, and when others took their place. */
  formerLimits: readonly Readonly<{ untilMs: number; own: OwnLimits }>[]
  selector: Selector
  paused: boolean
  /** The trader has ended a pause: a terminal that still halts has missed it. */
  hasResumed: boolean
  /** Of the app that wrote here last. */
  version: string | null
}

export const emptyDesk = (): DeskState => ({
  missions: new Map(),
  orders: new Map(),
  exposed: new Set(),
  waiting: new Set(),
  cancels: new Map(),
  takenBack: new Map(),
  closes: new Map(),
  moves: new Map(),
  flattens: new Map(),
  positions: new Map(),
  deals: new Set(),
  strays: new Map(),
  externals: new Set(),
  stops: new Map(),
  logins: new Map(),
  realTerminals: new Set(),
  trades: [],
  issued: new Map(),
  values: new Map(),
  levels: new Map(),
  candidates: new Map(),
  ghosts: new Map(),
  accounts: new Map(),
  xp: new Map(),
  xpNotes: new Map(),
  campaign: newCampaign(),
  consents: new Set(),
  autoDenied: new Map(),
  tests: new Set(),
  lastTests: new Map(),
  squad: emptySquad(),
  notebook: emptyNotebook(),
  settings: DeskSettings.parse({}),
  formerLimits: [],
  selector: 'SELECT',
  paused: false,
  hasResumed: false,
  version: null,
})

/** An account is one whichever terminal shows it; two brokers may give the same login, one of them for practice. */
export const accountKey = (loginHash: string, kind: AccountKind): string => `${loginHash} ${kind}`

/**
 * By account, whichever of its terminals tells it: an Expert Advisor that is moved to another chart is another terminal. Two
 * accounts may number their positions alike.
 */
export const ticketKey = (loginHash: string, ticket: Ticket): string => `${loginHash} ${ticket}`

/**
 * What of a deal never changes: its UTC may, when the broker's clock turns out otherwise. Two accounts of one terminal may number
 * their deals alike, and one that is told again is known. By terminal, as the ledger itself refuses them.
 */
export const dealKey = (terminal: TerminalId, { deal, order, position, price }: Deal): string =>
  `${terminal} ${deal} ${order} ${position} ${price}`

/** `ticketKey` at the account that the terminal is on. */
export const ticketNow = ({ logins }: DeskState, terminal: TerminalId, ticket: Ticket): string =>
  ticketKey(logins.get(terminal) ?? '', ticket)

/** The levels of this model at a terminal; those of another model are forgotten. */
export function levelsOf({ levels: all }: DeskState, terminal: TerminalId, model: string): Levels {
  const known = all.get(terminal)
  if (known?.model === model) return known.levels
  const levels = newLevels()
  all.set(terminal, { model, levels })
  return levels
}

/** The best tenth of a terminal's expected values, made when it is first asked for. */
export function valuesOf({ values }: DeskState, terminal: TerminalId): ValueDecile {
  const known = values.get(terminal) ?? new ValueDecile()
  values.set(terminal, known)
  return known
}
