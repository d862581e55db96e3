/** What an order or a position loses at its stop, in cents of a USD account. */
import type { QuoteLine, SymbolLine } from './broker-log.ts'

export type Prices = Readonly<{ symbols: readonly SymbolLine[]; quotes: readonly QuoteLine[] }>

/** Dollars for one unit of a symbol's profit currency; at `price` where the symbol itself is quoted against the dollar. */
function dollarsPerUnit({ symbols, quotes }: Prices, { pair }: SymbolLine, price: number): number {
  const profit = pair.slice(3)
  if (profit === 'USD') return 1
  if (pair.startsWith('USD')) return 1 / price
  const bridge = symbols.find(one => one.pair === `${profit}USD` || one.pair === `USD${profit}`)
  const quote = bridge && quotes.find(one => one.symbol === bridge.name)
  if (!bridge || !quote) throw new Error(`The log has no price that turns ${profit} into dollars.`)
  const unit = 10 ** bridge.digits
  return bridge.pair.startsWith('USD') ? unit / quote.bid : quote.ask / unit
}

export function lossAtStopCents(
  prices: Prices,
  trade: Readonly<{ symbol: string; side: 'buy' | 'sell'; lots: number; from: number; stop: number }>,
  commissionPerLot: number,
): number {
  const symbol = prices.symbols.find(one => one.name === trade.symbol)
  if (!symbol) throw new Error(`The log knows no symbol ${trade.symbol}.`)
  const distance = trade.side === 'buy' ? trade.from - trade.stop : trade.stop - trade.from
  const rate = dollarsPerUnit(prices, symbol, trade.stop)
  const lost = Math.max(0, distance) * symbol.contract * trade.lots * rate
  return (lost + commissionPerLot * trade.lots) * 100
}
