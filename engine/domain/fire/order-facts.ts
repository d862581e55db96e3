import type { EventOf } from '../../contracts/events.ts'
import type { OrderState } from '../../contracts/vocabulary.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import type { OrderFact } from './order-machine.ts'
import { openLots } from './trade.ts'

/** What a terminal's word about an order is to the order machine. */
export const VERDICT_FACTS = {
  accepted: 'accepted',
  rejected: 'rejected',
  denied: 'denied',
  expired: 'expired',
  unknown: 'unanswered',
  buried: 'buried',
  placed: 'placed',
  cancelled: 'cancelled',
} as const satisfies Record<EventOf<'orderAnswered'>['is'], OrderFact>

/** `told`: how many of the deals a trade has told. `filledLots`: all that ever will be filled, by the terminal's last word; null: not said. */
export type OrderDeals = Readonly<{
  lots: number
  filledLots: number | null
  deals: readonly Deal[]
  told: number
}>

/** What the deals so far say. A deal out that came before its deal in waits for it. */
export function dealFact({ lots, filledLots, deals, told }: OrderDeals): OrderFact {
  const left = openLots(deals)
  const hasOut = deals.slice(told).some(deal => deal.entry === 'out')
  if (hasOut && left === 0) return 'allClosed'
  return hasOut || told > 0 || left >= (filledLots ?? lots) ? 'allFilled' : 'partFilled'
}

/** One fill of an account, whichever terminals tell it. */
export const isSameDeal = (a: Deal, b: Deal): boolean =>
  a.deal === b.deal && a.order === b.order && a.position === b.position && a.price === b.price

/** The desk's own hand, as `cancelRequested` names it: who takes an order back that a rule denies by now. */
export const BY_RULE = 'desk'

/** An order that has ended without a fill. `taken`: who took it back last; null: nobody has. */
export type Unfilled = Readonly<{
  state: OrderState
  waitsUntilMs: number | null
  ticket: string | null
  taken: 'person' | 'rule' | null
}>

/** What its mission has come to: taken back by a person it is declined, over its time expired. */
export function unfilledEnd(
  { state, waitsUntilMs, ticket, taken }: Unfilled,
  atMs: number,
): 'refused' | 'expired' | 'declined' {
  if (waitsUntilMs === null || state === 'rejected' || state === 'denied') return 'refused'
  if (atMs >= waitsUntilMs || (state === 'expired' && ticket !== null)) return 'expired'
  return state !== 'expired' && taken === 'person' ? 'declined' : 'refused'
}

/** States in which an order has ended and nothing of it was filled. */
export const isUnfilled = (state: OrderState): boolean =>
  ['rejected', 'denied', 'expired', 'cancelled', 'neverHappened'].includes(state)
