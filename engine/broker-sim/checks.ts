import type { Side, Ulid } from '../contracts/primitives.ts'
import type { BodyOf, Verdict } from '../contracts/wire/index.ts'
import { pointsFromText } from '../domain/market/price.ts'
import { isMarketOpen } from '../domain/market/session-clock.ts'
import { symbolAt, type Books, type Position } from './books.ts'
import { denied, priceOf, refusal } from './facts.ts'
import { NOT_SENT, RETCODE } from './retcodes.ts'
import { openingPrice } from './valuation.ts'

/** Why an order cannot go on: MetaTrader's return code and a sentence. */
export type Objection = Readonly<{ retcode: number; text: string }>

export const objectionTo = (id: Ulid, { retcode, text }: Objection): Verdict =>
  retcode === NOT_SENT ? denied(id, text) : refusal(id, 'rejected', retcode, text)

/** Whole points, or null when the text is finer than the symbol's digits. */
export function exactPoints(text: string, digits: number): number | null {
  const decimals = text.split('.')[1]?.length ?? 0
  return decimals > digits ? null : pointsFromText(text, digits)
}

/** Whole lot steps between the symbol's smallest and largest volume, or null. Never rounded, never clamped. */
export function exactSteps(books: Books, symbol: number, text: string): number | null {
  const { lotMin, lotMax, lotStep } = symbolAt(books, symbol)
  const lots = Number(text)
  const steps = Math.round(lots / lotStep)
  const isWhole = Math.abs(steps * lotStep - lots) < 1e-9
  return isWhole && lots >= lotMin - 1e-9 && lots <= lotMax + 1e-9 ? steps : null
}

/** A symbol trades while its week is open and everything it is valued by has a price. */
export function marketObjection(books: Books, symbol: number): Objection | null {
  const { name } = symbolAt(books, symbol)
  if (!isMarketOpen(books.marketMs))
    return { retcode: RETCODE.marketClosed, text: 'The market is closed until Sunday 17:00 New York' }
  if (!books.quotes.has(symbol) || !books.exchange.ready(symbol))
    return { retcode: RETCODE.noQuotes, text: `There is no price yet for ${name}, or to value it by` }
  return null
}

/** The limits that travel with the order: the widest spread and the furthest price that are still wanted. */
export function limitObjection(
  books: Books,
  symbol: number,
  { side, price, deviation, maxSpread }: BodyOf<'fire'>,
): Objection | null {
  const wanted = exactPoints(price, symbolAt(books, symbol).digits)
  if (wanted === null) return { retcode: RETCODE.invalidPrice, text: `${price} has too many digits` }
  const tooWide = spreadObjection(books, symbol, maxSpread)
  if (tooWide) return tooWide
  const distance = Math.abs(openingPrice(books, { symbol, side }) - wanted)
  if (distance > deviation)
    return {
      retcode: NOT_SENT,
      text: `Price is ${distance} points from ${price}, more than the ${deviation} allowed`,
    }
  return null
}

export function spreadObjection(books: Books, symbol: number, maxSpread: number): Objection | null {
  const spread = books.quotes.askOf(symbol) - books.quotes.bidOf(symbol)
  return spread > maxSpread
    ? { retcode: NOT_SENT, text: `Spread is ${spread} points, more than the ${maxSpread} allowed` }
    : null
}

/** Nearest that a stop, a target or a waiting order may be to its price, points. */
export const nearestLevel = (books: Books): number => Math.max(1, books.temper.stopLevel)

/**
 * Stop and target must be on their side of `from`, outside the stop level: of the price that would close the position, or of the
 * price that a waiting order waits for.
 */
export function stopsObjection(
  books: Books,
  trade: Readonly<{ symbol: number; side: Side; from: number; stop: number | null; target: number | null }>,
): Objection | null {
  const { symbol, side, from, stop, target } = trade
  const invalid = (text: string): Objection => ({ retcode: RETCODE.invalidStops, text })
  if (stop === null || stop <= 0) return invalid('The stop is not a price of this symbol')
  const direction = side === 'buy' ? 1 : -1
  const nearest = nearestLevel(books)
  const where = `${nearest} points or more from ${priceOf(books, symbol, from)}`
  if ((from - stop) * direction < nearest) return invalid(`The stop must be on the losing side, ${where}`)
  if (target !== null && (target - from) * direction < nearest)
    return invalid(`The target must be on the winning side, ${where}`)
  return null
}

/** Inside the freeze level of its stop or target a position can be neither changed nor closed. */
export function freezeObjection(books: Books, position: Position, closing: number): Objection | null {
  const isNear = (level: number | null) =>
    level !== null && Math.abs(closing - level) < books.temper.freezeLevel
  return isNear(position.stop) || isNear(position.target)
    ? {
        retcode: RETCODE.frozen,
        text: `Price is within ${books.temper.freezeLevel} points of its stop or target`,
      }
    : null
}
