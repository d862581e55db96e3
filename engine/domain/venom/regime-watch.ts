import type { Regime } from '../../contracts/vocabulary.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import { barEndMs } from '../market/timeframe.ts'
import { nextRegime, regimeInputs, type RegimeInputs } from './regime.ts'

/** Quarter hours ahead that the probability speaks of: one hour. */
const AHEAD = 4

type Tally = { seen: number; kept: number }

/**
 * Follows one symbol's regime, one closed M15 bar after another, and counts how often each regime was still there an
 * hour later. That measured persistence, (kept + 1) ÷ (seen + 2) after Laplace, is the probability shown.
 */
export class RegimeWatch {
  regime: Regime | null = null
  inputs: RegimeInputs | null = null
  missing: string | null = 'the first bars'
  sinceMs: number | null = null
  readonly #past: Regime[] = []
  readonly #tallies = new Map<Regime, Tally>()

  onQuarterHour(market: SymbolMarket): void {
    const answer = regimeInputs(market)
    if ('missing' in answer) {
      this.missing = answer.missing
      return
    }
    const regime = nextRegime(this.regime, answer.inputs)
    if (regime !== this.regime) this.sinceMs = barEndMs('M15', market.bars.series.M15.openMs(0))
    this.regime = regime
    this.inputs = answer.inputs
    this.missing = null
    this.#count(regime)
  }

  /** Share of times that the present regime still held an hour later; null before the first regime. */
  get probability(): number | null {
    if (!this.regime) return null
    const { seen, kept } = this.#tallies.get(this.regime) ?? { seen: 0, kept: 0 }
    return (kept + 1) / (seen + 2)
  }

  #count(now: Regime): void {
    this.#past.push(now)
    if (this.#past.length <= AHEAD) return
    const then = this.#past.shift() as Regime
    const tally = this.#tallies.get(then) ?? { seen: 0, kept: 0 }
    tally.seen++
    if (then === now) tally.kept++
    this.#tallies.set(then, tally)
  }
}
