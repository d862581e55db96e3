/** A mission from its briefing to its end, as its events tell it. */
import type { AlertPlace, FillFacts, MissionCourse, MissionStage } from '../../contracts/alerts.ts'
import type { EventOf } from '../../contracts/events.ts'
import type { ClosedTrade, Mission } from '../../contracts/mission.ts'
import type { Cents, EpochMs, Points } from '../../contracts/primitives.ts'
import type { OrderState } from '../../contracts/vocabulary.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import { averagePoints, filledLots, openLots } from '../fire/trade.ts'

export type OrderCourse = {
  readonly recorded: EventOf<'orderRecorded'>
  /** The account that it was sent to. */
  readonly login: string
  state: OrderState
  ticket: string | null
  position: string | null
  filledLots: number | null
  readonly deals: Deal[]
  /** How many of the deals a trade has told. */
  told: number
  stop: Points | null
  target: Points | null
  trade: ClosedTrade | null
  /** Last deals of the trades that were told of it. */
  readonly ends: string[]
  text: string
  taken: Readonly<{ by: 'person' | 'rule'; why: string }> | null
  /** The alert that says that its position has no stop, as long as that is so. */
  stopGone: string | null
}

export type Course = {
  readonly mission: Mission
  readonly at: AlertPlace
  expiresMs: EpochMs
  ended: Readonly<{ is: 'expired' | 'declined'; why: string }> | null
  order: OrderCourse | null
}

/** One of which an order was recorded. */
export type Ordered = Course & { order: OrderCourse }

export const isOrdered = (course: Course): course is Ordered => course.order !== null

export const newCourse = (mission: Mission, at: AlertPlace): Course => ({
  mission,
  at,
  expiresMs: mission.expiresMs,
  ended: null,
  order: null,
})

export const newOrder = (recorded: EventOf<'orderRecorded'>, login: string): OrderCourse => ({
  recorded,
  login,
  state: 'recorded',
  ticket: null,
  position: null,
  filledLots: null,
  deals: [],
  told: 0,
  stop: recorded.stop,
  target: recorded.target,
  trade: null,
  ends: [],
  text: '',
  taken: null,
  stopGone: null,
})

const STAGES: Readonly<Record<OrderState, MissionStage>> = {
  approved: 'fired',
  recorded: 'fired',
  sent: 'fired',
  working: 'fired',
  waiting: 'fired',
  unknown: 'unknown',
  partlyFilled: 'filled',
  filled: 'filled',
  managed: 'filled',
  closed: 'closed',
  settled: 'settled',
  rejected: 'notFilled',
  denied: 'notFilled',
  expired: 'notFilled',
  cancelled: 'notFilled',
  neverHappened: 'notFilled',
}

export const stageOf = ({ order, ended }: Course): MissionStage =>
  order ? STAGES[order.state] : (ended?.is ?? 'pending')

/** The trade of a position that is closed is told right after its last deal. */
export function isOver(course: Course): boolean {
  const stage = stageOf(course)
  if (stage === 'closed') return isOrdered(course) && course.order.trade !== null
  return ['expired', 'declined', 'notFilled', 'settled'].includes(stage)
}

/** As it is told: a copy that stays as it is. */
export function courseOf(course: Course): MissionCourse {
  const { mission, expiresMs, order } = course
  return {
    mission,
    stage: stageOf(course),
    why: whyOf(course),
    expiresMs,
    order: order && orderOf(order),
    fill: order && fillOf(order),
    stop: order ? order.stop : mission.stop,
    target: order ? order.target : mission.target,
    closedLots: order ? closedLots(order.deals) : 0,
    trade: order?.trade ?? null,
  }
}

/** Only of an end without a result: what was filled speaks by its figures. */
export function whyOf(course: Course): string | null {
  const { order, ended } = course
  if (!order) return ended?.why ?? null
  const stage = stageOf(course)
  if (stage !== 'notFilled' && stage !== 'unknown' && stage !== 'settled') return null
  if (stage === 'notFilled' && order.taken?.by === 'rule') return order.taken.why
  return order.text === '' ? null : order.text
}

function orderOf({ recorded, ticket }: OrderCourse): NonNullable<MissionCourse['order']> {
  const { order, origin, lots, price, stop, target, riskCents, waitsUntilMs = null } = recorded
  return { order, origin, lots, price, stop, target, riskCents, waitsUntilMs, ticket }
}

function fillOf({ recorded, deals }: OrderCourse): FillFacts | null {
  const ins = deals.filter(deal => deal.entry === 'in')
  const newest = ins.at(-1)
  if (!newest) return null
  const price = averagePoints(ins, recorded.digits)
  const over = price - recorded.price
  return {
    deal: newest.deal,
    position: newest.position,
    parts: ins.length,
    lots: filledLots(ins),
    price,
    slippagePoints: (recorded.side === 'buy' ? over : -over) || 0,
  }
}

const closedLots = (deals: readonly Deal[]): number =>
  Number((filledLots(deals) - openLots(deals)).toFixed(8)) || 0

/** With a part that was filled after the first was closed: money, risk and lots of both, and R by all that was at risk. */
export function together(before: ClosedTrade | null, trade: ClosedTrade): ClosedTrade {
  if (!before) return trade
  const riskCents = (before.riskCents + trade.riskCents) as Cents
  const netCents = (before.netCents + trade.netCents) as Cents
  const lots = Math.round((before.lots + trade.lots) * 1e8) / 1e8
  return { ...trade, lots, netCents, riskCents, r: riskCents > 0 ? netCents / riskCents : before.r + trade.r }
}
