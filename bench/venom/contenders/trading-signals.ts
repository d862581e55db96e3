import {
  ADX, ATR, BollingerBands, CCI, DonchianChannels, EMA, MACD, RSI, SMA, StochasticOscillator, WSMA,
} from 'trading-signals' // prettier-ignore
import type { Answers, TenIndicators } from './contender.ts'

/**
 * trading-signals, with `replace` for the forming bar: the first preview adds it, the next commit makes it final. Where high and
 * low moved out equally far it counts both movements, Wilder neither, so ADX and its directions differ.
 */
export class TradingSignalsTen implements TenIndicators {
  readonly #sma = new SMA(20)
  readonly #ema = new EMA(20)
  readonly #rsi = new RSI(14, WSMA)
  readonly #atr = new ATR(14, SMA)
  readonly #adx = new ADX(14, WSMA)
  readonly #bollinger = new BollingerBands(20, 2)
  readonly #donchian = new DonchianChannels(20)
  readonly #macd = new MACD(new EMA(12), new EMA(26), new EMA(9))
  readonly #stochastic = new StochasticOscillator({ kPeriod: 14, kSlowingPeriod: 1, dPeriod: 3 })
  readonly #cci = new CCI(20)
  #isForming = false

  commit(high: number, low: number, close: number, into: Answers): void {
    this.#update(high, low, close, into, this.#isForming)
    this.#isForming = false
  }

  preview(high: number, low: number, close: number, into: Answers): void {
    this.#update(high, low, close, into, this.#isForming)
    this.#isForming = true
  }

  #update(high: number, low: number, close: number, into: Answers, replace: boolean): void {
    const candle = { high, low, close }
    into[0] = this.#sma.update(close, replace) ?? Number.NaN
    into[1] = this.#ema.update(close, replace) ?? Number.NaN
    into[2] = this.#rsi.update(close, replace) ?? Number.NaN
    into[3] = this.#atr.update(candle, replace) ?? Number.NaN
    into[4] = this.#adx.update(candle, replace) ?? Number.NaN
    into[5] = 100 * (this.#adx.pdi ?? Number.NaN)
    into[6] = 100 * (this.#adx.mdi ?? Number.NaN)
    const bands = this.#bollinger.update(close, replace)
    if (bands) {
      into[7] = bands.upper
      into[8] = bands.middle
      into[9] = bands.lower
    }
    const channel = this.#donchian.update(candle, replace)
    if (channel) {
      into[10] = channel.upper
      into[11] = channel.lower
    }
    const lines = this.#macd.update(close, replace)
    if (lines) {
      into[12] = lines.macd
      into[13] = lines.signal
    }
    const stochastic = this.#stochastic.update(candle, replace)
    if (stochastic) {
      into[14] = stochastic.stochK
      into[15] = stochastic.stochD
    }
    into[16] = this.#cci.update(candle, replace) ?? Number.NaN
  }
}
