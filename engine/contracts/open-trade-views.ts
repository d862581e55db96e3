/** The open trades and orders as a window shows them: see views.ts. */
import type { Cents, EpochMs, Side } from './primitives.ts'
import type { Pair } from './pairs.ts'
import type { OrderState } from './vocabulary.ts'

export type PositionView = Readonly<{
  terminal: string
  position: string
  pair: Pair | null
  symbol: string
  side: Side
  lots: string
  open: string
  now: string | null
  stop: string | null
  target: string | null
  r: number | null
  /** Null while no price has come since its terminal was linked, as `now` is. */
  pips: number | null
  netCents: Cents
  openMs: EpochMs
  /** Position of the price between stop (0) and target (1). */
  progress: number | null
  external: boolean
  /** Its terminal is not linked: the market's time then, and all of this is as it was; null while it is. */
  lastSeenMs: EpochMs | null
  mission: string | null
  /** What a person may change of it, and by what figures; null where that is not known, and for one that is not ours. */
  handles: PositionHandles | null
}>

/** Money is of all lots of the position, in account currency, converted at the rate of now. */
export type PositionHandles = Readonly<{
  digits: number
  lotStep: number
  lotMin: number
  /** The stop that is nearest to the price and that the broker takes now. */
  nearestStop: string
  /** The stop at which it would end at nothing, costs included; null while the price has not left it behind. */
  breakEven: string | null
  /** What one point of price is worth. */
  pointCents: number
  /** Swap and commission, as a rule below zero; null: the commission is not known. */
  costCents: number | null
}>

export type OrderView = Readonly<{
  /** Our id; of somebody else's order its ticket. */
  order: string
  mission: string | null
  terminal: string
  pair: Pair | null
  symbol: string
  side: Side
  lots: number
  state: OrderState
  text: string
  sinceMs: EpochMs
  /** Of one that waits at the broker: its price, and the market time until it is removed (null: never). */
  waits: Readonly<{ price: string; leftMs: number | null }> | null
  external: boolean
  /** What has to be typed to end it here, because the terminal has no trace of it any more; null: nothing. */
  settle: string | null
}>
