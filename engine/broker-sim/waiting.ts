/** What becomes of orders that wait: filled at their price, over by their time, or taken away. */
import type { Verdict } from '../contracts/wire/index.ts'
import { acceptance } from './acceptance.ts'
import type { Books, Waiting } from './books.ts'
import { marketObjection, type Objection } from './checks.ts'
import { ordersBody, refusal, snapshot, ticketText, type BrokerFact } from './facts.ts'
import { enter, type Entry } from './fills.ts'
import { fundsObjection } from './funds.ts'
import { denies } from './guard.ts'
import { answer } from './journal.ts'
import { NOT_SENT, RETCODE } from './retcodes.ts'
import { openingPrice } from './valuation.ts'

/** Does something, and tells the list of what waits when that changed it. */
export function watched(books: Books, act: () => readonly BrokerFact[]): readonly BrokerFact[] {
  const before = [...books.waiting]
  const facts = act()
  const isSame =
    before.length === books.waiting.length && before.every((order, at) => order === books.waiting[at])
  return isSame ? facts : [...facts, { type: 'orders', body: ordersBody(books) }]
}

/** It waits no more, and this is the last word about it. */
function end(books: Books, order: Waiting, verdict: Verdict): BrokerFact {
  books.waiting.splice(books.waiting.indexOf(order), 1)
  return answer(books, { ...verdict, order: ticketText(order.ticket) })
}

/** From its last millisecond on nothing is filled, whatever the price does. */
export function expire(books: Books): readonly BrokerFact[] {
  const due = books.waiting.filter(({ untilMs }) => untilMs <= books.marketMs)
  return due.map(order =>
    end(books, order, refusal(order.id, 'expired', NOT_SENT, 'Its time at the broker is over')),
  )
}

/** Fills what the newest price of a symbol has reached: at that price, so a gap fills better than the limit. */
export function reach(books: Books, symbol: number): readonly BrokerFact[] {
  if (marketObjection(books, symbol)) return []
  const reached = books.waiting.filter(order => order.symbol === symbol && isReached(books, order))
  return reached.flatMap(order => fill(books, order))
}

function isReached(books: Books, order: Waiting): boolean {
  const market = openingPrice(books, order)
  return order.side === 'buy' ? market <= order.price : market >= order.price
}

function fill(books: Books, order: Waiting): readonly BrokerFact[] {
  const timeStopMs = order.timeStopMs === null ? null : order.untilMs + order.timeStopMs - books.marketMs
  const entry: Entry = { ...order, steps: order.fillSteps, price: openingPrice(books, order), timeStopMs }
  const tooPoor = fundsObjection(books, entry)
  if (tooPoor) return [end(books, order, refusal(order.id, 'rejected', tooPoor.retcode, tooPoor.text))]
  const filled = enter(books, entry, order.ticket)
  const verdict = end(books, order, acceptance(books, entry, filled, order.fillSteps < order.steps))
  const deals = filled.deals.map((body): BrokerFact => ({ type: 'deal', body }))
  return [verdict, ...deals, ...snapshot(books)]
}

/** Why the broker would not remove it now, or null. Inside the freeze level of its price it cannot be touched. */
export function removalObjection(books: Books, order: Waiting): Objection | null {
  const { freezeLevel } = books.temper
  if (Math.abs(openingPrice(books, order) - order.price) < freezeLevel)
    return { retcode: RETCODE.frozen, text: `Price is within ${freezeLevel} points of the order` }
  return marketObjection(books, order.symbol)
}

/** Removes an order that the broker lets go. */
export const remove = (books: Books, order: Waiting, why: string): BrokerFact =>
  end(books, order, refusal(order.id, 'cancelled', RETCODE.done, why))

/** Removes every order that waits and that the broker lets go. */
export function removeAll(books: Books, why: string): readonly BrokerFact[] {
  const free = books.waiting.filter(order => removalObjection(books, order) === null)
  return free.map(order => remove(books, order, why))
}

/** The terminal's own last line: nothing waits while it would deny every new order. */
export function sweep(books: Books): readonly BrokerFact[] {
  const standing = books.waiting.length > 0 ? denies(books) : null
  return standing === null ? [] : removeAll(books, standing)
}
