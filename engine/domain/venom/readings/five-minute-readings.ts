import type { BarSeries } from '../../market/bar-series.ts'
import { RollingMoments } from '../../market/indicators/rolling-moments.ts'

const BARS = 36

/** What is read of M5 bars. */
export class FiveMinuteReadings {
  /** (C − mean) ÷ population standard deviation of the last 36 closes, the last one included; and of the bar before. */
  z36 = Number.NaN
  z36Before = Number.NaN
  /** Points. */
  mean36 = Number.NaN
  readonly #moments = new RollingMoments(BARS)

  onClosed(bars: BarSeries): void {
    const { mean, deviation } = this.#moments.commit(bars.close(0))
    this.z36Before = this.z36
    this.z36 = deviation > 0 ? (bars.close(0) - mean) / deviation : Number.NaN
    this.mean36 = mean
  }
}
