import type { BarSeries } from '../../market/bar-series.ts'
import { Ewma } from '../../market/indicators/ewma.ts'
import { RollingMax } from '../../market/indicators/rolling-max.ts'
import { RollingMin } from '../../market/indicators/rolling-min.ts'

const SPAN = 60
const LAST = 30

/** What is read of M1 bars, points unless said. */
export class MinuteReadings {
  /** Usual height: EWMA of H − L over a span of 60, of the bars before the last. */
  rangeEwma60 = Number.NaN
  /** (C − O) ÷ `rangeEwma60` as it was then, of the bar among the last 30 where that is greatest in size; no unit, signed. */
  bigBody30 = Number.NaN
  /** C − O of the last bar. */
  lastBody = Number.NaN
  readonly #range = new Ewma(SPAN)
  readonly #up = new RollingMax(LAST)
  readonly #down = new RollingMin(LAST)

  onClosed(bars: BarSeries): void {
    const usual = this.#range.value
    this.rangeEwma60 = usual
    this.lastBody = bars.close(0) - bars.open(0)
    if (usual > 0) {
      const size = this.lastBody / usual
      const up = this.#up.commit(size)
      const down = this.#down.commit(size)
      this.bigBody30 = up > -down ? up : down
    }
    this.#range.commit(bars.high(0) - bars.low(0))
  }
}
