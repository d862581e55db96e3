/** An order from its record to the last word about it. Its deals: take-deal.ts. */
import type { AlertFact } from '../../contracts/alerts.ts'
import type { EventOf } from '../../contracts/events.ts'
import type { Ticket, Ulid } from '../../contracts/primitives.ts'
import type { OrderState } from '../../contracts/vocabulary.ts'
import { BY_RULE, dealFact, unfilledEnd, VERDICT_FACTS, type OrderDeals } from '../fire/order-facts.ts'
import { nextOrderState } from '../fire/order-machine.ts'
import { positionKey, type AlertState } from './alert-state.ts'
import { courseOf, isOrdered, newOrder, stageOf, whyOf, type OrderCourse, type Ordered } from './course.ts'
import { sayExpired, sayMission } from './take-mission.ts'
import { notFilledText, settledText, unknownText } from './sentences.ts'
import { finish, loginNow, tell, type Taking } from './telling.ts'

/** The course of an order; undefined: it is not known any more. */
export function courseBehind({ courses, orders }: AlertState, order: Ulid): Ordered | undefined {
  const course = courses.get(orders.get(order) ?? order)
  return course && isOrdered(course) && course.order.recorded.order === order ? course : undefined
}

export function orderRecorded(taking: Taking, event: EventOf<'orderRecorded'>): void {
  const { state } = taking
  const course = state.courses.get(event.mission)
  if (!course) return
  course.order = newOrder(event, loginNow(state, event.terminal))
  state.orders.set(event.order, event.mission)
  tell(taking, `fired:${event.order}`, { fact: { kind: 'fired', course: courseOf(course) }, at: course.at })
  sayMission(taking, course)
}

/** Folds a word about an order, and tells what of its course looks otherwise than before. */
function follow(taking: Taking, id: Ulid, atMs: number, change: (order: OrderCourse) => void): void {
  const course = courseBehind(taking.state, id)
  if (!course) return
  const before = { look: lookOf(course), stage: stageOf(course) }
  change(course.order)
  sayChanged(taking, course, before, atMs)
}

export type Look = Readonly<{ look: string; stage: ReturnType<typeof stageOf> }>

/** What of a course a word about its order may change, as text: its deals and trades are only ever more. */
export function lookOf(course: Ordered): string {
  const { ticket, deals, ends } = course.order
  return [stageOf(course), ticket, deals.length, ends.length, whyOf(course)].join(' ')
}

export function sayChanged(taking: Taking, course: Ordered, before: Look, atMs: number): void {
  const { order } = course
  // No more parts of it are to come.
  if (order.state !== 'partlyFilled') finish(taking, `filled:${order.recorded.order}`)
  if (lookOf(course) === before.look) return
  sayMission(taking, course)
  sayFired(taking, course)
  const stage = stageOf(course)
  if (stage === before.stage) return
  if (stage === 'unknown') sayUnknown(taking, course, false)
  else if (before.stage === 'unknown') sayUnknown(taking, course, true)
  if (stage === 'notFilled') sayNotFilled(taking, course, atMs)
}

/** Told once more with what has become of it, and then left as it is. */
function sayFired(taking: Taking, course: Ordered): void {
  const key = `fired:${course.order.recorded.order}`
  if (taking.state.alerts.get(key)?.over !== false) return
  const over = !['fired', 'unknown'].includes(stageOf(course))
  tell(taking, key, { fact: { kind: 'fired', course: courseOf(course) }, at: course.at, over })
}

function sayUnknown(taking: Taking, course: Ordered, isKnown: boolean): void {
  const text = unknownText(course.order, isKnown)
  const fact: AlertFact = {
    kind: 'trouble',
    what: 'orderUnknown',
    text,
    course: courseOf(course),
    ...(isKnown ? { cleared: true } : {}),
  }
  tell(taking, `unknown:${course.order.recorded.order}`, { fact, at: course.at, over: isKnown })
}

/** Over its time, or taken back by a rule, it has expired; whoever took it back by hand knows; the rest is worth a look. */
function sayNotFilled(taking: Taking, course: Ordered, atMs: number): void {
  const { state, ticket, taken, recorded } = course.order
  const { order, waitsUntilMs = null } = recorded
  const end = unfilledEnd({ state, waitsUntilMs, ticket, taken: taken && taken.by }, atMs)
  if (end === 'declined') return
  if (end === 'expired' || (state === 'cancelled' && taken?.by === 'rule')) return sayExpired(taking, course)
  const fact = { kind: 'trouble', what: 'notFilled', text: notFilledText(course.order), course: courseOf(course) } as const // prettier-ignore
  tell(taking, `notFilled:${order}`, { fact, at: course.at, over: true })
}

export const orderSent = (taking: Taking, { order, atMs }: EventOf<'orderSent'>): void =>
  follow(taking, order, atMs, one => become(one, nextOrderState(one.state, 'sent')))

export function orderAnswered(taking: Taking, event: EventOf<'orderAnswered'>): void {
  const { order, is, text, ticket, position, lots, atMs } = event
  follow(taking, order, atMs, one => {
    one.text = text
    one.ticket = ticket ?? one.ticket
    if (position) bind(taking.state, one, position)
    one.filledLots = lots === undefined ? one.filledLots : Number(lots)
    become(one, nextOrderState(one.state, VERDICT_FACTS[is]))
    // Its deals may have been told first: then this says whether they are all.
    if (one.state === 'partlyFilled') become(one, nextOrderState(one.state, dealFact(dealsOf(one))))
  })
}

export const orderBecame = (taking: Taking, { order, state, why, atMs }: EventOf<'orderBecame'>): void =>
  follow(taking, order, atMs, one => {
    one.text = why
    become(one, state)
  })

/** A person ended it, without a result. */
export function orderSettled(taking: Taking, { order, atMs }: EventOf<'orderSettled'>): void {
  const course = courseBehind(taking.state, order)
  if (!course || !['fired', 'unknown', 'filled'].includes(stageOf(course))) return
  follow(taking, order, atMs, one => {
    one.text = 'Ended by hand: the terminal has no trace of it.'
    become(one, 'settled')
  })
  const fact = { kind: 'trouble', what: 'orderSettled', text: settledText(course.order), course: courseOf(course) } as const // prettier-ignore
  tell(taking, `settled:${order}`, { fact, at: course.at, over: true })
}

export function cancelRequested({ state }: Taking, { order, origin, why }: EventOf<'cancelRequested'>): void {
  const course = courseBehind(state, order)
  if (course) course.order.taken = { by: origin === BY_RULE ? 'rule' : 'person', why }
}

/** A fact that makes no sense in its state changes nothing. */
export function become(order: OrderCourse, state: OrderState | null): void {
  order.state = state ?? order.state
}

export function bind({ positions }: AlertState, order: OrderCourse, position: Ticket): void {
  order.position = position
  positions.set(positionKey(order.login, position), order.recorded.mission)
}

export const dealsOf = ({ recorded, filledLots, deals, told }: OrderCourse): OrderDeals => ({
  lots: recorded.lots,
  filledLots,
  deals,
  told,
})
