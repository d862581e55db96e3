import { Ema } from './ema.ts'
import type { ValueIndicator } from './indicator.ts'
import { Sma } from './sma.ts'

/** In the unit of the prices. `macd` is there after `slow` closes already. */
export type MacdLines = Readonly<{ macd: number; signal: number; histogram: number }>
type Lines = { -readonly [K in keyof MacdLines]: MacdLines[K] }

const nothing = (): Lines => ({ macd: Number.NaN, signal: Number.NaN, histogram: Number.NaN })

/**
 * Moving average convergence and divergence: the fast minus the slow exponential average of the closes (each seeded as `Ema`
 * says), its signal line, and their difference. MetaTrader 5's iMACD draws a simple mean of 9 as the signal, which is the default
 * here; Appel's own is `new Ema(9)`. The signal begins with the first difference that is there, so warm-up is `slow` + its own
 * warm-up − 1.
 */
export class Macd implements ValueIndicator<MacdLines> {
  readonly warmUp: number
  readonly value = nothing()
  readonly #forming = nothing()
  readonly #fast: Ema
  readonly #slow: Ema
  readonly #signal: ValueIndicator

  constructor(fast = 12, slow = 26, signal: ValueIndicator = new Sma(9)) {
    this.warmUp = slow + signal.warmUp - 1
    this.#fast = new Ema(fast)
    this.#slow = new Ema(slow)
    this.#signal = signal
  }

  commit(close: number): MacdLines {
    const macd = this.#fast.commit(close) - this.#slow.commit(close)
    return write(this.value, macd, Number.isNaN(macd) ? macd : this.#signal.commit(macd))
  }

  preview(close: number): MacdLines {
    const macd = this.#fast.preview(close) - this.#slow.preview(close)
    return write(this.#forming, macd, this.#signal.preview(macd))
  }
}

function write(into: Lines, macd: number, signal: number): MacdLines {
  into.macd = macd
  into.signal = signal
  into.histogram = macd - signal
  return into
}
