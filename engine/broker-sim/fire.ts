import type { BodyOf, Verdict } from '../contracts/wire/index.ts'
import { symbolAt, type Books } from './books.ts'
import {
  exactPoints,
  exactSteps,
  limitObjection,
  marketObjection,
  objectionTo,
  stopsObjection,
  type Objection,
} from './checks.ts'
import { lotsOf, priceOf, snapshot, ticketText, type BrokerFact } from './facts.ts'
import { enter, nettedWith, type Entry, type Filled } from './fills.ts'
import { guardObjection, riskObjection } from './guard.ts'
import { answer, buried, timeout } from './journal.ts'
import { drawSlippage, filledSteps, mannerObjection, nextManner, type Manner } from './manners.ts'
import { NOT_SENT, RETCODE } from './retcodes.ts'
import { commissionCents, equityCents, marginForCents, usedMarginCents } from './valuation.ts'

type Fire = BodyOf<'fire'>

/** A market order with its stop and target, checked as a terminal checks it and then filled by this broker's manners. */
export function fire(books: Books, command: Fire): readonly BrokerFact[] {
  const draft = draftOf(books, command)
  if ('retcode' in draft) return [answer(books, objectionTo(command.id, draft))]
  const manner = nextManner(books)
  const scripted = mannerObjection(manner)
  if (scripted) return [answer(books, objectionTo(command.id, scripted))]
  if (manner === 'timeoutLost') return [answer(books, timeout(command.id), buried(command.id))]
  const entry = priced(books, command, draft, manner)
  if ('retcode' in entry) return [answer(books, objectionTo(command.id, entry))]
  return told(books, entry, enter(books, entry), manner)
}

type Draft = Omit<Entry, 'price'>

/** The order in points and steps, or the first thing that is wrong with it. */
function draftOf(books: Books, command: Fire): Draft | Objection {
  const { timeStopMs = null, ...managed } = command.plan ?? {}
  if (Object.keys(managed).length > 0)
    return { retcode: NOT_SENT, text: 'This simulated terminal closes by time and manages nothing else' }
  const symbol = books.symbols.findIndex(offered => offered.name === command.symbol)
  if (symbol < 0)
    return { retcode: RETCODE.invalid, text: `The symbol ${command.symbol} is not offered here` }
  const market = marketObjection(books, symbol) ?? limitObjection(books, symbol, command)
  if (market) return market
  const { digits, lotMin, lotMax, lotStep } = symbolAt(books, symbol)
  const steps = exactSteps(books, symbol, command.lots)
  if (steps === null)
    return {
      retcode: RETCODE.invalidVolume,
      text: `${command.lots} lots are not ${lotMin} to ${lotMax} in steps of ${lotStep}`,
    }
  const stop = exactPoints(command.stop, digits)
  const target = exactPoints(command.target, digits)
  const { side, magic, id } = command
  const objection = stopsObjection(books, { symbol, side, stop, target })
  if (objection) return objection
  if (stop === null || target === null)
    return { retcode: RETCODE.invalidStops, text: 'The stop or the target has too many digits' }
  const draft = { symbol, side, steps, stop, target, timeStopMs, magic, id }
  return guardObjection(books, draft) ?? draft
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
  const steps = filledSteps(manner, draft.steps)
  const entry: Entry = { ...draft, steps, price }
  const risk = riskObjection(books, entry)
  if (risk) return risk
  return canPay(books, entry) ? entry : { retcode: RETCODE.noMoney, text: 'Free margin is not enough for it' }
}

function canPay(books: Books, { symbol, side, steps, price }: Entry): boolean {
  const held = nettedWith(books, symbol)
  const opposed = held !== null && held.side !== side ? held : null
  const added = opposed ? Math.max(0, steps - opposed.steps) : steps
  if (added === 0) return true
  const freed = opposed ? opposed.marginCents : 0
  const needed = marginForCents(books, symbol, added, price) + commissionCents(books, symbol, steps)
  return needed - freed <= equityCents(books) - usedMarginCents(books)
}

function told(books: Books, entry: Entry, filled: Filled, manner: Manner): readonly BrokerFact[] {
  const accepted = acceptance(books, entry, filled, manner)
  const verdict =
    manner === 'timeoutExecuted' ? answer(books, timeout(entry.id), accepted) : answer(books, accepted)
  const deals = filled.deals.map((body): BrokerFact => ({ type: 'deal', body }))
  return [verdict, ...deals, ...snapshot(books)]
}

function acceptance(books: Books, entry: Entry, { order, deals, position }: Filled, manner: Manner): Verdict {
  return {
    id: entry.id,
    is: 'accepted',
    retcode: manner === 'partial' ? RETCODE.donePartial : RETCODE.done,
    order: ticketText(order),
    deal: deals.at(-1)?.deal ?? null,
    position: ticketText(position),
    price: priceOf(books, entry.symbol, entry.price),
    lots: lotsOf(books, entry.symbol, entry.steps),
    text: manner === 'partial' ? 'Only a part was filled' : 'Done',
  }
}
