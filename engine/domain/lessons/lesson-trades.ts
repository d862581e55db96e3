import type { ClosedTrade, Mission } from '../../contracts/mission.ts'
import type { AccountKind, Ulid } from '../../contracts/primitives.ts'
import type { Session } from '../../contracts/vocabulary.ts'
import { addedBy, type Added, type ClosedOrders } from '../record/closed-orders.ts'

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

/** The last ones of each kind of account, oldest first. */
export type LessonTrades = Readonly<{ closed: ClosedOrders; last: Map<AccountKind, OfOrder[]> }>
type OfOrder = LessonTrade & Readonly<{ order: Ulid }>

export const noLessonTrades = (): LessonTrades => ({ closed: new Map(), last: new Map() })

/** Takes a closed trade in, in place, and lets the oldest go. */
export function rememberTrade(known: LessonTrades, trade: ClosedTrade, promised: Promised = NOTHING): void {
  const added = addedBy(known.closed, trade)
  if (added === null) return
  const of = known.last.get(trade.kind) ?? []
  if (!added.isFirst) return addTo(of, trade.order, added)
  of.push({
    order: trade.order,
    pair: trade.pair,
    r: trade.r,
    netCents: trade.netCents,
    riskCents: trade.riskCents,
    hitTarget: trade.reason === 'target',
    ...promised,
  })
  if (of.length > REMEMBERED) of.shift()
  known.last.set(trade.kind, of)
}

function addTo(of: OfOrder[], order: Ulid, { r, netCents, riskCents }: Added): void {
  const at = of.findIndex(each => each.order === order)
  const before = of[at]
  if (before)
    of[at] = {
      ...before,
      r: before.r + r,
      netCents: before.netCents + netCents,
      riskCents: before.riskCents + riskCents,
    }
}
