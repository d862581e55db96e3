import type { Deal } from '../contracts/wire/index.ts'
import type { Books, Position } from './books.ts'
import { snapshot, type BrokerFact } from './facts.ts'
import { leave } from './fills.ts'
import { drawSlippage } from './manners.ts'
import { closingPrice, equityCents, floatingCents, usedMarginCents } from './valuation.ts'

/** Below this share of the used margin the broker closes the worst position. */
const STOP_OUT_LEVEL = 0.5

/** What the newest price of one symbol sets off on the broker's side, with or without a terminal watching. */
export function trigger(books: Books, symbol: number): readonly BrokerFact[] {
  const deals: Deal[] = []
  for (const position of books.positions.filter(open => open.symbol === symbol)) {
    const deal = stopOrTarget(books, position) ?? timeStop(books, position)
    if (deal) deals.push(deal)
  }
  stopOut(books, deals)
  if (deals.length === 0) return NOTHING
  return [...deals.map((body): BrokerFact => ({ type: 'deal', body })), ...snapshot(books)]
}

export const NOTHING: readonly BrokerFact[] = []

/** A stop becomes a market order and takes the price there is, gap and slippage included; a target fills at its price. */
function stopOrTarget(books: Books, position: Position): Deal | null {
  const closing = closingPrice(books, position)
  const direction = position.side === 'buy' ? 1 : -1
  const { stop, target, steps } = position
  if ((closing - stop) * direction <= 0) {
    const price = closing - direction * drawSlippage(books)
    return leave(books, position, { steps, price, reason: 'stop', id: null })
  }
  if (target !== null && (closing - target) * direction >= 0)
    return leave(books, position, { steps, price: target, reason: 'target', id: null })
  return null
}

/** The terminal's own doing: it closes at any price when the plan says that the time is up. */
function timeStop(books: Books, position: Position): Deal | null {
  const { closeAtMs, side, steps } = position
  if (closeAtMs === null || books.marketMs < closeAtMs) return null
  const direction = side === 'buy' ? 1 : -1
  const price = closingPrice(books, position) - direction * drawSlippage(books)
  return leave(books, position, { steps, price, reason: 'command', id: position.id })
}

function stopOut(books: Books, deals: Deal[]): void {
  while (books.positions.length > 0 && equityCents(books) < usedMarginCents(books) * STOP_OUT_LEVEL) {
    const worst = books.positions.reduce((a, b) =>
      floatingCents(books, b) < floatingCents(books, a) ? b : a,
    )
    const direction = worst.side === 'buy' ? 1 : -1
    const price = closingPrice(books, worst) - direction * drawSlippage(books)
    deals.push(leave(books, worst, { steps: worst.steps, price, reason: 'stopOut', id: null }))
  }
}
