import type { BodyOf, Verdict } from '../contracts/wire/index.ts'
import type { Books, Waiting } from './books.ts'
import { objectionTo } from './checks.ts'
import { refusal, type BrokerFact } from './facts.ts'
import { answer, buried, settle, timeout } from './journal.ts'
import { mannerObjection, nextManner } from './manners.ts'
import { RETCODE } from './retcodes.ts'
import { removalObjection, remove } from './waiting.ts'

type Cancel = BodyOf<'cancel'>

/** Makes sure that an id can become no position any more. The word about that id comes first, then the one about the cancel. */
export function cancel(books: Books, command: Cancel): readonly BrokerFact[] {
  const order = books.waiting.find(({ id }) => id === command.order)
  return order ? takeBack(books, command, order) : atItsEnd(books, command)
}

/** What does not wait has ended, or now never begins. */
function atItsEnd(books: Books, { id, order }: Cancel): readonly BrokerFact[] {
  const about = settle(books, order)
  const isOpen = about.body.is === 'accepted' && about.body.position !== null
  const verdict: Verdict = isOpen
    ? {
        ...refusal(id, 'rejected', RETCODE.invalid, 'It is filled already: close the position'),
        position: about.body.position,
      }
    : refusal(id, 'accepted', RETCODE.done, 'It can become no position')
  return [about, answer(books, verdict)]
}

function takeBack(books: Books, { id }: Cancel, order: Waiting): readonly BrokerFact[] {
  const before = removalObjection(books, order)
  const manner = before ? 'proper' : nextManner(books)
  const objection = before ?? mannerObjection(manner)
  if (objection) return [settle(books, order.id), answer(books, objectionTo(id, objection))]
  if (manner === 'timeoutLost') return [settle(books, order.id), answer(books, timeout(id), buried(id))]
  const removed = remove(books, order, 'Taken back')
  const accepted = refusal(id, 'accepted', RETCODE.done, 'Removed')
  return [
    removed,
    manner === 'timeoutExecuted' ? answer(books, timeout(id), accepted) : answer(books, accepted),
  ]
}
