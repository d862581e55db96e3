import type { SquadReport } from '../../contracts/dispatches.ts'
import type { AccountKind, EpochMs, Ulid } from '../../contracts/primitives.ts'
import type { CallSign, Privacy, PublicKey } from '../../contracts/squad.ts'
import type { BoardInvitation } from '../../contracts/squad-desk.ts'
import type { ClosedOrders } from '../record/closed-orders.ts'

/** Trades that were closed in one week, and their orders. `r`: their sum. */
export type WeekTally = Readonly<{
  trades: number
  wins: number
  r: number
  netCents: number
  orders: Set<Ulid>
}>

export type Recruit = Readonly<{
  callSign: CallSign
  sinceMs: EpochMs
  reports: number
  last: Readonly<{ report: SquadReport; receivedMs: EpochMs }> | null
}>

/** What this desk remembers of its squad and of its own weeks: a fold over the ledger's events. */
export type SquadState = {
  me: Readonly<{ callSign: CallSign; privacy: Privacy; key: PublicKey }> | null
  readonly invitations: Map<string, BoardInvitation>
  readonly recruits: Map<PublicKey, Recruit>
  /** The newest week that each has ever reported, those too who were removed since. */
  readonly reported: Map<PublicKey, EpochMs>
  /** When each of those who are no longer recruits was removed last. */
  readonly removed: Map<PublicKey, EpochMs>
  leader: Readonly<{
    key: PublicKey
    callSign: CallSign
    invitation: string
    sinceMs: EpochMs
    enlistment: string
  }> | null
  /** When the last dispatches were taken in, as many as a minute may have. */
  acceptedMs: readonly number[]
  readonly closed: ClosedOrders
  /** Of the last few weeks of each kind of account, by their start. */
  readonly weeks: Map<AccountKind, Map<EpochMs, WeekTally>>
}

export const emptySquad = (): SquadState => ({
  me: null,
  invitations: new Map(),
  recruits: new Map(),
  reported: new Map(),
  removed: new Map(),
  leader: null,
  acceptedMs: [],
  closed: new Map(),
  weeks: new Map(),
})
