/** Prices of a trade as rows of a table. */
import type { MissionCourse } from '../../../contracts/alerts.ts'
import type { ClosedTrade, Mission } from '../../../contracts/mission.ts'
import { pipsFromPoints, textFromPoints } from '../../../domain/market/price.ts'
import { inPips, inR, lotsWritten, signed } from '../../../domain/words/figures.ts'
import { spanOf } from '../../../domain/words/times.ts'
import type { Row } from '../parts.ts'
import { amountText, gainText, type About } from './alert-text.ts'

type Market = Pick<Mission, 'side' | 'digits'>

/** Averages of several fills lie between points. */
export const priceText = (points: number, digits: number): string =>
  textFromPoints(Math.round(points), digits)

/** What a level is worth against a price, above 0 to the trader's gain whichever way the trade goes. */
export const pipsOf = (level: number, price: number, { side, digits }: Market): number =>
  pipsFromPoints(side === 'buy' ? level - price : price - level, digits)

function levelRow(name: string, level: number | null, price: number, market: Market): Row {
  if (level === null) return [name, 'none']
  return [name, priceText(level, market.digits), inPips(pipsOf(level, price, market))]
}

/** As it was proposed. */
export const planRows = (mission: Mission): Row[] => [
  ['Entry', priceText(mission.entry, mission.digits)],
  levelRow('Stop', mission.stop, mission.entry, mission),
  levelRow('Target', mission.target, mission.entry, mission),
  ['R:R', `1 : ${mission.rewardRatio.toFixed(2)}`],
]

/** As it was ordered. */
export function orderRows({ mission, order }: MissionCourse, about: About): Row[] {
  if (order === null) return planRows(mission)
  return [
    ['Price', priceText(order.price, mission.digits)],
    levelRow('Stop', order.stop, order.price, mission),
    levelRow('Target', order.target, order.price, mission),
    ['Lots', lotsWritten(order.lots)],
    ['Risk', amountText(order.riskCents, about)],
  ]
}

/** As it stands at the broker. */
export function fillRows(course: MissionCourse, about: About): Row[] {
  const { mission, order, fill, stop, target, closedLots } = course
  if (fill === null) return orderRows(course, about)
  const isWhole = order !== null && fill.lots === order.lots
  return [
    ['Filled', priceText(fill.price, mission.digits)],
    levelRow('Stop', stop, fill.price, mission),
    levelRow('Target', target, fill.price, mission),
    ['Lots', lotsWritten(fill.lots), isWhole || order === null ? '' : `of ${lotsWritten(order.lots)}`],
    ...(closedLots > 0 ? [['Closed', lotsWritten(closedLots)] as const] : []),
    ...(isWhole ? [['Risk', amountText(order.riskCents, about)] as const] : []),
  ]
}

/** What came of it. */
export const tradeRows = (trade: ClosedTrade, about: About): Row[] => [
  ['Result', inR(trade.r)],
  ['Money', gainText(trade.netCents, about)],
  ['Pips', signed(trade.pips, 1)],
  ['Open', priceText(trade.open, trade.digits)],
  ['Close', priceText(trade.close, trade.digits)],
  ['Lots', lotsWritten(trade.lots)],
  ['Held', spanOf(trade.closeMs - trade.openMs)],
]

/** Against the price that was asked for. */
export function slippageText(points: number, digits: number): string {
  const pips = pipsFromPoints(points, digits).toFixed(1)
  const size = pips.replace('-', '')
  if (Number(size) === 0) return 'no slippage'
  return `slippage ${size} pips ${points > 0 ? 'worse' : 'better'}`
}
