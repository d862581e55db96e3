import type { Origin } from '../../contracts/commands.ts'
import type { Mission } from '../../contracts/mission.ts'
import type { AccountKind, Cents, EpochMs, Lots, Points } from '../../contracts/primitives.ts'
import type { Denial, DenialCode, MissionState, Selector } from '../../contracts/vocabulary.ts'
import type { SymbolSpec } from '../../contracts/wire/index.ts'
import type { OpenExposure } from '../overlay/exposure.ts'
import type { KnownCalendar } from '../overlay/known-calendar.ts'
import type { FreshnessInputs } from './freshness.ts'
import type { RankLimits } from './ranks.ts'

/** Everything a shot is judged by. Null means that the terminal has not said, and ends in a denial. */
export type ShotInputs = Readonly<{
  marketMs: EpochMs
  /** `denies`: why the terminal itself would not fire now. `maxLots`: the most it takes in one order; null for no limit. */
  link: Readonly<{
    up: boolean
    armed: boolean
    reason: string
    denies: string | null
    maxLots: number | null
  }>
  kind: AccountKind
  /** Who asks; null: nobody yet, it is the preview of a shot. AUTO is bound by rules of its own. */
  origin: Origin | null
  selector: Selector
  paused: boolean
  mission: Mission
  missionState: MissionState
  calendar: KnownCalendar | null
  /** Without one: deny, or go on. Never `warn` where the money is real. */
  noCalendar: 'block' | 'warn'
  account: Readonly<{ balanceCents: Cents; tradeAllowed: boolean }> | null
  spec: SymbolSpec | null
  freshness: Omit<FreshnessInputs, 'driftOfRange'> & Readonly<{ rangePoints: number | null }>
  /** Other open positions of ours on this account. */
  open: readonly OpenExposure[]
  quote: Readonly<{ bid: Points; ask: Points; ageMs: number; staleAfterMs: number }> | null
  book: Readonly<{
    openTrades: number
    openRiskCents: number
    /** A position or an unresolved order of ours, or on a netting account anyone's, on this symbol. */
    symbolTaken: boolean
    nettingTaken: boolean
    shotsToday: number
    /** Net result of trades closed today; negative is a loss. */
    netTodayCents: number
    firesLastMinute: number
    sinceFireOfSymbolMs: number | null
  }>
  limits: RankLimits
  /** The trader's own, at most the rank's. */
  riskPct: number
}>

export type Shot = Readonly<{
  lots: Lots
  riskCents: Cents
  rewardCents: Cents
  price: Points
  riskPct: number
}>
export type GateAnswer =
  Readonly<{ is: 'shot'; shot: Shot }> | Readonly<{ is: 'denied'; denials: readonly Denial[] }>

export const denial = (
  code: DenialCode,
  text: string,
  value: number | null = null,
  limit: number | null = null,
): Denial => ({
  code,
  text,
  value,
  limit,
})
