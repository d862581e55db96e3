import type { BodyOf } from '../contracts/wire/index.ts'
import { acceptance } from './acceptance.ts'
import { symbolAt, type Books } from './books.ts'
import { exactPoints, limitObjection, objectionTo, type Objection } from './checks.ts'
import { draftOf, type Draft } from './draft.ts'
import { priceOf, snapshot, type BrokerFact } from './facts.ts'
import { enter, type Entry, type Filled } from './fills.ts'
import { fundsObjection } from './funds.ts'
import { riskObjection } from './guard.ts'
import { answer, buried, timeout } from './journal.ts'
import { drawSlippage, filledSteps, mannerObjection, nextManner, type Manner } from './manners.ts'
import { RETCODE } from './retcodes.ts'
import { closingPrice } from './valuation.ts'

type Fire = BodyOf<'fire'>

/** A market order with its stop and target, checked as a terminal checks it and then filled by this broker's manners. */
export function fire(books: Books, command: Fire): readonly BrokerFact[] {
  const { side } = command
  const draft = draftOf(
    books,
    command,
    symbol => limitObjection(books, symbol, command) ?? closingPrice(books, { symbol, side }),
  )
  if ('retcode' in draft) return [answer(books, objectionTo(command.id, draft))]
  const manner = nextManner(books)
  const scripted = mannerObjection(manner)
  if (scripted) return [answer(books, objectionTo(command.id, scripted))]
  if (manner === 'timeoutLost') return [answer(books, timeout(command.id), buried(command.id))]
  const entry = priced(books, command, draft, manner)
  if ('retcode' in entry) return [answer(books, objectionTo(command.id, entry))]
  return told(books, entry, enter(books, entry), manner)
}

/** The order at the price and volume it gets, or why it gets none. */
function priced(books: Books, command: Fire, draft: Draft, manner: Manner): Entry | Objection {
  const { symbol, side } = draft
  const slippage = drawSlippage(books)
  const price = side === 'buy' ? books.quotes.askOf(symbol) + slippage : books.quotes.bidOf(symbol) - slippage
  const wanted = exactPoints(command.price, symbolAt(books, symbol).digits)
  if (wanted === null || Math.abs(price - wanted) > command.deviation)
    return {
      retcode: RETCODE.requote,
      text: `Requote: the fill would be ${priceOf(books, symbol, price)}, outside the deviation`,
    }
  const entry: Entry = { ...draft, steps: filledSteps(manner, draft.steps), price }
  return riskObjection(books, entry) ?? fundsObjection(books, entry) ?? entry
}

function told(books: Books, entry: Entry, filled: Filled, manner: Manner): readonly BrokerFact[] {
  const accepted = acceptance(books, entry, filled, manner === 'partial')
  const verdict =
    manner === 'timeoutExecuted' ? answer(books, timeout(entry.id), accepted) : answer(books, accepted)
  const deals = filled.deals.map((body): BrokerFact => ({ type: 'deal', body }))
  return [verdict, ...deals, ...snapshot(books)]
}
