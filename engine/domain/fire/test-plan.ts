import { pointsPerPip } from '../market/price.ts'
import { SPREAD_OF_STOP } from './price-rules.ts'

/** The spread may grow by so much until the order is there. */
const ROOM = 1.5
/** Nearer than any stop of a mission is: there a rounding or a requote is most of it. */
const SHORTEST_PIPS = 6

type Seen = Readonly<{ bid: number; ask: number; digits: number; stopLevel: number }>

/** Points. `stopPoints` is the distance of both. */
export type TestPlan = Readonly<{ entry: number; stop: number; target: number; stopPoints: number }>

/**
 * A long whose stop is as near as the rules of the price let it be: outside the broker's stop level, with a spread that is at most its
 * share of it, and room for both to be worse by the time the order arrives. The target is as far.
 */
export function testPlan({ bid, ask, digits, stopLevel }: Seen): TestPlan {
  const spread = ask - bid
  const stopPoints = Math.ceil(
    Math.max(
      SHORTEST_PIPS * pointsPerPip(digits),
      (ROOM * spread) / SPREAD_OF_STOP,
      ROOM * (Math.max(1, stopLevel) + spread),
    ),
  )
  return { entry: ask, stop: ask - stopPoints, target: ask + stopPoints, stopPoints }
}

/** Without a drift the price reaches either end by its distance from here alone: what a long pays is the spread. */
export const driftless = ({ stopPoints }: Pick<TestPlan, 'stopPoints'>, spread: number): number =>
  (stopPoints - spread) / (2 * stopPoints)
