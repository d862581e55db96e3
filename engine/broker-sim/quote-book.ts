/** The last quote of every symbol, in columns: points, and the tick's market time. Zero until the first tick. */
export class QuoteBook {
  readonly bid: Int32Array
  readonly ask: Int32Array
  readonly timeMs: Float64Array

  constructor(symbols: number) {
    this.bid = new Int32Array(symbols)
    this.ask = new Int32Array(symbols)
    this.timeMs = new Float64Array(symbols)
  }

  has(symbol: number): boolean {
    return this.bidOf(symbol) > 0
  }

  bidOf(symbol: number): number {
    return this.bid[symbol] as number
  }

  askOf(symbol: number): number {
    return this.ask[symbol] as number
  }
}
