import type { Pair } from '../../contracts/pairs.ts'
import type { Bar } from './bar-series.ts'
import { SpreadNorm } from './spread-norm.ts'
import { SymbolBars } from './symbol-bars.ts'
import { TickGaps } from './tick-gaps.ts'
import type { Timeframe } from './timeframe.ts'
import { VolatilityModel } from './volatility.ts'

/** Everything the market has said about one symbol of one terminal. Prices are points with `digits` decimals. */
export class SymbolMarket {
  readonly pair: Pair
  readonly digits: number
  readonly volatility = new VolatilityModel()
  readonly spreadNorm = new SpreadNorm()
  readonly gaps = new TickGaps()
  readonly bars: SymbolBars
  bid = 0
  ask = 0
  /** Market time of the last tick; 0 before the first. */
  tickMs = 0
  ticks = 0

  constructor(pair: Pair, digits: number, onClose: (timeframe: Timeframe, bar: Bar) => void) {
    this.pair = pair
    this.digits = digits
    this.bars = new SymbolBars((timeframe, bar) => {
      if (timeframe === 'M15') this.volatility.addQuarterHour(bar.openMs, bar.close)
      onClose(timeframe, bar)
    })
  }

  get spread(): number {
    return this.ask - this.bid
  }

  /** False when the tick is older than the last one: it is counted by the caller and changes nothing. */
  tick(timeMs: number, bid: number, ask: number): boolean {
    if (timeMs < this.tickMs) return false
    this.bid = bid
    this.ask = ask
    this.tickMs = timeMs
    this.ticks++
    this.gaps.add(timeMs)
    this.spreadNorm.add(timeMs, ask - bid)
    this.bars.tick(timeMs, bid, ask - bid)
    return true
  }
}
