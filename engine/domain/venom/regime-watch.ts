import type { Figure } from '../../contracts/mission.ts'
import type { Pair } from '../../contracts/pairs.ts'
import { Regime } from '../../contracts/vocabulary.ts'
import { MINUTE_MS } from '../market/civil.ts'
import type { SymbolMarket } from '../market/symbol-market.ts'
import { barEndMs } from '../market/timeframe.ts'
import { nextRegime, regimeFigures, regimeInputs, type PriceRegime, type RegimeInputs } from './regime.ts'
import { LoudNews, NO_NEWS_KNOWN, type Announcements } from './regime-news.ts'
import { RegimeOdds } from './regime-odds.ts'

/**
 * Follows one symbol's regime: by price at each close of M15, by the calendar from minute to minute. Its probability is the
 * chance that the regime is this one an hour from now. For the five of price that is the measured persistence, how often on this
 * symbol the regime that held was still there an hour later, (kept + 1) ÷ (seen + 2); for news it is 1 or 0, since the
 * calendar is known. It says how long such a label lasts here, not how sure the label is.
 */
export class RegimeWatch {
  inputs: RegimeInputs | null = null
  missing: string | null = 'the first bars'
  sinceMs: number | null = null
  #price: PriceRegime | null = null
  /** What the last close said by itself. */
  #seen: PriceRegime | null = null
  #news = NO_NEWS_KNOWN
  #calendar: Announcements | null = null
  #loud: LoudNews | null = null
  #newsMs = 0
  readonly #odds = new RegimeOdds()

  /** Null: not enough data; `missing` says of what. */
  get regime(): Regime | null {
    return this.#news.event ? 'NEWS_EVENT' : this.#price
  }

  /** Chance that this regime holds an hour from now; null before the first regime. */
  get probability(): number | null {
    return this.regime && this.chanceOf(this.regime)
  }

  /** An M15 bar has closed. Another regime holds when two closes in a row have said it: it was 24 changes a day, and is 8. */
  onQuarterHour(market: SymbolMarket): void {
    const answer = regimeInputs(market)
    if ('missing' in answer) {
      this.missing = answer.missing
      return
    }
    const closeMs = barEndMs('M15', market.bars.series.M15.openMs(0))
    const shown = this.regime
    const seen = nextRegime(this.#price, answer.inputs)
    this.#price = this.#price === null || seen === this.#seen ? seen : this.#price
    this.#seen = seen
    if (this.regime !== shown) this.sinceMs = closeMs
    this.inputs = answer.inputs
    this.missing = null
    this.#odds.count(this.#price, closeMs)
  }

  /** The calendar as it is known now; without one, news is never said. */
  heed(calendar: Announcements | null, pair: Pair, nowMs: number): void {
    if (calendar === this.#calendar && nowMs >= this.#newsMs && nowMs < this.#news.untilMs) return
    const shown = this.regime
    if (calendar !== this.#calendar) this.#loud = calendar && new LoudNews(calendar, pair)
    this.#calendar = calendar
    this.#news = this.#loud?.sight(nowMs) ?? NO_NEWS_KNOWN
    this.#newsMs = nowMs
    if (this.regime !== shown) this.sinceMs = nowMs
  }

  /** Chance that the regime is this one an hour from now; over the six they sum to 1. Null: not enough data. */
  chanceOf(regime: Regime): number | null {
    if (!this.#price) return null
    if (regime === 'NEWS_EVENT') return this.#news.inAnHour ? 1 : 0
    return this.#news.inAnHour ? 0 : this.#odds.chance(this.#price, regime)
  }

  /** What it is judged by, and the chances of all six. `nowMs` is the market's time. */
  figures(nowMs: number): Figure[] {
    const { event, known } = this.#news
    const figures = this.inputs ? regimeFigures(this.inputs) : []
    if (event)
      figures.push({
        name: `minutes since ${event.currency} ${event.name}`,
        value: Math.round((nowMs - event.timeMs) / MINUTE_MS),
      })
    if (!known) figures.push({ name: 'calendar known', value: 0 })
    for (const regime of Regime.options) {
      const value = this.chanceOf(regime)
      if (value !== null) figures.push({ name: `chance of ${regime} in an hour`, value })
    }
    return figures
  }
}
