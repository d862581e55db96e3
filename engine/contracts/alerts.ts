/** What a trader is told away from the screen: one alert a fact, which a later edition of the same key replaces. */
import { z } from 'zod'
import type { BadgeName } from './badges.ts'
import type { Origin } from './commands.ts'
import type { ClosedTrade, Mission } from './mission.ts'
import type { AccountKind, EpochMs, Points, TerminalId, Ulid } from './primitives.ts'
import type { ReportName } from './reports.ts'
import type { Denial, GuardName, Rank, Selector } from './vocabulary.ts'

/** In the order in which a screen lists them. Each is loud or quiet by itself. */
export const AlertKind = z.enum([
  'mission', 'fired', 'filled', 'moved', 'partial', 'closed', 'expired', 'denied', 'trouble', 'link', 'guard', 'desk', 'drillReport',
  'sitrep', 'badge', 'rank',
]) // prettier-ignore
export type AlertKind = z.infer<typeof AlertKind>

/** `silent`: told without a sound. `off`: not told. `digest`: told later, together with others. */
export const Noise = z.enum(['on', 'silent', 'off', 'digest'])
export type Noise = z.infer<typeof Noise>

/** What became of a mission that was issued. `fired`: its order is on its way, or waits. `notFilled`: refused, expired or taken back. */
export type MissionStage =
  'pending' | 'fired' | 'filled' | 'closed' | 'expired' | 'declined' | 'notFilled' | 'unknown' | 'settled'

/** The fill of an order, all of its parts so far. */
export type FillFacts = Readonly<{
  /** Ticket of the newest part's deal. */
  deal: string
  position: string
  parts: number
  lots: number
  /** Average of the parts, in points. */
  price: number
  /** Against the price that was asked for; above 0 is to the trader's cost. */
  slippagePoints: number
}>

/** A mission that was issued, from the briefing to its end. Points are of its symbol. */
export type MissionCourse = Readonly<{
  mission: Mission
  stage: MissionStage
  /** Why it ended without a trade, or what the terminal said; a sentence. */
  why: string | null
  /** When the timer was made shorter last: its new end. */
  expiresMs: EpochMs
  order: Readonly<{
    order: Ulid
    origin: string
    lots: number
    price: Points
    stop: Points
    target: Points
    riskCents: number
    /** Of a limit order: market time at which the broker removes it. */
    waitsUntilMs: EpochMs | null
    /** At the broker, once it is told. */
    ticket: string | null
  }> | null
  fill: FillFacts | null
  /** As they stand at the broker; `stop` null: there is none. */
  stop: Points | null
  target: Points | null
  /** Lots that were closed before the end. */
  closedLots: number
  trade: ClosedTrade | null
}>

/** What happened, with all that a message of it says. `course` null: an order whose mission is not known. */
export type AlertFact =
  | Readonly<{ kind: 'mission' | 'fired' | 'filled' | 'expired'; course: MissionCourse }>
  | Readonly<{
      kind: 'moved'
      course: MissionCourse | null
      position: string
      stop: Points | null
      target: Points | null
      stopBefore: Points | null
      /** Who asked; `outside`: somebody else has done it, or it was found so. */
      by: Origin | 'outside'
    }>
  | Readonly<{
      kind: 'partial'
      course: MissionCourse
      deal: string
      lots: number
      leftLots: number
      price: string
      netCents: number
    }>
  | Readonly<{ kind: 'closed'; course: MissionCourse | null; trade: ClosedTrade }>
  | Readonly<{ kind: 'denied'; course: MissionCourse | null; origin: string; denials: readonly Denial[] }>
  /**
   * Something that a person should look at: an order without an answer, or that the broker did not take; a position that is not ours; a
   * terminal that may not be fired on; a ledger that was restored.
   */
  | Readonly<{
      kind: 'trouble'
      what:
        | 'orderUnknown' | 'orderSettled' | 'notFilled' | 'closeFailed' | 'moveFailed' | 'external' | 'stopGone' | 'disarmed' | 'flattenLeft'
        | 'ledgerRecovered'
      /** A whole sentence. */
      text: string
      /** It is over, and the text says how; absent: it is not, or cannot be. */
      cleared?: true
      course: MissionCourse | null
    }> // prettier-ignore
  | Readonly<{
      kind: 'link'
      broker: string
      reason: string
      /** When it went last, and when it was back, on the computer's clock. */
      lostMs: EpochMs
      /** Null: still lost. */
      backMs: EpochMs | null
      /** May be fired on again. */
      armed: boolean
      /** How often it went and came within the time that this alert covers. */
      times: number
    }>
  | Readonly<{
      kind: 'guard'
      guard: GuardName
      text: string
      untilMs: EpochMs | null
      /** Null: it still stands. */
      ended: string | null
    }>
  | Readonly<{
      kind: 'desk'
      what: 'paused' | 'resumed' | 'selector' | 'flatten' | 'flattened' | 'consent'
      selector: Selector | null
      origin: string
      text: string
    }>
  /** What a campaign earns belongs to a kind of account, and to no account of it. */
  | Readonly<{
      kind: 'drillReport' | 'sitrep'
      account: AccountKind
      report: ReportName
      dueMs: EpochMs
      text: string
    }>
  | Readonly<{ kind: 'badge'; account: AccountKind; badge: BadgeName; xp: number; text: string }>
  | Readonly<{ kind: 'rank'; account: AccountKind; rank: Rank; before: Rank; xp: number }>

/** An account by the words in which a person knows it. */
export type AlertPlace = Readonly<{
  terminal: TerminalId
  broker: string
  account: AccountKind
  /** The start of the login's hash, as in the view: tells accounts of one broker apart. */
  mark: string
}>

export type Alert = Readonly<{
  /** Names the fact for ever, as in `mission:01J…` or `filled:01J…`. */
  key: string
  fact: AlertFact
  /** Of the event that made it, and of the last that changed it: its edition. One that ends without a change keeps its `seq`. */
  firstSeq: number
  seq: number
  /** When the first was stored, on the computer's clock. */
  wallMs: EpochMs
  /** The account that it is about; null: the desk as a whole. */
  at: AlertPlace | null
  /** Nothing is to change it any more. What comes late all the same makes it anew, under the same key. */
  over: boolean
}>
