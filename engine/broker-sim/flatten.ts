import { MAGIC, type BodyOf, type Verdict } from '../contracts/wire/index.ts'
import type { Books } from './books.ts'
import { closePosition, type Closing } from './close.ts'
import { refusal, snapshot, type BrokerFact } from './facts.ts'
import { answer } from './journal.ts'
import { RETCODE } from './retcodes.ts'
import { removeAll } from './waiting.ts'

/**
 * Removes what waits, then closes every position of one magic number at any price. One verdict for all of them, one for each order
 * that waited, one deal for each position.
 */
export function flatten(books: Books, { id, magic }: BodyOf<'flatten'>): readonly BrokerFact[] {
  const removed = magic === MAGIC ? removeAll(books, 'Everything is closed') : []
  const waiting = magic === MAGIC ? books.waiting.length : 0
  const ours = books.positions.filter(position => position.magic === magic)
  const closings = ours.map(position =>
    closePosition(books, position, { steps: position.steps, deviation: null, id }),
  )
  const left = ours.filter(position => books.positions.includes(position)).length
  const deals = closings.flatMap((closing): BrokerFact[] =>
    'deal' in closing ? [{ type: 'deal', body: closing.deal }] : [],
  )
  const truth = wholeVerdict(id, closings, { positions: left, orders: waiting })
  const heardAll = closings.every(({ is }) => is !== 'lost' && is !== 'unheard')
  const unheard = refusal(
    id,
    'unknown',
    RETCODE.timeout,
    'The trade server did not answer for every position',
  )
  const verdict = heardAll ? answer(books, truth) : answer(books, unheard, truth)
  return [...removed, verdict, ...deals, ...(deals.length > 0 ? snapshot(books) : [])]
}

type Left = Readonly<{ positions: number; orders: number }>

function wholeVerdict(id: Verdict['id'], closings: readonly Closing[], left: Left): Verdict {
  const total = closings.length
  if (left.positions === 0 && left.orders === 0)
    return refusal(id, 'accepted', RETCODE.done, total === 0 ? 'Nothing was open' : 'All closed')
  const first = closings.find(closing => closing.is === 'refused')
  const unfilled = { retcode: RETCODE.donePartial, text: 'not all was filled' }
  const unmoved = { retcode: RETCODE.frozen, text: `${left.orders} orders could not be removed` }
  const why = first?.is === 'refused' ? first.objection : left.positions > 0 ? unfilled : unmoved
  return refusal(
    id,
    'rejected',
    why.retcode,
    `${total - left.positions} of ${total} positions closed: ${why.text}`,
  )
}
