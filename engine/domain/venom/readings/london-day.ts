import type { BarSeries } from '../../market/bar-series.ts'
import { londonOffsetMs } from '../../market/city-time.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../market/civil.ts'

/** High and low of some hours of London's present day, from M1 bars; points. NaN while there are none. */
export class SessionRange {
  high = Number.NaN
  low = Number.NaN
  /** Minutes that were there, of those that could be. */
  bars = 0
  readonly expected: number
  /** [from, to), UTC. */
  fromMs = Number.NaN
  toMs = Number.NaN
  /** When an M5 bar first closed outside, after the range was complete; NaN until then. */
  brokenMs = Number.NaN
  readonly #fromHour: number

  constructor(fromHour: number, toHour: number) {
    this.#fromHour = fromHour
    this.expected = (toHour - fromHour) * 60
  }

  /** The first M5 close outside, at this very instant? */
  isBrokenAt(closeMs: number): boolean {
    return this.brokenMs === closeMs
  }

  reset(midnightMs: number): void {
    this.high = Number.NaN
    this.low = Number.NaN
    this.bars = 0
    this.fromMs = midnightMs + this.#fromHour * HOUR_MS
    this.toMs = this.fromMs + this.expected * MINUTE_MS
    this.brokenMs = Number.NaN
  }

  onMinute(openMs: number, bars: BarSeries): void {
    if (openMs < this.fromMs || openMs >= this.toMs) return
    const high = bars.high(0)
    const low = bars.low(0)
    if (this.bars === 0 || high > this.high) this.high = high
    if (this.bars === 0 || low < this.low) this.low = low
    this.bars++
  }

  onFiveMinutes(openMs: number, close: number, endMs: number): void {
    if (openMs < this.toMs || !Number.isNaN(this.brokenMs)) return
    if (close > this.high || close < this.low) this.brokenMs = endMs
  }
}

/** The two ranges of London's day that setups look at: Asia's hours and the first hour of London. */
export class LondonDay {
  readonly asianRange = new SessionRange(0, 7)
  readonly openingRange = new SessionRange(7, 8)
  #endsMs = Number.NEGATIVE_INFINITY

  onMinute(bars: BarSeries): void {
    const openMs = bars.openMs(0)
    if (openMs >= this.#endsMs) {
      const offsetMs = londonOffsetMs(openMs)
      const midnightMs = Math.floor((openMs + offsetMs) / DAY_MS) * DAY_MS - offsetMs
      this.#endsMs = midnightMs + DAY_MS
      this.asianRange.reset(midnightMs)
      this.openingRange.reset(midnightMs)
    }
    if (openMs >= this.openingRange.toMs) return
    this.asianRange.onMinute(openMs, bars)
    this.openingRange.onMinute(openMs, bars)
  }

  onFiveMinutes(bars: BarSeries): void {
    const openMs = bars.openMs(0)
    const endMs = openMs + 5 * MINUTE_MS
    this.asianRange.onFiveMinutes(openMs, bars.close(0), endMs)
    this.openingRange.onFiveMinutes(openMs, bars.close(0), endMs)
  }
}
