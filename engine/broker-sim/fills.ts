import type { Cents, EpochMs, Side, Ulid } from '../contracts/primitives.ts'
import type { Deal } from '../contracts/wire/index.ts'
import { addPosition, removePosition, symbolAt, type Books, type Position } from './books.ts'
import { lotsOf, priceOf, ticketText } from './facts.ts'
import { commissionCents, marginForCents, profitCents } from './valuation.ts'

/** A market order at the price it gets. */
export type Entry = Readonly<{
  symbol: number
  side: Side
  steps: number
  price: number
  stop: number
  target: number
  /** After so long in market time the terminal closes it; null: never. */
  timeStopMs: number | null
  magic: number
  id: Ulid
}>

export type Exit = Readonly<{ steps: number; price: number; reason: Deal['reason']; id: Ulid | null }>

/** What a fill left behind: its order, its deals in order, and the position that holds it now. */
export type Filled = Readonly<{ order: number; deals: readonly Deal[]; position: number }>

export const opposite = (side: Side): Side => (side === 'buy' ? 'sell' : 'buy')

/** The position of this symbol that a netting account would add to or take from. */
export const nettedWith = (books: Books, symbol: number): Position | null =>
  books.account.margin === 'netting'
    ? (books.positions.find(position => position.symbol === symbol) ?? null)
    : null

/** Fills an order: opens a position, or on a netting account adds to, takes from or turns the one there is. */
export function enter(books: Books, entry: Entry, order = books.nextOrder++): Filled {
  const held = nettedWith(books, entry.symbol)
  if (!held) return { order, deals: [open(books, entry, order)], position: order }
  if (held.side === entry.side)
    return { order, deals: [increase(books, held, entry, order)], position: held.ticket }
  const closed = Math.min(held.steps, entry.steps)
  const { price, id } = entry
  const out = leave(books, held, { steps: closed, price, reason: 'command', id }, order)
  const rest = entry.steps - closed
  if (rest === 0) return { order, deals: [out], position: held.ticket }
  return { order, deals: [out, open(books, { ...entry, steps: rest }, order)], position: order }
}

function open(books: Books, entry: Entry, order: number): Deal {
  const { symbol, side, steps, price, stop, target, timeStopMs, magic, id } = entry
  const due = commissionCents(books, symbol, steps)
  const paid = Math.ceil(due / 2)
  const position: Position = {
    ticket: order,
    symbol,
    side,
    steps,
    open: price,
    stop,
    target,
    openMs: books.marketMs,
    closeAtMs: timeStopMs === null ? null : ((books.marketMs + timeStopMs) as EpochMs),
    magic,
    id,
    marginCents: marginForCents(books, symbol, steps, price),
    commissionDueCents: due - paid,
  }
  addPosition(books, position)
  return record(books, position, { order, side, steps, price, entry: 'in', reason: 'command', id }, 0, paid)
}

/** The new order's stop and target become those of the whole position, as in MetaTrader; its plan stays the first one's. */
function increase(books: Books, held: Position, entry: Entry, order: number): Deal {
  const { symbol, side, steps, price, stop, target, id } = entry
  const due = commissionCents(books, symbol, steps)
  const paid = Math.ceil(due / 2)
  held.open = (held.open * held.steps + price * steps) / (held.steps + steps)
  held.steps += steps
  held.stop = stop
  held.target = target
  held.marginCents += marginForCents(books, symbol, steps, price)
  held.commissionDueCents += due - paid
  return record(books, held, { order, side, steps, price, entry: 'in', reason: 'command', id }, 0, paid)
}

/** Closes `steps` of a position; what is left keeps its stop and its target. */
export function leave(books: Books, position: Position, exit: Exit, order = books.nextOrder++): Deal {
  const { symbol, side, open: opened } = position
  const { steps, price, reason, id } = exit
  const whole = steps === position.steps
  const shareOf = (cents: number) => (whole ? cents : Math.floor((cents * steps) / position.steps))
  const profit = profitCents(books, { symbol, side, open: opened, close: price, steps })
  const paid = shareOf(position.commissionDueCents)
  position.marginCents -= shareOf(position.marginCents)
  position.commissionDueCents -= paid
  position.steps -= steps
  if (whole) removePosition(books, position)
  const fill = { order, side: opposite(side), steps, price, entry: 'out', reason, id } as const
  return record(books, position, fill, profit, paid)
}

type Fill = Readonly<
  Pick<Deal, 'side' | 'entry' | 'reason' | 'id'> & { order: number; steps: number; price: number }
>

/** Writes a deal and moves the balance by exactly what the deal says. */
function record(books: Books, position: Position, fill: Fill, profit: number, commission: number): Deal {
  const { symbol, magic, ticket } = position
  const deal: Deal = {
    deal: ticketText(books.nextDeal++),
    order: ticketText(fill.order),
    position: ticketText(ticket),
    id: fill.id,
    symbol: symbolAt(books, symbol).name,
    entry: fill.entry,
    side: fill.side,
    lots: lotsOf(books, symbol, fill.steps),
    price: priceOf(books, symbol, fill.price),
    profit: profit as Cents,
    commission: (0 - commission) as Cents,
    swap: 0 as Cents,
    timeMs: books.marketMs,
    reason: fill.reason,
    magic,
  }
  books.balanceCents += profit - commission
  books.deals.push(deal)
  return deal
}
