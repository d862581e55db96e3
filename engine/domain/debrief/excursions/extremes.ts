import type { Side } from '../../../contracts/primitives.ts'

/** How far a trade went against and for itself, in R; 0 is its open, and neither is below it. */
export type Excursion = Readonly<{ maeR: number; mfeR: number }>

/** The price at which a position is closed: a long at the bid, a short at the ask. Points. */
export const closingPrice = (side: Side, bid: number, ask: number): number => (side === 'buy' ? bid : ask)

/**
 * The worst and the best closing price that a position has seen, points. What they are in R is asked at the end, since fills that come
 * late move the open. J. Sweeney, "Maximum Adverse Excursion", Wiley 1997, measures them from the open, as here.
 */
export class Extremes {
  readonly #isLong: boolean
  #low: number
  #high: number

  constructor(side: Side, price: number) {
    this.#isLong = side === 'buy'
    this.#low = price
    this.#high = price
  }

  take(price: number): void {
    if (price < this.#low) this.#low = price
    if (price > this.#high) this.#high = price
  }

  /** `riskPoints`: distance between open and first stop, above 0. */
  inR(open: number, riskPoints: number): Excursion {
    const down = (open - this.#low) / riskPoints
    const up = (this.#high - open) / riskPoints
    const [against, inFavour] = this.#isLong ? [down, up] : [up, down]
    return { maeR: Math.max(0, against), mfeR: Math.max(0, inFavour) }
  }
}
