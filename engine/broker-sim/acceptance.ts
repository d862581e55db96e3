import type { Verdict } from '../contracts/wire/index.ts'
import type { Books } from './books.ts'
import { lotsOf, priceOf, ticketText } from './facts.ts'
import type { Entry, Filled } from './fills.ts'
import { RETCODE } from './retcodes.ts'

/** The word about an order that was filled, wholly or in part. */
export function acceptance(books: Books, entry: Entry, filled: Filled, isPartial: boolean): Verdict {
  return {
    id: entry.id,
    is: 'accepted',
    retcode: isPartial ? RETCODE.donePartial : RETCODE.done,
    order: ticketText(filled.order),
    deal: filled.deals.at(-1)?.deal ?? null,
    position: ticketText(filled.position),
    price: priceOf(books, entry.symbol, entry.price),
    lots: lotsOf(books, entry.symbol, entry.steps),
    text: isPartial ? 'Only a part was filled' : 'Done',
  }
}
