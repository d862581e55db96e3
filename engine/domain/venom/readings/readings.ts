import { MINUTE_MS } from '../../market/civil.ts'
import type { SymbolBars } from '../../market/symbol-bars.ts'
import { barEndMs, type Timeframe } from '../../market/timeframe.ts'
import type { VolatilityModel } from '../../market/volatility.ts'
import { DayReadings } from './day-readings.ts'
import { FiveMinuteReadings } from './five-minute-readings.ts'
import { HourReadings, QuarterHourReadings, TrendReadings } from './frame-readings.ts'
import { LondonDay, type SessionRange } from './london-day.ts'
import { MinuteReadings } from './minute-readings.ts'

/**
 * Every rolling value that regimes, setups and features read of one symbol, made anew at each close before anyone is told of
 * it. Closed bars only; points unless said; NaN means too few bars. Definitions: venom-study §5.
 */
export class Readings {
  readonly m1 = new MinuteReadings()
  readonly m5 = new FiveMinuteReadings()
  readonly m15 = new QuarterHourReadings()
  readonly h1 = new HourReadings()
  readonly h4 = new TrendReadings()
  readonly day = new DayReadings()
  readonly asianRange: SessionRange
  readonly openingRange: SessionRange
  /** Expected standard deviation of the price over the quarter hour, the hour and the four hours after the last M15 close. */
  sigma15 = Number.NaN
  sigma60 = Number.NaN
  sigma240 = Number.NaN
  readonly #london = new LondonDay()
  readonly #bars: SymbolBars
  readonly #volatility: VolatilityModel

  constructor(bars: SymbolBars, volatility: VolatilityModel) {
    this.#bars = bars
    this.#volatility = volatility
    this.asianRange = this.#london.asianRange
    this.openingRange = this.#london.openingRange
  }

  /**
   * Close of the last M1 bar less that of the newest one that had closed `minutes` before it: by the clock, so that holes in
   * the data and week-ends shorten no distance. NaN when nothing is that old.
   */
  ret(minutes: number): number {
    const { M1 } = this.#bars.series
    const oldest = Math.min(minutes, M1.length - 1)
    if (oldest < 1) return Number.NaN
    const wantedMs = M1.openMs(0) - minutes * MINUTE_MS
    if (M1.openMs(oldest) > wantedMs) return Number.NaN
    let after = 0
    let ago = oldest
    while (ago - after > 1) {
      const middle = (ago + after) >>> 1
      if (M1.openMs(middle) <= wantedMs) ago = middle
      else after = middle
    }
    return M1.close(0) - M1.close(ago)
  }

  /** A bar of this timeframe has just been put into its series. */
  onClosed(timeframe: Timeframe): void {
    const { series, forming } = this.#bars
    switch (timeframe) {
      case 'M1':
        this.m1.onClosed(series.M1)
        this.day.onMinute(forming.D1)
        return this.#london.onMinute(series.M1)
      case 'M5':
        this.m5.onClosed(series.M5)
        return this.#london.onFiveMinutes(series.M5)
      case 'M15':
        this.m15.onClosed(series.M15)
        return this.#forecast()
      case 'H1':
        return this.h1.onClosed(series.H1)
      case 'H4':
        return this.h4.onClosed(series.H4)
      case 'D1':
        return undefined
    }
  }

  #forecast(): void {
    const volatility = this.#volatility
    if (!volatility.ready) return
    const { M15 } = this.#bars.series
    const close = M15.close(0)
    const nowMs = barEndMs('M15', M15.openMs(0))
    this.sigma15 = volatility.sigma(close, nowMs, 15)
    this.sigma60 = volatility.sigma(close, nowMs, 60)
    this.sigma240 = volatility.sigma(close, nowMs, 240)
  }
}
