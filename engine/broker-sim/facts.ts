import type { Cents, Ticket, Ulid } from '../contracts/primitives.ts'
import type {
  BodyOf,
  Deal,
  OpenPosition,
  SymbolSpec,
  Verdict,
  WaitingOrder,
} from '../contracts/wire/index.ts'
import { lotsText, pointsPerUnit, textFromPoints } from '../domain/market/price.ts'
import { symbolAt, type Books, type Position, type Waiting } from './books.ts'
import { NOT_SENT } from './retcodes.ts'
import { equityCents, floatingCents, tickValue, usedMarginCents } from './valuation.ts'

/** What the broker tells, in the words of the wire. `repeat` marks what may have been told before. */
export type BrokerFact =
  | { type: 'verdict'; body: Verdict; repeat?: true }
  | { type: 'deal'; body: Deal; repeat?: true }
  | { type: 'account'; body: BodyOf<'account'> }
  | { type: 'positions'; body: BodyOf<'positions'> }
  | { type: 'orders'; body: BodyOf<'orders'> }
  | { type: 'synced'; body: BodyOf<'synced'> }

export const ticketText = (ticket: number): Ticket => String(ticket) as Ticket

export const lotsOf = (books: Books, symbol: number, steps: number): string => {
  const { lotStep } = symbolAt(books, symbol)
  return lotsText(steps * lotStep, lotStep)
}

export const priceOf = (books: Books, symbol: number, points: number): string =>
  textFromPoints(Math.round(points), symbolAt(books, symbol).digits)

/** A verdict without a fill. */
export function refusal(id: Ulid, is: Verdict['is'], retcode: number, text: string): Verdict {
  return { id, is, retcode, order: null, deal: null, position: null, price: null, lots: null, text }
}

export const denied = (id: Ulid, text: string): Verdict => refusal(id, 'denied', NOT_SENT, text)

function openPosition(books: Books, position: Position): OpenPosition {
  const { symbol, target } = position
  return {
    position: ticketText(position.ticket),
    symbol: symbolAt(books, symbol).name,
    side: position.side,
    lots: lotsOf(books, symbol, position.steps),
    open: priceOf(books, symbol, position.open),
    stop: priceOf(books, symbol, position.stop),
    target: target === null ? null : priceOf(books, symbol, target),
    profit: floatingCents(books, position) as Cents,
    swap: 0 as Cents,
    openMs: position.openMs,
    magic: position.magic,
    id: position.id,
  }
}

export const positionsBody = (books: Books): BodyOf<'positions'> => ({
  positions: books.positions.map(position => openPosition(books, position)),
})

function waitingOrder(books: Books, { symbol, steps, ...order }: Waiting): WaitingOrder {
  return {
    order: ticketText(order.ticket),
    symbol: symbolAt(books, symbol).name,
    side: order.side,
    at: 'limit',
    lots: lotsOf(books, symbol, steps),
    price: priceOf(books, symbol, order.price),
    stop: priceOf(books, symbol, order.stop),
    target: priceOf(books, symbol, order.target),
    untilMs: order.untilMs,
    magic: order.magic,
    id: order.id,
  }
}

export const ordersBody = (books: Books): BodyOf<'orders'> => ({
  orders: books.waiting.map(order => waitingOrder(books, order)),
})

export function accountBody(books: Books): BodyOf<'account'> {
  const equity = equityCents(books)
  const margin = usedMarginCents(books)
  return {
    currency: books.account.currency,
    balance: books.balanceCents as Cents,
    equity: equity as Cents,
    margin: margin as Cents,
    freeMargin: (equity - margin) as Cents,
    leverage: books.account.leverage,
    kind: 'simulated',
    tradeAllowed: true,
    transfers: 0 as Cents,
  }
}

/** Specifications of the symbols that can be valued now; the others have not had their first price. */
export function specsBody(books: Books): BodyOf<'specs'> {
  const specs = books.symbols.map((symbol, index): SymbolSpec | null =>
    books.exchange.ready(index)
      ? {
          ...symbol,
          index,
          tickSize: 1 / pointsPerUnit(symbol.digits),
          tickValue: tickValue(books, index),
          stopLevel: books.temper.stopLevel,
          freezeLevel: books.temper.freezeLevel,
          commissionPerLot: books.temper.commissionPerLot,
        }
      : null,
  )
  return { symbols: specs.filter(spec => spec !== null) }
}

/** What changes with every fill. */
export const snapshot = (books: Books): BrokerFact[] => [
  { type: 'positions', body: positionsBody(books) },
  { type: 'account', body: accountBody(books) },
]
