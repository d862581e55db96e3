import { baseOf, quoteOf } from '../contracts/pairs.ts'
import { pointsPerUnit } from '../domain/market/price.ts'
import type { QuoteBook } from './quote-book.ts'
import type { BrokerSymbol } from './symbols.ts'

/** One conversion at a symbol's price: from its base to its profit currency, or the other way. */
type Hop = Readonly<{ symbol: number; forward: boolean; unit: number }>

function hop(symbols: readonly BrokerSymbol[], from: string, to: string): Hop | null {
  for (const [symbol, { pair, digits }] of symbols.entries()) {
    const unit = pointsPerUnit(digits)
    if (baseOf(pair) === from && quoteOf(pair) === to) return { symbol, forward: true, unit }
    if (baseOf(pair) === to && quoteOf(pair) === from) return { symbol, forward: false, unit }
  }
  return null
}

/** Directly where a symbol allows it, else through the dollar; null when these symbols cannot convert at all. */
function route(symbols: readonly BrokerSymbol[], from: string, to: string): readonly Hop[] | null {
  if (from === to) return []
  const direct = hop(symbols, from, to)
  if (direct) return [direct]
  const [first, second] = [hop(symbols, from, 'USD'), hop(symbols, 'USD', to)]
  return first && second ? [first, second] : null
}

/** Profit currencies that these symbols cannot turn into the account's. Empty when all is well. */
export function currenciesWithoutRoute(symbols: readonly BrokerSymbol[], account: string): readonly string[] {
  const missing = symbols.map(({ pair }) => quoteOf(pair)).filter(from => !route(symbols, from, account))
  return [...new Set(missing)]
}

/**
 * Turns a symbol's profit currency into the account's, at the broker's own prices and on the worse side: a gain is sold
 * at the bid, a loss is bought at the ask.
 */
export class Exchange {
  readonly #routes: readonly (readonly Hop[])[]
  readonly #book: QuoteBook

  constructor(symbols: readonly BrokerSymbol[], account: string, book: QuoteBook) {
    this.#book = book
    this.#routes = symbols.map(({ pair }) => {
      const found = route(symbols, quoteOf(pair), account)
      if (!found) throw new Error(`no symbol converts ${quoteOf(pair)}, which ${pair} pays, into ${account}`)
      return found
    })
  }

  /** True when every price that a conversion from this symbol needs has been seen. */
  ready(symbol: number): boolean {
    return this.#route(symbol).every(step => this.#book.has(step.symbol))
  }

  /** Account currency paid out for one unit gained. */
  gainRate(symbol: number): number {
    let rate = 1
    for (const step of this.#route(symbol)) {
      rate *= step.forward
        ? this.#book.bidOf(step.symbol) / step.unit
        : step.unit / this.#book.askOf(step.symbol)
    }
    return rate
  }

  /** Account currency taken for one unit lost. */
  lossRate(symbol: number): number {
    let rate = 1
    for (const step of this.#route(symbol)) {
      rate *= step.forward
        ? this.#book.askOf(step.symbol) / step.unit
        : step.unit / this.#book.bidOf(step.symbol)
    }
    return rate
  }

  #route(symbol: number): readonly Hop[] {
    const found = this.#routes[symbol]
    if (!found) throw new RangeError(`no symbol ${symbol}`)
    return found
  }
}
