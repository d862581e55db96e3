import { ADX, ATR, BollingerBands, CCI, DC, EMA, MACD, RSI, SMA, Stochastic } from '@debut/indicators'
import type { Answers, TenIndicators } from './contender.ts'

/**
 * @debut/indicators, with `momentValue` for the forming bar. Its extremes keep there the bar that a commit would drop, so
 * Donchian and Stochastic differ while the bar forms. GPL-3.0: a tool of this bench only, never part of the app.
 */
export class DebutTen implements TenIndicators {
  readonly #sma = new SMA(20)
  readonly #ema = new EMA(20)
  readonly #rsi = new RSI(14)
  readonly #atr = new ATR(14, 'SMA')
  readonly #adx = new ADX(14)
  readonly #bollinger = new BollingerBands(20, 2)
  readonly #donchian = new DC(20)
  readonly #macd = new MACD(12, 26, 9)
  readonly #stochastic = new Stochastic(14, 3)
  readonly #cci = new CCI(20)

  commit(high: number, low: number, close: number, into: Answers): void {
    this.#commitAverages(close, into)
    this.#commitRanges(high, low, close, into)
    this.#commitChannels(high, low, close, into)
    this.#commitOscillators(high, low, close, into)
  }

  #commitAverages(close: number, into: Answers): void {
    into[0] = this.#sma.nextValue(close) as number
    into[1] = this.#ema.nextValue(close) as number
    const lines = this.#macd.nextValue(close)
    if (lines) {
      into[12] = lines.macd
      into[13] = lines.signal as number
    }
  }

  #commitRanges(high: number, low: number, close: number, into: Answers): void {
    into[3] = this.#atr.nextValue(high, low, close) as number
    const directions = this.#adx.nextValue(high, low, close)
    if (directions) {
      into[4] = directions.adx as number
      into[5] = directions.pdi
      into[6] = directions.mdi
    }
  }

  #commitChannels(high: number, low: number, close: number, into: Answers): void {
    const bands = this.#bollinger.nextValue(close)
    if (bands) {
      into[7] = bands.upper
      into[8] = bands.middle
      into[9] = bands.lower
    }
    const channel = this.#donchian.nextValue(high, low)
    into[10] = channel.upper
    into[11] = channel.lower
  }

  #commitOscillators(high: number, low: number, close: number, into: Answers): void {
    into[2] = this.#rsi.nextValue(close) as number
    const stochastic = this.#stochastic.nextValue(high, low, close)
    if (stochastic) {
      into[14] = stochastic.k
      into[15] = stochastic.d
    }
    into[16] = this.#cci.nextValue(high, low, close) as number
  }

  preview(high: number, low: number, close: number, into: Answers): void {
    this.#previewAverages(close, into)
    this.#previewRanges(high, low, close, into)
    this.#previewChannels(high, low, close, into)
    this.#previewOscillators(high, low, close, into)
  }

  #previewAverages(close: number, into: Answers): void {
    into[0] = this.#sma.momentValue(close) as number
    into[1] = this.#ema.momentValue(close)
    const lines = this.#macd.momentValue(close)
    into[12] = lines.macd
    into[13] = lines.signal
  }

  #previewRanges(high: number, low: number, close: number, into: Answers): void {
    into[3] = this.#atr.momentValue(high, low) as number
    const directions = this.#adx.momentValue(high, low, close)
    if (directions) {
      into[4] = directions.adx as number
      into[5] = directions.pdi
      into[6] = directions.mdi
    }
  }

  #previewChannels(high: number, low: number, close: number, into: Answers): void {
    const bands = this.#bollinger.momentValue(close)
    into[7] = bands.upper
    into[8] = bands.middle
    into[9] = bands.lower
    const channel = this.#donchian.momentValue(high, low)
    into[10] = channel.upper
    into[11] = channel.lower
  }

  #previewOscillators(high: number, low: number, close: number, into: Answers): void {
    into[2] = this.#rsi.momentValue(close) as number
    const stochastic = this.#stochastic.momentValue(high, low, close)
    if (stochastic) {
      into[14] = stochastic.k
      into[15] = stochastic.d
    }
    into[16] = this.#cci.momentValue(high, low, close) as number
  }
}
