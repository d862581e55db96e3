import type { Pair } from '../../contracts/pairs.ts'
import { Readings } from '../venom/readings/readings.ts'
import type { Bar } from './bar-series.ts'
import { minuteFault, noFaults, quoteFault } from './market-fault.ts'
import { SpreadNorm } from './spread-norm.ts'
import { SymbolBars } from './symbol-bars.ts'
import { TickGaps } from './tick-gaps.ts'
import { TIMEFRAME_BIT, type Timeframe, type Timeframes } from './timeframe.ts'
import { VolatilityModel } from './volatility.ts'
import { VolumeNorm } from './volume-norm.ts'

/** Everything the market has said about one symbol of one terminal. Prices are points with `digits` decimals. */
export class SymbolMarket {
  readonly pair: Pair
  readonly digits: number
  readonly volatility = new VolatilityModel()
  readonly spreadNorm = new SpreadNorm()
  readonly volumeNorm = new VolumeNorm()
  readonly gaps = new TickGaps()
  readonly bars: SymbolBars
  readonly readings: Readings
  bid = 0
  ask = 0
  /** Market time of the last tick; 0 before the first. */
  tickMs = 0
  ticks = 0
  /** Quotes and minutes that were not let in. */
  readonly faults = noFaults()
  #closed: Timeframes = 0
  readonly #onClosed: (closed: Timeframes) => void

  /**
   * `onClosed` is told once for all bars that close at one instant, when they are in their series and in the readings:
   * `closed & TIMEFRAME_BIT.M5` says that an M5 did, and `bars.series.M5` has it at 0 ago. Inside of it nothing of what
   * comes after that instant is known.
   */
  constructor(pair: Pair, digits: number, onClosed: (closed: Timeframes) => void) {
    this.pair = pair
    this.digits = digits
    this.#onClosed = onClosed
    this.bars = new SymbolBars(
      timeframe => this.#onBar(timeframe),
      () => this.#told(),
    )
    this.readings = new Readings(this.bars, this.volatility)
  }

  get spread(): number {
    return this.ask - this.bid
  }

  /** False for a quote that cannot be: it is counted, and is not to move anything. */
  admits(timeMs: number, bid: number, ask: number): boolean {
    const fault = quoteFault(timeMs, bid, ask, this.tickMs)
    if (fault) this.faults[fault]++
    return fault === null
  }

  /** False when it was not let in: it is counted and changes nothing. */
  tick(timeMs: number, bid: number, ask: number): boolean {
    if (!this.admits(timeMs, bid, ask)) return false
    this.bid = bid
    this.ask = ask
    this.tickMs = timeMs
    this.ticks++
    this.gaps.add(timeMs)
    this.spreadNorm.add(timeMs, ask - bid)
    this.bars.tick(timeMs, bid, ask - bid)
    return true
  }

  /**
   * A closed minute of the terminal's history or of a file; `bar` is copied. `onClosed` is told twice where a longer bar had
   * lost its last minute: first for that bar, at this minute's opening, then for this minute. False when it was not let in:
   * it is counted and changes nothing.
   */
  closedMinute(bar: Bar): boolean {
    const fault = minuteFault(bar, this.bars.horizonMs)
    if (fault) this.faults[fault]++
    else this.bars.closedMinute(bar)
    return fault === null
  }

  #onBar(timeframe: Timeframe): void {
    if (timeframe === 'M15') {
      const { M15 } = this.bars.series
      this.volatility.addQuarterHour(M15.openMs(0), M15.close(0))
      this.volumeNorm.addQuarterHour(M15.openMs(0), M15.ticks(0))
    }
    this.readings.onClosed(timeframe)
    this.#closed |= TIMEFRAME_BIT[timeframe]
  }

  #told(): void {
    const closed = this.#closed
    if (closed === 0) return
    this.#closed = 0
    this.#onClosed(closed)
  }
}
