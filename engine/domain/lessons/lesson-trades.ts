import type { ClosedTrade, Mission } from '../../contracts/mission.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import type { Session } from '../../contracts/vocabulary.ts'

/** What the questions ask about: the last closed trades of a kind of account. */
const REMEMBERED = 20

/** A closed trade and what its mission promised; null where there was no mission, or none that is remembered. */
export type LessonTrade = Readonly<{
  pair: string
  /** R as the money makes it, and the money. */
  r: number
  netCents: number
  riskCents: number
  hitTarget: boolean
  /** Probability of the target, and commission and slippage in R, as the mission said them. */
  p: number | null
  costR: number | null
  session: Session | null
}>

/** What a mission said of itself, as far as the questions want to know it. */
export type Promised = Pick<LessonTrade, 'p' | 'costR' | 'session'>

export const promisedBy = ({ confidence, costR, session }: Mission): Promised => ({
  p: confidence.p,
  costR,
  session,
})
const NOTHING: Promised = { p: null, costR: null, session: null }

/** By kind of account, oldest first. */
export type LessonTrades = Map<AccountKind, LessonTrade[]>

/** Takes a closed trade in, in place, and lets the oldest go. */
export function rememberTrade(known: LessonTrades, trade: ClosedTrade, promised: Promised = NOTHING): void {
  const of = known.get(trade.kind) ?? []
  of.push({
    pair: trade.pair,
    r: trade.r,
    netCents: trade.netCents,
    riskCents: trade.riskCents,
    hitTarget: trade.reason === 'target',
    ...promised,
  })
  if (of.length > REMEMBERED) of.shift()
  known.set(trade.kind, of)
}
