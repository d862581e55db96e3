/**
 * The predecessor's EA takes a stop as a distance in points from its own price, where every other part of this house says
 * a price. A wrong conversion is a wrong stop: 1.17 sent as it stands is a stop 1.17 points away.
 */
import type { Side } from '../../contracts/primitives.ts'
import type { BodyOf } from '../../contracts/wire/index.ts'

export type Distances = Readonly<{ is: 'distances'; sl: number; tp: number }>
export type NoDistances = Readonly<{ is: 'refused'; text: string }>

export type QuotedPoint = Readonly<{ bid: number; ask: number; digits: number }>

/**
 * Stop and target of an order as points from the price that it would be filled at now: the ask for a buy, the bid for a
 * sell. Whole numbers above zero, or refused: a distance of none would be an order without a stop.
 */
export function pointDistances(
  order: Pick<BodyOf<'fire'>, 'side' | 'stop' | 'target'>,
  { bid, ask, digits }: QuotedPoint,
): Distances | NoDistances {
  const entry = points(order.side === 'buy' ? ask : bid, digits)
  const sl = away(order.side, entry, points(Number(order.stop), digits), 'against')
  const tp = away(order.side, entry, points(Number(order.target), digits), 'with')
  const price = (entry / 10 ** digits).toFixed(digits)
  if (sl <= 0) return refused(`The stop ${order.stop} of a ${order.side} is not beyond the price ${price}.`)
  if (tp <= 0) return refused(`The target ${order.target} of a ${order.side} is behind the price ${price}.`)
  return { is: 'distances', sl, tp }
}

/** Whole points, so that 1.10234 − 1.10036 is 198 and not 197.99999999999. */
const points = (price: number, digits: number): number => Math.round(price * 10 ** digits)

/** How far a price lies from the entry, in the direction that it must: below zero when it lies on the other side. */
function away(side: Side, entry: number, price: number, direction: 'with' | 'against'): number {
  const isBelow = (side === 'buy') === (direction === 'against')
  return isBelow ? entry - price : price - entry
}

const refused = (text: string): NoDistances => ({ is: 'refused', text })
