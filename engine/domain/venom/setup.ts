import type { Figure } from '../../contracts/mission.ts'
import type { Side } from '../../contracts/primitives.ts'
import type { SignalType } from '../../contracts/vocabulary.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import type { Timeframe } from '../market/timeframe.ts'

/** What a setup proposes at the close of a bar: a side and how far the stop and the target are. It places nothing. */
export type Proposal = Readonly<{
  side: Side
  stopPoints: number
  rewardRatio: number
  invalidation: string
  figures: readonly Figure[]
}>

/** One way to find a trade. Pure over closed bars: the same bars always give the same answer. */
export type Setup = Readonly<{
  name: string
  signal: SignalType
  /** It is asked once at each close of this timeframe. */
  timeframe: Timeframe
  propose: (market: SymbolMarket, closeMs: number) => Proposal | null
}>
