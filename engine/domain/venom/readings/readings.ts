import type { SymbolBars } from '../../market/symbol-bars.ts'
import type { Timeframe } from '../../market/timeframe.ts'
import type { VolatilityModel } from '../../market/volatility.ts'

/** A range of London's day. `bars` of `expected` minutes were there; `brokenMs` is when an M5 first closed outside. */
export type SessionRange = { high: number; low: number; bars: number; expected: number; brokenMs: number }

const sessionRange = (expected: number): SessionRange => ({
  high: Number.NaN,
  low: Number.NaN,
  bars: 0,
  expected,
  brokenMs: Number.NaN,
})

/**
 * Every rolling value that regimes, setups and features read of one symbol, made anew at each close before anyone is told of
 * it. Points unless said; NaN means too few bars. Definitions: venom-study §5.
 */
export class Readings {
  readonly m1 = { rangeEwma60: Number.NaN, bigBody30: Number.NaN, lastBody: Number.NaN }
  readonly m5 = { z36: Number.NaN, z36Before: Number.NaN, mean36: Number.NaN }
  readonly m15 = {
    z48: Number.NaN,
    ema20: Number.NaN,
    atr14: Number.NaN,
    widthRank: Number.NaN,
    widthRankBefore: Number.NaN,
    high20Before: Number.NaN,
    low20Before: Number.NaN,
    wick: Number.NaN,
  }
  readonly h1 = {
    ema20: Number.NaN,
    ema50: Number.NaN,
    atr14: Number.NaN,
    widthRank: Number.NaN,
    widthRankBefore: Number.NaN,
    high20Before: Number.NaN,
    low20Before: Number.NaN,
    efficiency24: Number.NaN,
    wick: Number.NaN,
  }
  readonly h4 = { ema20: Number.NaN, ema50: Number.NaN, atr14: Number.NaN }
  readonly day = {
    dayOpen: Number.NaN,
    dayHigh: Number.NaN,
    dayLow: Number.NaN,
    previousDayHigh: Number.NaN,
    previousDayLow: Number.NaN,
  }
  readonly asianRange = sessionRange(420)
  readonly openingRange = sessionRange(60)
  /** Expected standard deviation of the price over the next 60 and 240 minutes, at the last closed M15. */
  sigma60 = Number.NaN
  sigma240 = Number.NaN
  readonly #bars: SymbolBars
  readonly #volatility: VolatilityModel

  constructor(bars: SymbolBars, volatility: VolatilityModel) {
    this.#bars = bars
    this.#volatility = volatility
  }

  /** Close of the last M1 bar less that of the last one that had closed `minutes` before it. */
  ret(minutes: number): number {
    const { M1 } = this.#bars.series
    return minutes < M1.length ? M1.close(0) - M1.close(minutes) : Number.NaN
  }

  onClosed(timeframe: Timeframe): void {
    if (timeframe === 'M15' && this.#volatility.ready) {
      const { M15 } = this.#bars.series
      const nowMs = M15.openMs(0) + 900_000
      this.sigma60 = this.#volatility.sigma(M15.close(0), nowMs, 60)
      this.sigma240 = this.#volatility.sigma(M15.close(0), nowMs, 240)
    }
  }
}
