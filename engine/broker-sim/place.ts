import { MAGIC, type BodyOf, type Verdict } from '../contracts/wire/index.ts'
import { symbolAt, type Books, type Waiting } from './books.ts'
import { exactPoints, nearestLevel, objectionTo, spreadObjection, type Objection } from './checks.ts'
import { draftOf, type Draft } from './draft.ts'
import { denied, priceOf, refusal, ticketText, type BrokerFact } from './facts.ts'
import { fundsObjection } from './funds.ts'
import { riskObjection } from './guard.ts'
import { answer, buried, timeout } from './journal.ts'
import { filledSteps, mannerObjection, nextManner, type Manner } from './manners.ts'
import { NOT_SENT, RETCODE } from './retcodes.ts'
import { openingPrice } from './valuation.ts'

type Place = BodyOf<'place'>

/** A limit order with its stop and target, checked as a terminal checks it; then it waits for its price. */
export function place(books: Books, command: Place): readonly BrokerFact[] {
  const { id } = command
  const never = standing(books, command)
  if (never) return [answer(books, never)]
  const draft = drafted(books, command)
  if ('retcode' in draft) return [answer(books, objectionTo(id, draft))]
  const manner = nextManner(books)
  const scripted = mannerObjection(manner)
  if (scripted) return [answer(books, objectionTo(id, scripted))]
  if (manner === 'timeoutLost') return [answer(books, timeout(id), buried(id))]
  const order = wait(books, command, draft, manner)
  const placed = { ...refusal(id, 'placed', RETCODE.placed, 'It waits'), order: ticketText(order.ticket) }
  return [manner === 'timeoutExecuted' ? answer(books, timeout(id), placed) : answer(books, placed)]
}

/** Why no order may wait here at all, or not for so long. */
function standing(books: Books, { id, magic, untilMs }: Place): Verdict | null {
  if (books.account.margin === 'netting')
    return denied(id, 'On a netting account a fill would melt into another position: nothing waits here')
  if (magic !== MAGIC) return denied(id, `The magic number ${magic} is not that of the family`)
  return untilMs > books.marketMs
    ? null
    : refusal(id, 'expired', NOT_SENT, 'Its time at the broker was over before it came')
}

function drafted(books: Books, command: Place): Draft | Objection {
  const draft = draftOf(books, command, symbol => awaitedPrice(books, symbol, command))
  if ('retcode' in draft) return draft
  const entry = { ...draft, price: draft.from }
  return riskObjection(books, entry) ?? fundsObjection(books, entry) ?? draft
}

/** A buy waits below the ask, a sell above the bid, outside the stop level. */
function awaitedPrice(books: Books, symbol: number, { side, price, maxSpread }: Place): number | Objection {
  const invalid = (text: string): Objection => ({ retcode: RETCODE.invalidPrice, text })
  const wanted = exactPoints(price, symbolAt(books, symbol).digits)
  if (wanted === null) return invalid(`${price} has too many digits`)
  const tooWide = spreadObjection(books, symbol, maxSpread)
  if (tooWide) return tooWide
  const market = openingPrice(books, { symbol, side })
  const away = side === 'buy' ? market - wanted : wanted - market
  const nearest = nearestLevel(books)
  if (away >= nearest) return wanted
  const where = `${nearest} points or more ${side === 'buy' ? 'below' : 'above'} ${priceOf(books, symbol, market)}`
  return invalid(`A ${side} that waits must be ${where}, ${price} is not`)
}

function wait(books: Books, { untilMs }: Place, { from, ...draft }: Draft, manner: Manner): Waiting {
  const order: Waiting = {
    ...draft,
    ticket: books.nextOrder++,
    price: from,
    fillSteps: filledSteps(manner, draft.steps),
    untilMs,
  }
  books.waiting.push(order)
  return order
}
