import type { CostGrouping, CostPart, LatencyStage } from '../../../contracts/execution-costs.ts'
import type { AccountKind } from '../../../contracts/primitives.ts'
import type { Deal } from '../../../contracts/wire/index.ts'
import { filledRiskCents } from '../../fire/trade.ts'
import { DAY_MS, floorMod, HOUR_MS, weekdayOfDays } from '../../market/civil.ts'
import { pointsFromText, pointsPerPip } from '../../market/price.ts'
import type { OrderStory } from './order-story.ts'

/** What one closed trade has cost, in cents of the account, paid above zero; null for what nobody has recorded. */
export type TradeCost = Readonly<{
  keys: Readonly<Record<CostGrouping, string>>
  account: AccountKind
  login: string
  entryMs: number
  riskCents: number
  /** One pip of all its lots. */
  pipCents: number
  cents: Readonly<Record<CostPart, number | null>>
  totalCents: number | null
  latencyMs: Readonly<Record<LatencyStage, number | null>>
}>

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

/**
 * The money at risk is the loss at the stop with its commission, so what is left of it without the commission is what the
 * points to the stop are worth: the value of a point comes from the order itself and not from a rate of another moment.
 * Null when the commission is higher than the risk.
 */
export function tradeCost(story: OrderStory): TradeCost | null {
  const { recorded, deals, login } = story
  const ins = deals.filter(({ entry }) => entry === 'in')
  const [first] = ins
  const last = deals.findLast(({ entry }) => entry === 'out')
  if (!first || !last) throw new Error(`the story of ${recorded.order} ends without a deal in and a deal out`)
  const riskCents = filledRiskCents(recorded, deals)
  const commission = paid(deals, 'commission')
  const pointCents = (riskCents - commission) / Math.abs(recorded.price - recorded.stop)
  if (!(pointCents > 0) || !Number.isFinite(pointCents)) return null
  const ofPoints = (points: number | null) => (points === null ? null : points * pointCents)
  const cents = {
    spread: ofPoints(hasWaited(story) ? null : (recorded.spread ?? null)),
    entrySlippage: ofPoints(entrySlippage(story, ins)),
    stopSlippage: ofPoints(story.beyondStop === null ? null : story.beyondStop / lotsOf(ins)),
    commission,
    swap: paid(deals, 'swap'),
  }
  return {
    keys: {
      pair: recorded.pair,
      hour: String(Math.floor(floorMod(first.timeMs, DAY_MS) / HOUR_MS)).padStart(2, '0'),
      weekday: WEEKDAYS[weekdayOfDays(Math.floor(first.timeMs / DAY_MS))] ?? '',
      terminal: recorded.terminal,
      side: recorded.side,
      reason: last.reason,
    },
    account: recorded.account,
    login,
    entryMs: first.timeMs,
    riskCents,
    pipCents: pointCents * pointsPerPip(recorded.digits),
    cents,
    totalCents: totalOf(cents),
    latencyMs: latencyOf(story),
  }
}

/** A trade that met no stop has no slippage there; one whose spread nobody recorded has no total. */
const totalOf = ({ spread, entrySlippage: entry, stopSlippage, commission, swap }: TradeCost['cents']) =>
  spread === null || entry === null || commission === null || swap === null
    ? null
    : spread + entry + (stopSlippage ?? 0) + commission + swap

/** Deals carry costs below zero. */
const paid = (deals: readonly Deal[], what: 'commission' | 'swap'): number =>
  deals.reduce((sum, deal) => sum - deal[what], 0)

const lotsOf = (deals: readonly Deal[]): number => deals.reduce((sum, { lots }) => sum + Number(lots), 0)

function entrySlippage({ recorded: { side, price, digits } }: OrderStory, ins: readonly Deal[]): number {
  const filled = ins.reduce((sum, deal) => sum + pointsFromText(deal.price, digits) * Number(deal.lots), 0)
  const average = filled / lotsOf(ins)
  return side === 'buy' ? average - price : price - average
}

/** A limit order was filled long after it was judged: nobody recorded the spread of then, and its wait is no latency. */
const hasWaited = ({ recorded }: OrderStory): boolean => recorded.waitsUntilMs !== undefined

function latencyOf(story: OrderStory): TradeCost['latencyMs'] {
  const { recorded, sent, answered } = story.wallMs
  const deal = hasWaited(story) ? null : story.wallMs.deal
  const between = (from: number | null, to: number | null) =>
    from === null || to === null ? null : to - from
  return {
    recordedToSent: between(recorded, sent),
    sentToAnswered: between(sent, answered),
    answeredToDeal: between(answered, deal),
    recordedToDeal: between(recorded, deal),
  }
}
