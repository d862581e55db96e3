import type { Ticket, Ulid } from '../contracts/primitives.ts'
import type { BodyOf, Deal, Verdict } from '../contracts/wire/index.ts'
import type { Books, Position } from './books.ts'
import { exactSteps, freezeObjection, marketObjection, objectionTo, type Objection } from './checks.ts'
import { refusal, snapshot, ticketText, type BrokerFact } from './facts.ts'
import { leave } from './fills.ts'
import { answer, buried, timeout } from './journal.ts'
import { drawSlippage, filledSteps, mannerObjection, nextManner } from './manners.ts'
import { RETCODE } from './retcodes.ts'
import { closingPrice } from './valuation.ts'

/** How one closing order ended. `lost` and `unheard` are timeouts: the first was not executed, the second was. */
export type Closing =
  | Readonly<{ is: 'refused'; objection: Objection }>
  | Readonly<{ is: 'lost' }>
  | Readonly<{ is: 'done' | 'partial' | 'unheard'; deal: Deal }>

export const positionOf = (books: Books, ticket: Ticket): Position | null =>
  books.positions.find(position => ticketText(position.ticket) === ticket) ?? null

export const NO_POSITION: Objection = {
  retcode: RETCODE.positionClosed,
  text: 'No open position has this ticket',
}

/** Sends one closing order by the broker's manners. `deviation` null takes any price. */
export function closePosition(
  books: Books,
  position: Position,
  order: Readonly<{ steps: number; deviation: number | null; id: Ulid }>,
): Closing {
  const closing = closingPrice(books, position)
  const before = marketObjection(books, position.symbol) ?? freezeObjection(books, position, closing)
  if (before) return { is: 'refused', objection: before }
  const manner = nextManner(books)
  const scripted = mannerObjection(manner)
  if (scripted) return { is: 'refused', objection: scripted }
  if (manner === 'timeoutLost') return { is: 'lost' }
  const slippage = drawSlippage(books)
  if (order.deviation !== null && slippage > order.deviation)
    return { is: 'refused', objection: { retcode: RETCODE.requote, text: 'Requote: the price has moved' } }
  const price = position.side === 'buy' ? closing - slippage : closing + slippage
  const steps = filledSteps(manner, order.steps)
  const deal = leave(books, position, { steps, price, reason: 'command', id: order.id })
  if (manner === 'timeoutExecuted') return { is: 'unheard', deal }
  return { is: steps < order.steps ? 'partial' : 'done', deal }
}

export function close(books: Books, command: BodyOf<'close'>): readonly BrokerFact[] {
  const { id, deviation } = command
  const position = positionOf(books, command.position)
  if (!position) return [answer(books, objectionTo(id, NO_POSITION))]
  const steps = command.lots === null ? position.steps : exactSteps(books, position.symbol, command.lots)
  if (steps === null || steps > position.steps)
    return [answer(books, objectionTo(id, badVolume(command.lots, steps)))]
  const closing = closePosition(books, position, { steps, deviation, id })
  if (closing.is === 'refused') return [answer(books, objectionTo(id, closing.objection))]
  if (closing.is === 'lost') return [answer(books, timeout(id), buried(id))]
  const accepted = acceptance(id, closing.deal, closing.is === 'partial')
  const verdict = closing.is === 'unheard' ? answer(books, timeout(id), accepted) : answer(books, accepted)
  return [verdict, { type: 'deal', body: closing.deal }, ...snapshot(books)]
}

const badVolume = (lots: string | null, steps: number | null): Objection =>
  steps === null
    ? { retcode: RETCODE.invalidVolume, text: `${lots} lots cannot be closed: not a volume of this symbol` }
    : { retcode: RETCODE.invalidCloseVolume, text: `${lots} lots are more than the position has` }

function acceptance(id: Ulid, deal: Deal, isPartial: boolean): Verdict {
  return {
    ...refusal(
      id,
      'accepted',
      isPartial ? RETCODE.donePartial : RETCODE.done,
      isPartial ? 'Only a part was closed' : 'Done',
    ),
    order: deal.order,
    deal: deal.deal,
    position: deal.position,
    price: deal.price,
    lots: deal.lots,
  }
}
