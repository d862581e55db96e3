import type { BarSeries } from '../../market/bar-series.ts'
import { Ema } from '../../market/indicators/ema.ts'
import { Atr } from '../../market/indicators/atr.ts'
import { PercentileRank } from '../../market/indicators/percentile-rank.ts'
import { RollingMax } from '../../market/indicators/rolling-max.ts'
import { RollingMin } from '../../market/indicators/rolling-min.ts'
import { RollingMoments } from '../../market/indicators/rolling-moments.ts'
import { RollingZ } from '../../market/indicators/rolling-z.ts'
import { Sma } from '../../market/indicators/sma.ts'

const CHANNEL = 20
const RANKED = 500
const RANKED_AT_LEAST = 200
const DAY_OF_HOURS = 24

/** Averages of closes and the simple mean of 14 true ranges, as MetaTrader's iMA and iATR; points. */
export class TrendReadings {
  ema20 = Number.NaN
  ema50 = Number.NaN
  atr14 = Number.NaN
  readonly #ema20 = new Ema(20)
  readonly #ema50 = new Ema(50)
  readonly #atr = new Atr(14)

  onClosed(bars: BarSeries): void {
    const close = bars.close(0)
    this.ema20 = this.#ema20.commit(close)
    this.ema50 = this.#ema50.commit(close)
    this.atr14 = this.#atr.commit(bars.high(0), bars.low(0), close)
  }
}

/** What tells a squeeze and a break out of it, on M15 and on H1. */
export class FrameReadings extends TrendReadings {
  /** Where w = std20(C) ÷ C stands among the last 500 (200 at least), 0 to 1; and of the bar before. */
  widthRank = Number.NaN
  widthRankBefore = Number.NaN
  /** Extremes of the 20 bars before the last, points. */
  high20Before = Number.NaN
  low20Before = Number.NaN
  /** (H + L − 2C) ÷ (H − L): 1 = closed on its low, −1 = on its high, 0 where H = L. */
  wick = Number.NaN
  readonly #moments = new RollingMoments(CHANNEL)
  readonly #rank = new PercentileRank(RANKED, RANKED_AT_LEAST)
  readonly #high = new RollingMax(CHANNEL)
  readonly #low = new RollingMin(CHANNEL)

  override onClosed(bars: BarSeries): void {
    super.onClosed(bars)
    const [high, low, close] = [bars.high(0), bars.low(0), bars.close(0)]
    this.high20Before = this.#high.value
    this.low20Before = this.#low.value
    this.#high.commit(high)
    this.#low.commit(low)
    this.widthRankBefore = this.widthRank
    const width = this.#moments.commit(close).deviation / close
    if (!Number.isNaN(width)) this.widthRank = this.#rank.commit(width)
    this.wick = high > low ? (high + low - 2 * close) / (high - low) : 0
  }
}

export class QuarterHourReadings extends FrameReadings {
  /** Distance of the close from the mean of 48, in population standard deviations. */
  z48 = Number.NaN
  readonly #z = new RollingZ(48)

  override onClosed(bars: BarSeries): void {
    super.onClosed(bars)
    this.z48 = this.#z.commit(bars.close(0))
  }
}

export class HourReadings extends FrameReadings {
  /** Kaufman's: |C − C[−24]| ÷ Σ |C − C[−1]| over 24 hours, 0 (noise) to 1 (straight). */
  efficiency24 = Number.NaN
  /** C − C[−24], points. */
  move24 = Number.NaN
  readonly #step = new Sma(DAY_OF_HOURS)

  override onClosed(bars: BarSeries): void {
    super.onClosed(bars)
    if (bars.length < 2) return
    const meanStep = this.#step.commit(Math.abs(bars.close(0) - bars.close(1)))
    if (Number.isNaN(meanStep)) return
    this.move24 = bars.close(0) - bars.close(DAY_OF_HOURS)
    this.efficiency24 = meanStep > 0 ? Math.abs(this.move24) / (DAY_OF_HOURS * meanStep) : 0
  }
}
