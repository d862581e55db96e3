/**
 * What a page knows of test fires at one terminal. Plain types: made by us and never parsed. Times are the computer's clock; null: it has
 * not happened, or nobody has said.
 */
import type { Pair } from './pairs.ts'
import type { AccountKind, Cents, EpochMs, Points, Side, Ulid } from './primitives.ts'
import type { OrderState } from './vocabulary.ts'

/** One test fire, from its record to the end of its trade. */
export type TestFire = Readonly<{
  mission: Ulid
  order: Ulid
  account: AccountKind
  pair: Pair
  symbol: string
  digits: number
  side: Side
  lots: number
  price: Points
  stop: Points
  riskCents: Cents
  state: OrderState
  recordedMs: EpochMs
  sentMs: EpochMs | null
  /** The terminal's last word about the order. */
  answered: Readonly<{ atMs: EpochMs; is: string; retcode: number; text: string }> | null
  /** `slippagePoints`: above 0 is worse than was judged. */
  filled: Readonly<{ atMs: EpochMs; price: Points; slippagePoints: number }> | null
  closeAskedMs: EpochMs | null
  closeAnswered: Readonly<{ atMs: EpochMs; is: string; retcode: number; text: string }> | null
  closed: Readonly<{ atMs: EpochMs; price: Points; netCents: Cents }> | null
  /** Why it came to nothing, in the desk's words; null: it did not, or not yet. */
  why: string | null
}>

/** `none`: the position was shown without a stop, or with another one. */
export type StopSeen = Readonly<{ atMs: EpochMs; is: 'there' | 'none' }>

export type TestFireOffer =
  | Readonly<{
      is: 'ready'
      pair: Pair
      symbol: string
      lots: number
      /** Lost at the stop, and what the spread and the commission cost: commission of both sides is in both. */
      riskCents: Cents
      costCents: Cents
      currency: string
    }>
  /** Real money: no test of ours is fired there. */
  | Readonly<{ is: 'never'; text: string }>
  | Readonly<{ is: 'denied'; reasons: readonly string[] }>

export type TestFires = Readonly<{
  offer: TestFireOffer
  /** The newest of this terminal. */
  last: TestFire | null
  /** Of the newest. Not in the ledger, so that a start forgets it. */
  stopSeen: StopSeen | null
}>
