/** The life of an order, from its record to its last deal. */
import type { EventOf } from '../../contracts/events.ts'
import type { OrderState } from '../../contracts/index.ts'
import type { Deal } from '../../contracts/wire/index.ts'
import {
  dealFact,
  isSameDeal,
  isUnfilled,
  unfilledEnd,
  VERDICT_FACTS,
  type OrderDeals,
} from '../../domain/fire/order-facts.ts'
import { isExposed, mayWait, nextOrderState } from '../../domain/fire/order-machine.ts'
import { filledLots } from '../../domain/fire/trade.ts'
import { isByPerson, lastCancel } from './cancels.ts'
import { dealKey, ticketKey, ticketNow, type DeskState, type OrderRecord } from '../desk-state.ts'
import { countShot } from '../guards/fold-account.ts'
import { ghostOfOrder } from '../missions/ghost-fold.ts'

export function orderRecorded(desk: DeskState, event: EventOf<'orderRecorded'>): void {
  desk.orders.set(event.order, {
    recorded: event,
    loginHash: desk.logins.get(event.terminal) ?? '',
    state: 'recorded',
    verdict: null,
    position: null,
    ticket: null,
    filledLots: null,
    deals: [],
    told: 0,
    text: 'Recorded.',
    sinceMs: event.atMs,
  })
  desk.exposed.add(event.order)
  if (event.waitsUntilMs !== undefined) desk.waiting.add(event.order)
  const mission = desk.missions.get(event.mission)
  if (mission) Object.assign(mission, { state: 'fired', order: event.order })
  desk.autoDenied.delete(event.mission)
  countShot(desk, event)
}

export function orderSent(desk: DeskState, { order: id, atMs }: EventOf<'orderSent'>): void {
  const order = desk.orders.get(id)
  if (order) settle(desk, order, nextOrderState(order.state, 'sent'), atMs)
}

function settle(desk: DeskState, order: OrderRecord, state: OrderState | null, atMs: number): void {
  if (state !== null && state !== order.state) become(desk, order, state, atMs)
  const { order: id, waitsUntilMs } = order.recorded
  if (waitsUntilMs !== undefined && (mayWait(order.state) || restMayWait(order))) desk.waiting.add(id)
  else desk.waiting.delete(id)
}

/** A part of it is open, more was ordered, and the terminal has not said that no more will be filled. */
function restMayWait({ state, verdict, deals, recorded }: OrderRecord): boolean {
  const isOpenEnded = verdict === null || verdict === 'placed' || verdict === 'unknown'
  return isOpenEnded && isExposed(state) && filledLots(deals) < recorded.lots
}

function become(desk: DeskState, order: OrderRecord, state: OrderState, atMs: number): void {
  order.state = state
  order.sinceMs = atMs
  const { order: id } = order.recorded
  if (isExposed(state)) desk.exposed.add(id)
  else desk.exposed.delete(id)
  const end = isUnfilled(state) ? endOfMission(desk, order, atMs) : null
  ghostOfOrder(desk, order.recorded.mission, state, end)
  const mission = desk.missions.get(order.recorded.mission)
  if (!mission) return
  if (state === 'filled' || state === 'partlyFilled') mission.state = 'filled'
  else if (state === 'closed' || state === 'settled') mission.state = 'closed'
  else if (end !== null) mission.state = end
}

function endOfMission(desk: DeskState, { recorded, state, ticket }: OrderRecord, atMs: number) {
  const { order, waitsUntilMs = null } = recorded
  const cancel = lastCancel(desk, order)
  const taken = cancel && (isByPerson(cancel) ? 'person' : 'rule')
  return unfilledEnd({ state, waitsUntilMs, ticket, taken }, atMs)
}

export function orderAnswered(desk: DeskState, event: EventOf<'orderAnswered'>): void {
  const order = desk.orders.get(event.order)
  if (!order) return
  order.text = event.text
  order.verdict = event.is
  order.ticket = event.ticket ?? order.ticket
  if (event.position) bind(desk, order, event.position)
  order.filledLots = event.lots === undefined ? order.filledLots : Number(event.lots)
  settle(desk, order, nextOrderState(order.state, VERDICT_FACTS[event.is]), event.atMs)
  // Its deals may have been told first: then this says whether they are all.
  if (order.state === 'partlyFilled')
    settle(desk, order, nextOrderState(order.state, dealFact(dealsOf(order))), event.atMs)
}

export function orderBecame(desk: DeskState, event: EventOf<'orderBecame'>): void {
  const order = desk.orders.get(event.order)
  if (!order) return
  order.text = event.why
  settle(desk, order, event.state, event.atMs)
}

/** Ended by a person, without a result. A deal that comes all the same opens or closes it as any late one. */
export function orderSettled(desk: DeskState, { order: id, atMs }: EventOf<'orderSettled'>): void {
  const order = desk.orders.get(id)
  if (!order || !isExposed(order.state)) return
  order.text = 'Ended by hand: the terminal has no trace of it.'
  settle(desk, order, 'settled', atMs)
}

function bind(desk: DeskState, order: OrderRecord, position: NonNullable<OrderRecord['position']>): void {
  order.position = position
  desk.positions.set(ticketKey(order.loginHash, position), order.recorded.order)
}

export function dealDone(desk: DeskState, { terminal, order: id, deal, atMs }: EventOf<'dealDone'>): void {
  desk.deals.add(dealKey(terminal, deal))
  const order = id ? desk.orders.get(id) : undefined
  const key = ticketNow(desk, terminal, deal.position)
  const strays = (desk.strays.get(key) ?? []).filter(stray => !isSameDeal(stray, deal))
  if (!order) {
    desk.strays.set(key, [...strays, deal])
    return
  }
  desk.strays.delete(key)
  const isNew = (one: Deal): boolean => !order.deals.some(known => isSameDeal(known, one))
  const fresh = [deal, ...strays].filter(isNew)
  if (fresh.length === 0) return
  if (order.state === 'closed') order.told = order.deals.length
  order.deals.push(...fresh)
  bind(desk, order, deal.position)
  settle(desk, order, nextOrderState(order.state, dealFact(dealsOf(order))), atMs)
}

/**
 * Those that no trade has told. A part that is filled late, after the first was closed, is a trade of its own: so every deal's
 * money counts once, whatever the order in which they come.
 */
export const untoldDeals = ({ deals, told }: OrderRecord): Deal[] => deals.slice(told)

const dealsOf = ({ recorded, filledLots: filled, deals, told }: OrderRecord): OrderDeals => ({
  lots: recorded.lots,
  filledLots: filled,
  deals,
  told,
})
