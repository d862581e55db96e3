import type { Side } from '../contracts/primitives.ts'
import { pointsPerUnit } from '../domain/market/price.ts'
import { symbolAt, type Books, type Position } from './books.ts'

/** What one point is worth for one lot step, in the symbol's profit currency. */
function stepPointValue(books: Books, symbol: number): number {
  const { contract, lotStep, digits } = symbolAt(books, symbol)
  return (contract * lotStep) / pointsPerUnit(digits)
}

/** Money in the profit currency → cents of the account, on the side that is worse for the trader. */
function accountCents(books: Books, symbol: number, amount: number): number {
  const rate = amount >= 0 ? books.exchange.gainRate(symbol) : books.exchange.lossRate(symbol)
  // Adding 0 turns a rounded −0 into 0.
  return Math.round(amount * rate * 100) + 0
}

/** Profit without commission of `steps` bought or sold at `open` and closed at `close`, points. */
export function profitCents(
  books: Books,
  trade: Readonly<{ symbol: number; side: Side; open: number; close: number; steps: number }>,
): number {
  const points = trade.side === 'buy' ? trade.close - trade.open : trade.open - trade.close
  return accountCents(books, trade.symbol, points * trade.steps * stepPointValue(books, trade.symbol))
}

type Held = Readonly<Pick<Position, 'symbol' | 'side'>>

/** A long is opened at the ask, a short at the bid. */
export const openingPrice = (books: Books, { symbol, side }: Held): number =>
  side === 'buy' ? books.quotes.askOf(symbol) : books.quotes.bidOf(symbol)

/** A long is closed at the bid, a short at the ask. */
export const closingPrice = (books: Books, { symbol, side }: Held): number =>
  side === 'buy' ? books.quotes.bidOf(symbol) : books.quotes.askOf(symbol)

export const floatingCents = (books: Books, position: Position): number =>
  profitCents(books, { ...position, close: closingPrice(books, position) })

export const equityCents = (books: Books): number =>
  books.positions.reduce((sum, position) => sum + floatingCents(books, position), books.balanceCents)

export const usedMarginCents = (books: Books): number =>
  books.positions.reduce((sum, position) => sum + position.marginCents, 0)

/** Contract value at this price ÷ leverage, fixed while the position is open. Hedged volume gets no relief. */
export function marginForCents(books: Books, symbol: number, steps: number, price: number): number {
  const value = price * steps * stepPointValue(books, symbol) * books.exchange.lossRate(symbol)
  return Math.ceil((value * 100) / books.account.leverage)
}

/** Opening and closing together. */
export function commissionCents(books: Books, symbol: number, steps: number): number {
  return Math.round(books.temper.commissionPerLot * steps * symbolAt(books, symbol).lotStep * 100)
}

/** Value of one tick (here: one point) of one lot on the losing side, account currency. */
export const tickValue = (books: Books, symbol: number): number =>
  (symbolAt(books, symbol).contract / pointsPerUnit(symbolAt(books, symbol).digits)) *
  books.exchange.lossRate(symbol)
