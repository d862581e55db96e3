import type { ClosedTrade } from '../../contracts/mission.ts'
import type { Cents, EpochMs, Points } from '../../contracts/primitives.ts'
import type { EventOf } from '../../contracts/events.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import { pipsFromPoints, pointsFromText } from '../market/price.ts'

const lotsOf = (deals: readonly Deal[]): number => deals.reduce((sum, deal) => sum + Number(deal.lots), 0)

/** Rounding of decimal lots taken out. */
const rounded = (lots: number): number => Math.round(lots * 1e8) / 1e8

/** Lots that were filled of an order, from its deals, whatever was closed since. */
export const filledLots = (deals: readonly Deal[]): number =>
  rounded(lotsOf(deals.filter(deal => deal.entry === 'in')))

/** Lots still open of a position, from its deals. */
export const openLots = (deals: readonly Deal[]): number =>
  rounded(filledLots(deals) - lotsOf(deals.filter(deal => deal.entry === 'out')))

/** Mean price of some deals by their lots. */
export function averagePoints(deals: readonly Deal[], digits: number): Points {
  const weighted = deals.reduce(
    (sum, deal) => sum + pointsFromText(deal.price, digits) * Number(deal.lots),
    0,
  )
  return Math.round(weighted / lotsOf(deals)) as Points
}

export const netCents = (deals: readonly Deal[]): Cents =>
  deals.reduce((sum, deal) => sum + deal.profit + deal.commission + deal.swap, 0) as Cents

/** Money at the stop of what was filled: of an order that was filled in part, its share. Cents. */
export function filledRiskCents(order: EventOf<'orderRecorded'>, deals: readonly Deal[]): Cents {
  return Math.round((order.riskCents * filledLots(deals)) / order.lots) as Cents
}

/** As the broker made them, in whatever order they were told. */
const byTime = (a: Deal, b: Deal): number => a.timeMs - b.timeMs || Number(BigInt(a.deal) - BigInt(b.deal))

/**
 * The story of a position after its last deal. `deals` hold at least one fill in and one out. A close by command at or after
 * the time exit was the plan's: a trader's own comes before it.
 */
export function closedTrade(
  order: EventOf<'orderRecorded'>,
  deals: readonly Deal[],
  timeExitMs: number | null,
): ClosedTrade {
  const inOrder = deals.toSorted(byTime)
  const ins = inOrder.filter(deal => deal.entry === 'in')
  const outs = inOrder.filter(deal => deal.entry === 'out')
  const first = ins[0]
  const last = outs.at(-1)
  if (!first || !last) throw new Error(`order ${order.order} is closed without a deal in and a deal out`)
  const open = averagePoints(ins, order.digits)
  const close = averagePoints(outs, order.digits)
  const gained = order.side === 'buy' ? close - open : open - close
  const net = netCents(deals)
  const riskCents = filledRiskCents(order, deals)
  return {
    mission: order.mission,
    order: order.order,
    terminal: order.terminal,
    kind: order.account,
    pair: order.pair,
    side: order.side,
    digits: order.digits,
    lots: lotsOf(ins),
    open,
    close,
    stop: order.stop,
    target: order.target,
    openMs: first.timeMs as EpochMs,
    closeMs: last.timeMs as EpochMs,
    pips: pipsFromPoints(gained, order.digits),
    netCents: net,
    riskCents,
    r: riskCents > 0 ? net / riskCents : 0,
    reason: isTimeUp(last, timeExitMs) ? 'time' : last.reason,
    dealIn: first.deal,
    dealOut: last.deal,
  }
}

const isTimeUp = ({ reason, timeMs }: Deal, timeExitMs: number | null): boolean =>
  reason === 'command' && timeExitMs !== null && timeMs >= timeExitMs
