/**
 * All that is known of the links to the terminals, for whoever asks why something is wrong with one. Asked for while somebody looks,
 * and no part of the view. Plain types: made by us and never parsed. Null: nobody has said.
 */
import type { Pair } from './pairs.ts'
import type { AccountKind, EpochMs } from './primitives.ts'
import type { Road } from './road.ts'
import type { TestFires } from './test-fire.ts'
import type { TerminalCode } from './terminal-state.ts'
import type { ComputerView, LinkView, NoticeView } from './views.ts'
import type { DenialCode, GuardName } from './vocabulary.ts'

/** Worst first. `bad` keeps shots back, `none`: nothing to judge here. */
export const CHECK_STATES = ['bad', 'unknown', 'warn', 'good', 'none'] as const
export type CheckState = (typeof CHECK_STATES)[number]

export type CheckName = TerminalCode | DenialCode | GuardName | 'ALLOW_LIST' | 'LOCKS' | 'SYMBOLS' | 'ROAD'

export type LinkCheck = Readonly<{
  name: CheckName
  is: CheckState
  text: string
  /** What to do about it; null: nothing. */
  nextStep: string | null
}>

/** One of the desk's pairs at a terminal. `pricesOnly`: nothing can be sized there; `refused`: the gate would deny every shot at it. */
export type SymbolRow = Readonly<{
  pair: Pair
  is: 'traded' | 'refused' | 'pricesOnly' | 'absent'
  /** Null: nothing keeps it back. */
  why: string | null
  /** The broker's own name; null when it has told none. */
  name: string | null
  digits: number | null
  contract: number | null
  lotMin: number | null
  lotStep: number | null
  lotMax: number | null
  tickSize: number | null
  tickValue: number | null
  stopLevel: number | null
  freezeLevel: number | null
  commissionPerLot: number | null
}>

/** What the engine knows of one terminal. */
export type DeskLink = Readonly<{
  link: LinkView
  checks: readonly LinkCheck[]
  /** Why no orders may wait there; null: they may. */
  noWaiting: string | null
  /** How far the computer's clock is ahead of the terminal's, and of the broker's. */
  aheadOfTerminalMs: number | null
  aheadOfBrokerMs: number | null
  /** Of its last beat: messages that it has not sent, facts that were not confirmed, its own work in one timer, its largest order. */
  queued: number | null
  unacked: number | null
  workUs: number | null
  maxLots: string | null
  leverage: number | null
  symbols: readonly SymbolRow[]
  testFires: TestFires
  /** Messages that the engine could not read, by code; quotes that were none. */
  faults: Readonly<Record<string, number>>
  badTicks: number
}>

/** Null while there is no engine. */
export type DeskLinks = Readonly<{ terminals: readonly DeskLink[]; computer: ComputerView }>

/** Messages of one kind. `records`: ticks or bars in them; null for other kinds. */
export type MessageCount = Readonly<{ type: string; messages: number; records: number | null }>

/**
 * One beat. `wayMs`: from the terminal's clock to this computer's, so the difference of the clocks is in it. `deskMs`: from its arrival
 * until what it led to was on disk.
 */
export type BeatSample = Readonly<{
  atMs: number
  pingMs: number | null
  wayMs: number | null
  deskMs: number | null
}>

/** A command, from leaving here to the terminal's answer. */
export type AnswerSample = Readonly<{ atMs: number; type: string; tookMs: number }>

/** What the host has counted of one terminal since it was started. */
export type LinkTraffic = Readonly<{
  terminal: string
  broker: string
  server: string
  kind: AccountKind
  margin: 'hedging' | 'netting'
  program: string
  build: number
  versions: readonly number[]
  takes: readonly string[]
  road: Road
  isUp: boolean
  /** Of the session of now, or of the last one. */
  linkedMs: EpochMs
  sessions: number
  lastEnd: Readonly<{ atMs: EpochMs; reason: string }> | null
  received: readonly MessageCount[]
  sent: readonly MessageCount[]
  verdicts: Readonly<Record<string, number>>
  /** Facts that the terminal told again, because it had not heard that they were stored. */
  toldAgain: number
  /** Frames that failed a check at the door, by code. */
  faults: Readonly<Record<string, number>>
  lastFault: Readonly<{ atMs: EpochMs; code: string; text: string }> | null
  beats: readonly BeatSample[]
  answers: readonly AnswerSample[]
  /** What the terminal has said for the log, newest first. */
  notes: readonly NoticeView[]
}>

/** Whoever knocked and was not let in. */
export type Stranger = Readonly<{ code: string; text: string; count: number; atMs: EpochMs }>

export type LinkReport = Readonly<{
  atMs: EpochMs
  version: string
  protocol: number
  port: number
  /** The port of the settings, when another one had to be taken. */
  portTaken: number | null
  /** Why there is nothing of the engine; null: there is. */
  noEngine: string | null
  computer: ComputerView | null
  terminals: readonly Readonly<{ traffic: LinkTraffic; desk: DeskLink | null }>[]
  strangers: readonly Stranger[]
}>
