/** A closed bar, or the forming one. Prices in points, bid side. */
export type Bar = Readonly<{
  openMs: number
  open: number
  high: number
  low: number
  close: number
  ticks: number
  spread: number
}>

/** The newest closed bars of one timeframe, in columns; the oldest make room. `ago` 0 is the last closed bar. */
export class BarSeries {
  readonly #capacity: number
  readonly #openMs: Float64Array
  readonly #open: Float64Array
  readonly #high: Float64Array
  readonly #low: Float64Array
  readonly #close: Float64Array
  readonly #ticks: Float64Array
  readonly #spread: Float64Array
  /** Where the last closed bar lies. */
  #newest = -1
  #length = 0
  #total = 0

  constructor(capacity: number) {
    this.#capacity = capacity
    this.#openMs = new Float64Array(capacity)
    this.#open = new Float64Array(capacity)
    this.#high = new Float64Array(capacity)
    this.#low = new Float64Array(capacity)
    this.#close = new Float64Array(capacity)
    this.#ticks = new Float64Array(capacity)
    this.#spread = new Float64Array(capacity)
  }

  /** Bars that can be asked for. */
  get length(): number {
    return this.#length
  }

  /** Bars ever closed, those that made room included. */
  get total(): number {
    return this.#total
  }

  push(bar: Bar): void {
    const at = this.#newest + 1 === this.#capacity ? 0 : this.#newest + 1
    this.#newest = at
    this.#openMs[at] = bar.openMs
    this.#open[at] = bar.open
    this.#high[at] = bar.high
    this.#low[at] = bar.low
    this.#close[at] = bar.close
    this.#ticks[at] = bar.ticks
    this.#spread[at] = bar.spread
    if (this.#length < this.#capacity) this.#length++
    this.#total++
  }

  /** A whole bar, made for the one who asks. */
  bar(ago: number): Bar {
    return {
      openMs: this.openMs(ago),
      open: this.open(ago),
      high: this.high(ago),
      low: this.low(ago),
      close: this.close(ago),
      ticks: this.ticks(ago),
      spread: this.spread(ago),
    }
  }

  openMs(ago: number): number {
    return this.#openMs[this.#slot(ago)] as number
  }
  open(ago: number): number {
    return this.#open[this.#slot(ago)] as number
  }
  high(ago: number): number {
    return this.#high[this.#slot(ago)] as number
  }
  low(ago: number): number {
    return this.#low[this.#slot(ago)] as number
  }
  close(ago: number): number {
    return this.#close[this.#slot(ago)] as number
  }
  ticks(ago: number): number {
    return this.#ticks[this.#slot(ago)] as number
  }
  spread(ago: number): number {
    return this.#spread[this.#slot(ago)] as number
  }

  #slot(ago: number): number {
    if (!(ago >= 0 && ago < this.#length)) throw new RangeError(`no bar ${ago} ago, only ${this.#length}`)
    const at = this.#newest - ago
    return at < 0 ? at + this.#capacity : at
  }
}
