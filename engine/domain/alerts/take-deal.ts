/** Fills, in and out, and the trades that they end as. */
import type { EventOf } from '../../contracts/events.ts'
import { MAGIC, type Deal } from '../../contracts/wire/index.ts'
import { dealFact, isSameDeal } from '../fire/order-facts.ts'
import { nextOrderState } from '../fire/order-machine.ts'
import { netCents, openLots } from '../fire/trade.ts'
import { keepNewest, positionKey } from './alert-state.ts'
import { courseOf, stageOf, together, type Ordered } from './course.ts'
import { become, bind, courseBehind, dealsOf, lookOf, sayChanged } from './take-order.ts'
import { sayExternal } from './take-position.ts'
import { loginNow, placeOf, tell, type Taking } from './telling.ts'

/** Positions whose deal in was not told: they wait for seconds. */
const MOST_STRAYS = 100

export function dealDone(taking: Taking, event: EventOf<'dealDone'>): void {
  const { terminal, order: id, deal, atMs } = event
  const { strays } = taking.state
  const course = id === null ? undefined : courseBehind(taking.state, id)
  const key = positionKey(loginNow(taking.state, terminal), deal.position)
  const others = (strays.get(key) ?? []).filter(stray => !isSameDeal(stray, deal))
  if (id === null) {
    strays.set(key, [...others, deal])
    keepNewest(strays, MOST_STRAYS)
    if (deal.magic !== MAGIC) sayExternal(taking, terminal, deal.position, deal.symbol)
  }
  if (!course) return
  strays.delete(key)
  const known = course.order.deals
  const fresh = [deal, ...others].filter(one => !known.some(old => isSameDeal(old, one)))
  if (fresh.length > 0) addDeals(taking, course, fresh, atMs)
}

function addDeals(taking: Taking, course: Ordered, fresh: readonly Deal[], atMs: number): void {
  const { order } = course
  const before = { look: lookOf(course), stage: stageOf(course) }
  if (order.state === 'closed') order.told = order.deals.length
  order.deals.push(...fresh)
  for (const { position } of fresh.slice(0, 1)) bind(taking.state, order, position)
  become(order, nextOrderState(order.state, dealFact(dealsOf(order))))
  if (fresh.some(deal => deal.entry === 'in')) sayFilled(taking, course)
  if (openLots(order.deals) > 0)
    for (const deal of fresh) if (deal.entry === 'out') sayPartial(taking, course, deal)
  sayChanged(taking, course, before, atMs)
}

/** Every part changes the same alert, as long as there may be another one. */
function sayFilled(taking: Taking, course: Ordered): void {
  const fact = { kind: 'filled', course: courseOf(course) } as const
  const over = course.order.state !== 'partlyFilled'
  tell(taking, `filled:${course.order.recorded.order}`, { fact, at: course.at, over })
}

function sayPartial(taking: Taking, course: Ordered, deal: Deal): void {
  const fact = {
    kind: 'partial',
    course: courseOf(course),
    deal: deal.deal,
    lots: Number(deal.lots),
    leftLots: openLots(course.order.deals),
    price: deal.price,
    netCents: netCents([deal]),
  } as const
  // Two accounts may number their deals alike.
  const key = `partial:${course.order.recorded.order}:${deal.deal}`
  tell(taking, key, { fact, at: course.at, over: true })
}

/** A part that was filled after the trade was closed ends as a trade of its own. */
export function tradeClosed(taking: Taking, { trade, atMs }: EventOf<'tradeClosed'>): void {
  const course = courseBehind(taking.state, trade.order)
  const first = `closed:${trade.order}`
  if (!course) {
    const at = placeOf(taking.state, trade.terminal, trade.kind)
    return tell(taking, first, { fact: { kind: 'closed', course: null, trade }, at, over: true })
  }
  const { order } = course
  if (order.ends.includes(trade.dealOut)) return
  const before = { look: lookOf(course), stage: stageOf(course) }
  order.trade = together(order.trade, trade)
  order.ends.push(trade.dealOut)
  const key = order.ends.length === 1 ? first : `${first}:${trade.dealOut}`
  tell(taking, key, { fact: { kind: 'closed', course: courseOf(course), trade }, at: course.at, over: true })
  sayChanged(taking, course, before, atMs)
}
