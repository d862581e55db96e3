import type { Ulid } from '../contracts/primitives.ts'
import type { BodyOf, Verdict } from '../contracts/wire/index.ts'
import type { Books } from './books.ts'
import { ordersBody, refusal, snapshot, type BrokerFact } from './facts.ts'
import { NOT_SENT, RETCODE } from './retcodes.ts'

type VerdictFact = Extract<BrokerFact, { type: 'verdict' }>

/** How a command arrived: the market's time, and whether its validity had passed by the computer's clock. */
export type Arrival = Readonly<{ marketMs: number; late: boolean }>

/** Every id is carried out at most once, whatever is repeated; a repeat gets the first answer. */
export function once(
  books: Books,
  id: Ulid,
  late: boolean,
  carryOut: () => readonly BrokerFact[],
): readonly BrokerFact[] {
  const known = books.journal.get(id)
  if (known) return [{ type: 'verdict', body: known.verdict, repeat: true }]
  if (late) return [answer(books, refusal(id, 'expired', NOT_SENT, 'It came after its validity had passed'))]
  return carryOut()
}

/** Writes a verdict down before it is told. `truth` is what really happened where the verdict is `unknown`. */
export function answer(books: Books, verdict: Verdict, truth: Verdict | null = null): VerdictFact {
  books.journal.set(verdict.id, { verdict, truth })
  return { type: 'verdict', body: verdict }
}

/**
 * The last word about an id so far, marked as a repeat when it is no news. One that was never seen, or was lost on
 * the way, is buried: it can never happen later.
 */
export function settle(books: Books, id: Ulid): VerdictFact {
  const known = books.journal.get(id)
  if (known && !known.truth) return { type: 'verdict', body: known.verdict, repeat: true }
  return answer(books, known?.truth ?? buried(id))
}

export const buried = (id: Ulid): Verdict =>
  refusal(id, 'buried', NOT_SENT, 'It was never executed, and now it never will be')

export const timeout = (id: Ulid): Verdict =>
  refusal(id, 'unknown', RETCODE.timeout, 'The trade server did not answer in time')

/** A verdict for each id asked about, the deals since a time, the account, the positions and what waits, then the end mark. */
export function sync(books: Books, { id, commands, dealsSinceMs }: BodyOf<'sync'>): readonly BrokerFact[] {
  const verdicts = commands.map((command): BrokerFact => ({ ...settle(books, command), repeat: true }))
  const deals = books.deals
    .filter(deal => deal.timeMs >= dealsSinceMs)
    .map((body): BrokerFact => ({ type: 'deal', body, repeat: true }))
  const orders: BrokerFact = { type: 'orders', body: ordersBody(books) }
  return [...verdicts, ...deals, ...snapshot(books), orders, { type: 'synced', body: { id } }]
}
