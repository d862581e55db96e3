import type { Pair } from '../../contracts/pairs.ts'
import type { GuardName } from '../../contracts/vocabulary.ts'
import type { Drawdown } from '../../domain/fire/guards/drawdown.ts'
import type { Raised } from '../../domain/fire/guards/standing.ts'

/** What is remembered of one account, whichever terminals it is traded on. Limits, guards and results count by account. */
export type AccountBook = {
  /** Shots and closed results of the last two days, oldest first. */
  readonly fired: { readonly pair: Pair; readonly atMs: number; readonly origin: string }[]
  readonly results: { readonly closeMs: number; readonly netCents: number }[]
  lossesInARow: number
  lastLossMs: number | null
  day: Readonly<{ dayMs: number; balanceCents: number; equityCents: number }> | null
  /** The highest equity on record. */
  peakCents: number | null
  readonly raised: Map<GuardName, RaisedGuard>
}

/** `drawdown`: the limit that was overrun, since another one ends that guard. */
export type RaisedGuard = Raised & Readonly<{ drawdown: Drawdown | null }>

export const emptyBook = (): AccountBook => ({
  fired: [],
  results: [],
  lossesInARow: 0,
  lastLossMs: null,
  day: null,
  peakCents: null,
  raised: new Map(),
})
