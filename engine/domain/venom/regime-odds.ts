import { HOUR_MS } from '../market/civil.ts'
import type { PriceRegime } from './regime.ts'

const PRICE_REGIMES = ['TRENDING_BULL', 'TRENDING_BEAR', 'BREAKOUT', 'VOLATILE_RANGE', 'CALM_RANGE'] as const
const COUNT = PRICE_REGIMES.length
/** Quarter hours in the hour that the odds speak of. */
const REMEMBERED = 4

type Moment = Readonly<{ at: number; closeMs: number }>

/**
 * What became of each regime an hour later, counted on this symbol. Odds after Laplace: one imagined stay and one imagined
 * change, the change shared by the four others, so that they sum to 1 from the start.
 */
export class RegimeOdds {
  readonly #turns = new Uint32Array(COUNT * COUNT)
  readonly #seen = new Uint32Array(COUNT)
  #past: Moment[] = []

  /** The regime at a close of M15. Over a hole in the data nothing is counted. */
  count(regime: PriceRegime, closeMs: number): void {
    const at = PRICE_REGIMES.indexOf(regime)
    const before = this.#past.find(moment => moment.closeMs === closeMs - HOUR_MS)
    if (before) {
      const turn = before.at * COUNT + at
      this.#turns[turn] = (this.#turns[turn] as number) + 1
      this.#seen[before.at] = (this.#seen[before.at] as number) + 1
    }
    this.#past.push({ at, closeMs })
    if (this.#past.length > REMEMBERED) this.#past.shift()
  }

  /** Chance that an hour after `from` the regime is `to`. */
  chance(from: PriceRegime, to: PriceRegime): number {
    const at = PRICE_REGIMES.indexOf(from)
    const turned = this.#turns[at * COUNT + PRICE_REGIMES.indexOf(to)] as number
    return (turned + (from === to ? 1 : 1 / (COUNT - 1))) / ((this.#seen[at] as number) + 2)
  }
}
