import type { Side } from '../../contracts/primitives.ts'
import { textFromPoints } from '../market/price.ts'

/** Nearer to the price than a stop that is `known`; null is none. Points. */
export const isNearer = (side: Side, stop: number, known: number | null): boolean =>
  known === null || (side === 'buy' ? stop > known : stop < known)

/** Prices in points. A null stop or target is none; a null `closing`: the market has not spoken, and the terminal decides. */
export type StopMove = Readonly<{
  side: Side
  digits: number
  from: Readonly<{ stop: number | null; target: number | null }>
  to: Readonly<{ stop: number; target: number | null }>
  /** The price at which the position would be closed now: the bid of a long, the ask of a short. */
  closing: number | null
  /** Smallest distance of a stop or target from it, and the distance inside which nothing can be changed. */
  stopLevel: number
  freezeLevel: number
}>

export type MoveRefusal = Readonly<{
  code: 'NOTHING_NEW' | 'STOP_WIDER' | 'STOP_MISPLACED' | 'TARGET_MISPLACED' | 'FROZEN'
  text: string
}>

/** Why a stop cannot be moved so, or null: only ever nearer, on the losing side of the price, outside the broker's levels. */
export function moveRefusal(move: StopMove): MoveRefusal | null {
  const { side, from, to } = move
  const direction = side === 'buy' ? 1 : -1
  if (from.stop === to.stop && from.target === to.target)
    return { code: 'NOTHING_NEW', text: 'Stop and target are there already.' }
  if (from.stop !== null && direction * (to.stop - from.stop) < 0) {
    const text = `A stop is only ever moved nearer: ${price(move, to.stop)} is further away than ${price(move, from.stop)}.`
    return { code: 'STOP_WIDER', text }
  }
  return frozen(move) ?? misplaced(move, direction)
}

function misplaced(move: StopMove, direction: number): MoveRefusal | null {
  const { closing, to, stopLevel, freezeLevel } = move
  if (closing === null) return null
  const nearest = Math.max(1, stopLevel, freezeLevel)
  const from = `the price of ${price(move, closing)} by at least ${nearest} points`
  if (direction * (closing - to.stop) < nearest) {
    const text = `The stop ${price(move, to.stop)} must be ${below(direction)} ${from}.`
    return { code: 'STOP_MISPLACED', text }
  }
  if (to.target !== null && direction * (to.target - closing) < nearest) {
    const text = `The target ${price(move, to.target)} must be ${below(-direction)} ${from}.`
    return { code: 'TARGET_MISPLACED', text }
  }
  return null
}

function frozen({ closing, from, freezeLevel }: StopMove): MoveRefusal | null {
  if (closing === null) return null
  const distances = [from.stop, from.target].flatMap(level =>
    level === null ? [] : [Math.abs(closing - level)],
  )
  const nearest = Math.min(...distances)
  if (nearest >= freezeLevel) return null
  const text = `The price is ${nearest} points from the stop or the target; inside ${freezeLevel} the broker changes nothing.`
  return { code: 'FROZEN', text }
}

const price = ({ digits }: StopMove, points: number): string => textFromPoints(points, digits)
const below = (direction: number): string => (direction === 1 ? 'below' : 'above')
