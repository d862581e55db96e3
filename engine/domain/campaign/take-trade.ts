import type { EventOf } from '../../contracts/events.ts'
import type { ClosedTrade } from '../../contracts/mission.ts'
import type { BadgeProof } from '../../contracts/campaign.ts'
import { tradingDayMs } from '../market/session-clock.ts'
import { award, awardOfDay, ruleBroken } from './award.ts'
import { awardBadges } from './badges.ts'
import {
  accountOf,
  countOnce,
  kindOf,
  loginOf,
  positionKey,
  tally,
  type AccountRecord,
  type Campaign,
  type KindBook,
  type OrderFacts,
} from './campaign-book.ts'
import { dayName, monthName } from './day-name.ts'
import { loginDay } from './day-facts.ts'
import { isByPlan, PAID_A_DAY, resultXp, XP } from './xp.ts'

/** Trades of a pair that are kept as proof of the badge that asks for ten of each. */
const PROOFS_OF_PAIR = 10
const MOST_WINS_IN_A_ROW = 5
const MOST_CLEAN = 50
const MICRO = 1e6
/** Against the trade before its target, R. */
export const DEEP = 0.5

/** A trade counts once, by the first word of its end: a late part of it changes nothing here. */
export function tradeClosed(campaign: Campaign, { trade }: EventOf<'tradeClosed'>): void {
  const book = kindOf(campaign, trade.kind)
  if (!countOnce(book, `closed ${trade.order}`)) return
  const order = campaign.orders.get(trade.order)
  forget(campaign, trade, order)
  const login = order?.login ?? loginOf(campaign, trade.terminal)
  const proof: BadgeProof = { order: trade.order, mission: null, atMs: trade.closeMs }
  pay(book, trade)
  countInDay(book, login, trade, isByHand(trade, order))
  countResult(book, trade, proof)
  countInAccount(accountOf(book, login), trade, proof)
  if (trade.netCents < 0 && isByHand(trade, order)) breakRule(book, login, trade)
  awardBadges(campaign, book, trade.closeMs)
}

function forget({ orders, positions }: Campaign, { order: id }: ClosedTrade, order?: OrderFacts): void {
  if (order?.position) positions.delete(positionKey(order.login, order.position))
  orders.delete(id)
}

function pay(book: KindBook, trade: ClosedTrade): void {
  const { order, pair, r, closeMs: atMs } = trade
  if (isByPlan(trade)) {
    const text = `${pair} closed by its plan`
    const kept = {
      key: `order:${order}:PLAN_KEPT`,
      reason: 'PLAN_KEPT',
      xp: XP.PLAN_KEPT,
      atMs,
      order,
      text,
    } as const
    awardOfDay(book, kept, dayName(tradingDayMs(atMs)), PAID_A_DAY)
  }
  const text = `${pair} result ${r < 0 ? '−' : '+'}${Math.abs(r).toFixed(2)} R`
  award(book, { key: `order:${order}:RESULT`, reason: 'RESULT', xp: resultXp(trade), atMs, order, text })
}

function countInDay({ day, week }: KindBook, login: string, trade: ClosedTrade, byHand: boolean): void {
  day.closed.add(trade.order)
  week.closed.add(trade.order)
  if (byHand) day.byHand++
  if (trade.netCents < 0) loginDay(day, login).losses++
}

function countResult(book: KindBook, trade: ClosedTrade, proof: BadgeProof): void {
  tally(book.trades, proof, 100)
  if (trade.netCents > 0) tally(book.wins, proof, 10)
  if (trade.netCents > 0 && hasReachedTarget(trade)) tally(book.atTarget, proof, 50)
  if (trade.netCents > 0 && trade.reason === 'target' && hasReachedTarget(trade))
    meetDepth(book, trade.order, proof)
  else book.depths.delete(trade.order)
}

/** What the plan paid, before cost: a close at its target's price or beyond. */
const hasReachedTarget = ({ side, close, target }: ClosedTrade): boolean =>
  side === 'buy' ? close >= target : close <= target

/** The depth of a trade is told before its end or after it: whichever comes second counts it. */
export function meetDepth(book: KindBook, order: ClosedTrade['order'], word: number | BadgeProof): void {
  const other = book.depths.get(order)
  if (other === undefined || typeof other === typeof word) {
    book.depths.set(order, word)
    return
  }
  book.depths.delete(order)
  const [depth, proof] = typeof word === 'number' ? [word, other] : [other, word]
  if (typeof depth === 'number' && typeof proof === 'object' && depth >= DEEP) tally(book.diamonds, proof, 10)
}

function countInAccount(account: AccountRecord, trade: ClosedTrade, proof: BadgeProof): void {
  const { netCents, r, pair, closeMs } = trade
  if (netCents > 0) account.row = [...account.row, proof].slice(-MOST_WINS_IN_A_ROW)
  if (netCents < 0) account.row = []
  account.clean = [...account.clean, proof].slice(-MOST_CLEAN)
  const name = monthName(closeMs)
  // A trade that is told after its month counts for none.
  if (name > account.month.name) account.month = { name, microR: 0, proofs: [] }
  if (name === account.month.name) {
    account.month.microR += Math.round(r * MICRO)
    account.month.proofs.push(proof)
  }
  const known = account.pairs.get(pair) ?? { n: 0, netCents: 0, proofs: [] }
  const proofs = [...known.proofs, proof].slice(-PROOFS_OF_PAIR)
  account.pairs.set(pair, { n: known.n + 1, netCents: known.netCents + netCents, proofs })
}

/** Closed by a person, at the terminal or through the desk, before its time exit: not by a flatten, and by no standing rule. */
function isByHand({ reason, closeMs }: ClosedTrade, order: OrderFacts | undefined): boolean {
  if (!order || order.flattened || (order.timeExitMs !== null && closeMs >= order.timeExitMs)) return false
  return reason === 'manual' || (reason === 'command' && order.closedByPerson)
}

/** Panic, on facts: by hand, at a loss, before stop, target or time exit had their say. */
function breakRule(book: KindBook, login: string, { order, pair, closeMs: atMs }: ClosedTrade): void {
  const text = `${pair} was closed by hand at a loss, before its plan`
  if (ruleBroken(book, { key: `order:${order}:PANIC`, atMs, order, text }, XP.RULE_BROKEN))
    accountOf(book, login).clean = []
}
