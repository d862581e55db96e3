/** The last line of the terminal: what the app has limited or halted holds here too, whatever the app sends later. */
import type { Ulid } from '../contracts/primitives.ts'
import type { BodyOf, Verdict } from '../contracts/wire/index.ts'
import { tradingDayMs } from '../domain/market/session-clock.ts'
import { symbolAt, type Books } from './books.ts'
import type { Objection } from './checks.ts'
import { refusal, type BrokerFact } from './facts.ts'
import type { Entry } from './fills.ts'
import { answer } from './journal.ts'
import { NOT_SENT } from './retcodes.ts'
import { commissionCents, equityCents, profitCents } from './valuation.ts'

const objection = (text: string): Objection => ({ retcode: NOT_SENT, text })

export function limit(books: Books, { id, ...limits }: BodyOf<'limits'>): readonly BrokerFact[] {
  books.guard = { ...books.guard, limits }
  const named = Object.entries(limits).map(([name, value]) => `${name} ${String(value)}`)
  return [answer(books, done(id, named.length > 0 ? `Limits: ${named.join(', ')}` : 'No limits of the app'))]
}

export function halt(books: Books, { id, reason }: BodyOf<'halt'>): readonly BrokerFact[] {
  books.guard = { ...books.guard, halted: reason }
  return [answer(books, done(id, `Halted: ${reason}`))]
}

export function resume(books: Books, { id }: BodyOf<'resume'>): readonly BrokerFact[] {
  books.guard = { ...books.guard, halted: null }
  return [answer(books, done(id, 'Resumed'))]
}

const done = (id: Ulid, text: string): Verdict => refusal(id, 'accepted', NOT_SENT, text)

/** Why any order would be denied now; null when none would be for this reason alone. */
export function denies(books: Books): string | null {
  const { halted, limits } = books.guard
  if (halted !== null) return `Halted: ${halted}`
  const lost = dayLossPct(books)
  if (limits.dailyLossPct !== undefined && lost >= limits.dailyLossPct)
    return `The day has lost ${lost.toFixed(2)} %, the limit is ${limits.dailyLossPct} %`
  return null
}

/** Why this order is denied by the limits, or null. */
export function guardObjection(books: Books, { symbol, steps }: Omit<Entry, 'price'>): Objection | null {
  const { limits } = books.guard
  const standing = denies(books)
  if (standing !== null) return objection(standing)
  const { name, lotStep } = symbolAt(books, symbol)
  const lots = steps * lotStep
  if (limits.symbols && !limits.symbols.includes(name))
    return objection(`${name} is not among the allowed symbols`)
  if (limits.maxLots !== undefined && lots > Number(limits.maxLots) + 1e-9)
    return objection(`${lots} lots are more than the ${limits.maxLots} allowed`)
  const { positions, waiting } = books
  if (limits.maxPositions !== undefined && positions.length + waiting.length >= limits.maxPositions)
    return objection(
      `${positions.length} positions are open and ${waiting.length} orders wait, ${limits.maxPositions} are allowed`,
    )
  const spread = books.quotes.askOf(symbol) - books.quotes.bidOf(symbol)
  if (limits.maxSpread !== undefined && spread > limits.maxSpread)
    return objection(`Spread is ${spread} points, more than the ${limits.maxSpread} allowed`)
  return null
}

/** Why this order risks too much at its stop, or null. */
export function riskObjection(books: Books, entry: Entry): Objection | null {
  const { maxRiskPct } = books.guard.limits
  if (maxRiskPct === undefined) return null
  const { symbol, side, steps, price, stop } = entry
  const atStop = profitCents(books, { symbol, side, open: price, close: stop, steps })
  const riskPct = (100 * (commissionCents(books, symbol, steps) - atStop)) / books.balanceCents
  return riskPct > maxRiskPct
    ? objection(`It risks ${riskPct.toFixed(2)} % of the balance, ${maxRiskPct} % is allowed`)
    : null
}

/** What today has taken from the balance it began with, floating results included; percent. */
function dayLossPct(books: Books): number {
  const dayMs = tradingDayMs(books.marketMs)
  const today = books.deals.filter(deal => deal.timeMs >= dayMs)
  const netCents = today.reduce((sum, { profit, commission, swap }) => sum + profit + commission + swap, 0)
  const firstCents = books.balanceCents - netCents
  return (100 * (firstCents - equityCents(books))) / firstCents
}
