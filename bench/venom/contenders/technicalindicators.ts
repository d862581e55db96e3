import { ADX, ATR, BollingerBands, CCI, EMA, MACD, RSI, SMA, Stochastic } from 'technicalindicators'
import type { Answers, TenIndicators } from './contender.ts'

const NONE = { high: [], low: [], close: [] }

/**
 * technicalindicators, which has no Donchian channel (nine are measured), no simple ATR and no forming bar, and rounds its RSI to
 * two decimals.
 */
export class TechnicalIndicatorsNine implements TenIndicators {
  readonly #sma = new SMA({ period: 20, values: [] })
  readonly #ema = new EMA({ period: 20, values: [] })
  readonly #rsi = new RSI({ period: 14, values: [] })
  readonly #atr = new ATR({ period: 14, ...NONE })
  readonly #adx = new ADX({ period: 14, ...NONE })
  readonly #bollinger = new BollingerBands({ period: 20, stdDev: 2, values: [] })
  readonly #macd = new MACD({ fastPeriod: 12, slowPeriod: 26, signalPeriod: 9, SimpleMAOscillator: false, SimpleMASignal: false, values: [] }) // prettier-ignore
  readonly #stochastic = new Stochastic({ period: 14, signalPeriod: 3, ...NONE })
  readonly #cci = new CCI({ period: 20, ...NONE })

  commit(high: number, low: number, close: number, into: Answers): void {
    const candle = { high, low, close }
    into[0] = this.#sma.nextValue(close) ?? Number.NaN
    into[1] = this.#ema.nextValue(close) ?? Number.NaN
    into[2] = this.#rsi.nextValue(close) ?? Number.NaN
    // Its ATR is smoothed by Wilder and has no other name for it: timed, not compared.
    this.#atr.nextValue(candle)
    // Its types ask for a price and for columns, its code for a candle.
    const directions = this.#adx.nextValue(candle as never)
    if (directions) {
      into[4] = directions.adx
      into[5] = directions.pdi
      into[6] = directions.mdi
    }
    const bands = this.#bollinger.nextValue(close)
    if (bands) {
      into[7] = bands.upper
      into[8] = bands.middle
      into[9] = bands.lower
    }
    const lines = this.#macd.nextValue(close)
    if (lines) {
      into[12] = lines.MACD ?? Number.NaN
      into[13] = lines.signal ?? Number.NaN
    }
    const stochastic = this.#stochastic.nextValue(candle as never) as { k: number; d: number } | undefined
    if (stochastic) {
      into[14] = stochastic.k
      into[15] = stochastic.d
    }
    into[16] = this.#cci.nextValue(candle) ?? Number.NaN
  }
}
