import { PlanName } from '../../contracts/model.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { isEntryTime } from '../../domain/market/entry-hours.ts'
import type { SymbolMarket } from '../../domain/market/symbol-market.ts'
import { timeExitOf } from '../../domain/venom/time-exit.ts'
import { FEATURE_COUNT, FEATURE_NAMES, MARKET_FEATURES } from '../../domain/venom/confidence/feature-names.ts'
import { readFeatures } from '../../domain/venom/confidence/features.ts'
import { PLANS, type Plan } from '../../domain/venom/plan.ts'
import { stopDistance } from '../../domain/venom/stop-distance.ts'
import { driftlessP } from '../../domain/venom/value.ts'
import type { TradedTape } from '../outcome/tape-blocks.ts'
import { OPEN, TARGET, TIMEOUT, TradePlayer } from '../outcome/trade-player.ts'
import type { MarketEntryBook, SidesOfPlan } from './market-entries.ts'

const PLACES = MARKET_FEATURES.map(name => FEATURE_NAMES.indexOf(name))

/** Enters on both sides at a close, whatever any setup says of it, and follows every plan's trades to their end at 1× cost. */
export class MarketEntryMaker {
  readonly #traded: TradedTape
  readonly #market: SymbolMarket
  readonly #player: TradePlayer
  readonly #all = new Float64Array(FEATURE_COUNT)
  readonly #own = new Float32Array(MARKET_FEATURES.length)

  constructor(traded: TradedTape, market: SymbolMarket) {
    this.#traded = traded
    this.#market = market
    this.#player = new TradePlayer(traded)
  }

  /** Nothing outside the hours of entry, where a feature is missing, or where the data ends first. */
  make(closeMs: number, entryAt: number, book: MarketEntryBook): void {
    if (!isEntryTime(closeMs)) return
    const { costs } = this.#traded
    const costPoints = (costs.spread[entryAt] as number) + costs.commission
    // Either side will do: none of the market's own features knows one.
    if (readFeatures(this.#market, null, 'buy', { closeMs, costPoints }, this.#all) !== null) return
    PLACES.forEach((place, k) => (this.#own[k] = this.#all[place] as number))
    const [rapid, precision, timed] = PlanName.options.map(name =>
      this.#follow(PLANS[name], closeMs, entryAt),
    )
    if (!rapid || !precision || !timed) return
    book.add(closeMs, this.#own, { RAPID: rapid, PRECISION: precision, TIMED: timed })
  }

  #follow(plan: Plan, closeMs: number, entryAt: number): SidesOfPlan | null {
    const { tape, costs } = this.#traded
    const stop = stopDistance(this.#market, plan.stopSigmas)
    if (stop === null) return null
    const entryMs = tape.openMs[entryAt] as number
    const timeExitMs = timeExitOf(closeMs + plan.timeExitMinutes * MINUTE_MS, entryMs)
    // Of what the data ends in, only the quick trades have ended: it would teach a wrong share of them.
    if (timeExitMs > (tape.openMs[tape.length - 1] as number)) return null
    const target = Math.round(stop * plan.rewardRatio)
    const sides = { targets: 0, timeouts: 0, settledMs: timeExitMs + MINUTE_MS }
    for (const side of [1, -1]) {
      this.#player.play({ at: entryAt, side, stop, target, timeExitMs }, 1)
      const { ending, at } = this.#player
      if (ending === OPEN) return null
      if (ending === TARGET) sides.targets++
      if (ending === TIMEOUT) sides.timeouts++
      sides.settledMs = Math.max(sides.settledMs, (tape.openMs[at] as number) + MINUTE_MS)
    }
    return { ...sides, p0: driftlessP(costs.spread[entryAt] as number, stop, plan.rewardRatio) }
  }
}
