import type { Origin } from '../../contracts/commands.ts'
import type { Mission } from '../../contracts/mission.ts'
import type { Pair } from '../../contracts/pairs.ts'
import type { AccountKind, Cents, EpochMs, Lots, Points } from '../../contracts/primitives.ts'
import type { DeskSettings } from '../../contracts/settings.ts'
import type { Denial, DenialCode, MissionState, Selector } from '../../contracts/vocabulary.ts'
import type { SymbolSpec } from '../../contracts/wire/index.ts'
import type { OpenExposure } from '../overlay/exposure.ts'
import type { KnownCalendar } from '../overlay/known-calendar.ts'
import type { FreshnessInputs } from './freshness.ts'
import type { Standing } from './guards/figures.ts'
import type { Limits } from './limits.ts'

/** `market`: fired now. `entry`: a limit order there, which waits at the broker for the price to come back. */
export type ShotAt = 'market' | 'entry'

/** Everything a shot is judged by. Null means that the terminal has not said, and ends in a denial. */
export type ShotInputs = Readonly<{
  at: ShotAt
  marketMs: EpochMs
  /**
   * `denies`: why the terminal itself would not fire now. `maxLots`: the most it takes in one order; null for no limit. `noWaiting`:
   * why no order may wait there; null: they may.
   */
  link: Readonly<{
    up: boolean
    armed: boolean
    reason: string
    denies: string | null
    maxLots: number | null
    noWaiting: string | null
  }>
  kind: AccountKind
  /** Who asks; null: nobody yet, it is the preview of a shot. AUTO is bound by rules of its own. */
  origin: Origin | null
  /** The trader has typed that real money is traded on this account. */
  consented: boolean
  selector: Selector
  paused: boolean
  mission: Mission
  /** Its order waits at the broker, or may. */
  orderWaits: boolean
  missionState: MissionState
  calendar: KnownCalendar | null
  /** Without one: deny, or go on. Never `warn` where the money is real. */
  noCalendar: 'block' | 'warn'
  /** `isDayKnown`: what it was worth when the day began is on record. */
  account: Readonly<{
    currency: string
    balanceCents: Cents
    tradeAllowed: boolean
    isDayKnown: boolean
  }> | null
  spec: SymbolSpec | null
  /** Pairs that the terminal has: by them it turns a profit currency into the account's. */
  offered: readonly Pair[]
  freshness: Omit<FreshnessInputs, 'driftOfRange'> & Readonly<{ rangePoints: number | null }>
  /** Other open positions on this account, ours and others'. */
  open: readonly OpenExposure[]
  quote: Readonly<{ bid: Points; ask: Points; ageMs: number; staleAfterMs: number }> | null
  book: Readonly<{
    openTrades: number
    /** Money at the stops of everything that is open. */
    openRiskCents: number
    /** A position of which nobody knows what it can lose; null when there is none. */
    unknownRisk: string | null
    /** A position or an unresolved order of ours, or on a netting account anyone's, on this symbol. */
    symbolTaken: boolean
    nettingTaken: boolean
    /** Another terminal, whose trades count as these do, holds some. */
    otherTerminal: boolean
    shotsToday: number
    autoShotsToday: number
    firesLastMinute: number
    sinceFireOfSymbolMs: number | null
  }>
  /** Guards of the account that stand. */
  guards: readonly Standing[]
  limits: Limits
  settings: Pick<DeskSettings, 'auto' | 'liveUnlocked'>
  /** No shot this long before and after a high-impact announcement, where that is more than the overlay's own; null: no more. */
  newsMinutes: number | null
}>

export type Shot = Readonly<{
  lots: Lots
  /** Lost at the stop, commission of both sides included. */
  riskCents: Cents
  /** Won at the target, after commission. */
  rewardCents: Cents
  price: Points
  riskPct: number
}>
export type GateAnswer =
  Readonly<{ is: 'shot'; shot: Shot }> | Readonly<{ is: 'denied'; denials: readonly Denial[] }>

/** A figure that is no number is none: the reason stands without it. */
const figure = (value: number | null): number | null => (Number.isFinite(value) ? value : null)

export const denial = (
  code: DenialCode,
  text: string,
  value: number | null = null,
  limit: number | null = null,
): Denial => ({
  code,
  text,
  value: figure(value),
  limit: figure(limit),
})
