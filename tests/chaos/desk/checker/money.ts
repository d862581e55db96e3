/** What an order or a position loses at its stop, and what it would bring now, in cents of a USD account. */
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

type Trade = Readonly<{ symbol: string; side: 'buy' | 'sell'; lots: string }>

function specOf({ symbols }: Prices, { symbol }: Trade): SymbolLine {
  const spec = symbols.find(one => one.name === symbol)
  if (!spec) throw new Error(`The log knows no symbol ${symbol}.`)
  return spec
}

/** What an open position would bring now, in cents; commissions are in the balance. */
export function gainCents(prices: Prices, position: Trade & Readonly<{ open: string }>): number {
  const spec = specOf(prices, position)
  const quote = prices.quotes.find(one => one.symbol === position.symbol)
  if (!quote) throw new Error(`The log has no price of ${position.symbol}.`)
  const now = (position.side === 'buy' ? quote.bid : quote.ask) / 10 ** spec.digits
  const distance = (now - Number(position.open)) * (position.side === 'buy' ? 1 : -1)
  return distance * spec.contract * Number(position.lots) * dollarsPerUnit(prices, spec, now) * 100
}

export function lossAtStopCents(
  prices: Prices,
  trade: Trade & Readonly<{ from: string; stop: string | null }>,
  commissionPerLot: number,
): number {
  const spec = specOf(prices, trade)
  const stop = Number(trade.stop)
  const distance = (Number(trade.from) - stop) * (trade.side === 'buy' ? 1 : -1)
  const lost = Math.max(0, distance) * spec.contract * dollarsPerUnit(prices, spec, stop)
  return (lost + commissionPerLot) * Number(trade.lots) * 100
}
