import type { Figure, Structure } from '../../contracts/mission.ts'
import type { Side } from '../../contracts/primitives.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import type { Timeframe } from '../market/timeframe.ts'
import type { Plan } from './plan.ts'

export type SetupName = 'SQZ-FADE' | 'RANGE-FADE' | 'Z5-FADE' | 'BIGBAR-FADE' | 'MIDDAY-CONT' | 'H1-SQZ-CONT'

/** What a setup proposes at the close of a bar: a side and how far the stop and the target are. It places nothing. */
export type Proposal = Readonly<{
  side: Side
  stopPoints: number
  rewardRatio: number
  /** Market time at which the trade is closed whatever it is worth. */
  timeExitMs: number
  invalidation: string
  /** An M5 close beyond this price cancels the mission: below it of a long, above it of a short. Points. */
  invalidBeyond: number
  figures: readonly Figure[]
  structure: readonly Structure[]
}>

/** One way to find a trade. Pure over closed bars: the same bars always give the same answer. */
export type Setup = Readonly<{
  name: SetupName
  plan: Plan
  /** It is asked once at each close of this timeframe. */
  timeframe: Timeframe
  /** `candidate` finds what only the value gate can judge; `watch` is followed and reported. */
  use: 'trade' | 'candidate' | 'watch'
  /** One sentence with the study's figures. */
  evidence: string
  propose: (market: SymbolMarket, closeMs: number) => Proposal | null
}>
