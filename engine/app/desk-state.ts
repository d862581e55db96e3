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
import type { Issued } from '../domain/overlay/flood-guard.ts'
import { newLevels, type Levels } from '../domain/venom/confidence/calibrator.ts'
import { ValueDecile } from '../domain/venom/value-decile.ts'

export type MissionRecord = { readonly mission: Mission; state: MissionState; order: Ulid | null }

export type OrderRecord = {
  readonly recorded: EventOf<'orderRecorded'>
  /** Which account of the terminal it belongs to. */
  readonly loginHash: string
  state: OrderState
  /** The terminal's last verdict; null before the first. */
  verdict: EventOf<'orderAnswered'>['is'] | null
  position: Ticket | null
  readonly deals: Deal[]
  text: string
  sinceMs: number
}

/** A close or flatten that was asked for, and the terminal's last word about it; null before the first. */
export type CloseRecord = {
  readonly terminal: TerminalId
  verdict: EventOf<'closeAnswered'>['is'] | null
}

export type XpNote = Readonly<{ text: string; xp: number; atMs: EpochMs }>

/** What the desk remembers: a fold over the ledger's events and nothing else. */
export type DeskState = {
  readonly missions: Map<Ulid, MissionRecord>
  readonly orders: Map<Ulid, OrderRecord>
  /** Orders with money at risk, or that may have: a subset of `orders`. */
  readonly exposed: Set<Ulid>
  readonly closes: Map<Ulid, CloseRecord>
  /** Order of ours behind a position, by terminal and ticket. */
  readonly positions: Map<string, Ulid>
  /** Deals already stored, by terminal and ticket. */
  readonly deals: Set<string>
  /** Deals of positions without an order of ours, by terminal and position: its deal in may still come. */
  readonly strays: Map<string, Deal[]>
  readonly externals: Set<string>
  /** Stops that are not where they were recorded, by terminal and position; null: none. */
  readonly stops: Map<string, Points | null>
  readonly logins: Map<TerminalId, string>
  /** The last few hundred, newest last; the ledger has them all. */
  readonly trades: ClosedTrade[]
  readonly issued: Map<TerminalId, Issued[]>
  /** Expected values of everything that was assessed, by terminal. */
  readonly values: Map<TerminalId, ValueDecile>
  /** What each terminal's candidates have taught about the level of a model's probabilities. */
  readonly levels: Map<TerminalId, { readonly model: string; readonly levels: Levels }>
  readonly fired: EventOf<'orderRecorded'>[]
  readonly xp: Map<AccountKind, number>
  readonly xpNotes: Map<AccountKind, XpNote[]>
  settings: DeskSettings
  selector: Selector
  paused: boolean
}

export const emptyDesk = (): DeskState => ({
  missions: new Map(),
  orders: new Map(),
  exposed: new Set(),
  closes: new Map(),
  positions: new Map(),
  deals: new Set(),
  strays: new Map(),
  externals: new Set(),
  stops: new Map(),
  logins: new Map(),
  trades: [],
  issued: new Map(),
  values: new Map(),
  levels: new Map(),
  fired: [],
  xp: new Map(),
  xpNotes: new Map(),
  settings: DeskSettings.parse({}),
  selector: 'SELECT',
  paused: false,
})

export const ticketKey = (terminal: TerminalId, ticket: Ticket): string => `${terminal} ${ticket}`

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
