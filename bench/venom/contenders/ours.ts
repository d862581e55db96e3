import { Adx } from '../../../engine/domain/market/indicators/adx.ts'
import { Atr } from '../../../engine/domain/market/indicators/atr.ts'
import { Bollinger } from '../../../engine/domain/market/indicators/bollinger.ts'
import { Cci } from '../../../engine/domain/market/indicators/cci.ts'
import { Donchian } from '../../../engine/domain/market/indicators/donchian.ts'
import { Ema } from '../../../engine/domain/market/indicators/ema.ts'
import { Macd } from '../../../engine/domain/market/indicators/macd.ts'
import { Rsi } from '../../../engine/domain/market/indicators/rsi.ts'
import { Sma } from '../../../engine/domain/market/indicators/sma.ts'
import { Stochastic } from '../../../engine/domain/market/indicators/stochastic.ts'
import type { Answers, TenIndicators } from './contender.ts'

export class OurTen implements TenIndicators {
  readonly #sma = new Sma(20)
  readonly #ema = new Ema(20)
  readonly #rsi = new Rsi(14)
  readonly #atr = new Atr(14)
  readonly #adx = new Adx(14)
  readonly #bollinger = new Bollinger(20, 2)
  readonly #donchian = new Donchian(20)
  readonly #macd = new Macd(12, 26, new Ema(9))
  readonly #stochastic = new Stochastic(14, 3, 1)
  readonly #cci = new Cci(20)

  commit(high: number, low: number, close: number, into: Answers): void {
    this.#commitAverages(close, into)
    this.#commitRanges(high, low, close, into)
    this.#commitChannels(high, low, close, into)
    this.#commitOscillators(high, low, close, into)
  }

  #commitAverages(close: number, into: Answers): void {
    into[0] = this.#sma.commit(close)
    into[1] = this.#ema.commit(close)
    const { macd, signal } = this.#macd.commit(close)
    into[12] = macd
    into[13] = signal
  }

  #commitRanges(high: number, low: number, close: number, into: Answers): void {
    into[3] = this.#atr.commit(high, low, close)
    const { adx, plus, minus } = this.#adx.commit(high, low, close)
    into[4] = adx
    into[5] = plus
    into[6] = minus
  }

  #commitChannels(high: number, low: number, close: number, into: Answers): void {
    const bands = this.#bollinger.commit(close)
    into[7] = bands.upper
    into[8] = bands.middle
    into[9] = bands.lower
    const channel = this.#donchian.commit(high, low)
    into[10] = channel.upper
    into[11] = channel.lower
  }

  #commitOscillators(high: number, low: number, close: number, into: Answers): void {
    into[2] = this.#rsi.commit(close)
    const { k, d } = this.#stochastic.commit(high, low, close)
    into[14] = k
    into[15] = d
    into[16] = this.#cci.commit(high, low, close)
  }

  preview(high: number, low: number, close: number, into: Answers): void {
    this.#previewAverages(close, into)
    this.#previewRanges(high, low, into)
    this.#previewChannels(high, low, close, into)
    this.#previewOscillators(high, low, close, into)
  }

  #previewAverages(close: number, into: Answers): void {
    into[0] = this.#sma.preview(close)
    into[1] = this.#ema.preview(close)
    const { macd, signal } = this.#macd.preview(close)
    into[12] = macd
    into[13] = signal
  }

  #previewRanges(high: number, low: number, into: Answers): void {
    into[3] = this.#atr.preview(high, low)
    const { adx, plus, minus } = this.#adx.preview(high, low)
    into[4] = adx
    into[5] = plus
    into[6] = minus
  }

  #previewChannels(high: number, low: number, close: number, into: Answers): void {
    const bands = this.#bollinger.preview(close)
    into[7] = bands.upper
    into[8] = bands.middle
    into[9] = bands.lower
    const channel = this.#donchian.preview(high, low)
    into[10] = channel.upper
    into[11] = channel.lower
  }

  #previewOscillators(high: number, low: number, close: number, into: Answers): void {
    into[2] = this.#rsi.preview(close)
    const { k, d } = this.#stochastic.preview(high, low, close)
    into[14] = k
    into[15] = d
    into[16] = this.#cci.preview(high, low, close)
  }
}
