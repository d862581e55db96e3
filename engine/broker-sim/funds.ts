import type { Books } from './books.ts'
import type { Objection } from './checks.ts'
import { nettedWith, type Entry } from './fills.ts'
import { RETCODE } from './retcodes.ts'
import { commissionCents, equityCents, marginForCents, usedMarginCents } from './valuation.ts'

/** Why the free margin does not carry this order at its price, or null. What only takes from a position needs none. */
export function fundsObjection(books: Books, { symbol, side, steps, price }: Entry): Objection | null {
  const held = nettedWith(books, symbol)
  const opposed = held !== null && held.side !== side ? held : null
  const added = opposed ? Math.max(0, steps - opposed.steps) : steps
  if (added === 0) return null
  const freed = opposed ? opposed.marginCents : 0
  const needed = marginForCents(books, symbol, added, price) + commissionCents(books, symbol, steps)
  return needed - freed <= equityCents(books) - usedMarginCents(books)
    ? null
    : { retcode: RETCODE.noMoney, text: 'Free margin is not enough for it' }
}
