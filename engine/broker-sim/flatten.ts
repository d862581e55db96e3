import type { BodyOf, Verdict } from '../contracts/wire/index.ts'
import type { Books } from './books.ts'
import { closePosition, type Closing } from './close.ts'
import { refusal, snapshot, type BrokerFact } from './facts.ts'
import { answer } from './journal.ts'
import { RETCODE } from './retcodes.ts'

/** Closes every position of one magic number at any price. One verdict for all of them, one deal for each. */
export function flatten(books: Books, { id, magic }: BodyOf<'flatten'>): readonly BrokerFact[] {
  const ours = books.positions.filter(position => position.magic === magic)
  const closings = ours.map(position =>
    closePosition(books, position, { steps: position.steps, deviation: null, id }),
  )
  const left = ours.filter(position => books.positions.includes(position)).length
  const deals = closings.flatMap((closing): BrokerFact[] =>
    'deal' in closing ? [{ type: 'deal', body: closing.deal }] : [],
  )
  const truth = wholeVerdict(id, closings, left)
  const heardAll = closings.every(({ is }) => is !== 'lost' && is !== 'unheard')
  const unheard = refusal(
    id,
    'unknown',
    RETCODE.timeout,
    'The trade server did not answer for every position',
  )
  const verdict = heardAll ? answer(books, truth) : answer(books, unheard, truth)
  return [verdict, ...deals, ...(deals.length > 0 ? snapshot(books) : [])]
}

function wholeVerdict(id: Verdict['id'], closings: readonly Closing[], left: number): Verdict {
  const total = closings.length
  if (left === 0)
    return refusal(id, 'accepted', RETCODE.done, total === 0 ? 'Nothing was open' : 'All closed')
  const first = closings.find(closing => closing.is === 'refused')
  const why =
    first?.is === 'refused' ? first.objection : { retcode: RETCODE.donePartial, text: 'not all was filled' }
  return refusal(id, 'rejected', why.retcode, `${total - left} of ${total} positions closed: ${why.text}`)
}
