import { Origin } from '../../contracts/commands.ts'
import type { EventOf } from '../../contracts/events.ts'
import { tradingDayMs } from '../market/session-clock.ts'
import { ruleBroken } from './award.ts'
import { awardBadges } from './badges.ts'
import {
  accountOf,
  countOnce,
  kindOf,
  loginOf,
  orderAt,
  positionKey,
  tally,
  type Campaign,
  type KindBook,
} from './campaign-book.ts'
import { payChallenges } from './challenges.ts'
import { loginDay } from './day-facts.ts'
import { dayName } from './day-name.ts'
import { XP } from './xp.ts'

/** Missions that came to nothing are not told of in the end: so many are kept. */
const MISSIONS = 300

const STANDING_ORDERS: ReadonlySet<string> = new Set<Origin>(['auto', 'replay'])
/** Asked for by somebody, not by a standing order or a rule of the desk. */
const isPerson = (origin: string): boolean => Origin.safeParse(origin).success && !STANDING_ORDERS.has(origin)

export function missionIssued(campaign: Campaign, { mission }: EventOf<'missionIssued'>): void {
  const { missions } = campaign
  const { id, kind: account, terminal, timeExitMs } = mission
  missions.set(id, { account, login: loginOf(campaign, terminal), timeExitMs })
  const [oldest] = missions.keys()
  if (missions.size > MISSIONS && oldest !== undefined) missions.delete(oldest)
}

export function missionDeclined(campaign: Campaign, event: EventOf<'missionDeclined'>): void {
  const { mission, reason, freshness, atMs } = event
  const account = campaign.missions.get(mission)?.account
  // A mission that was cancelled with everything, or of before its freshness was told, was not decided by itself.
  if (account === undefined || freshness === undefined || reason.trim() === '') return
  const book = kindOf(campaign, account)
  if (!countOnce(book, `decided ${mission}`)) return
  book.day.acts++
  book.day.passed++
  if (freshness === 'FRESH') {
    book.day.fresh++
    tally(book.fresh, { order: null, mission, atMs }, 20)
    awardBadges(campaign, book, atMs)
  }
  payChallenges(book, atMs)
}

export function orderRecorded(campaign: Campaign, event: EventOf<'orderRecorded'>): void {
  const { order, mission, terminal, account, side, stop, origin, freshness, atMs } = event
  const book = kindOf(campaign, account)
  if (!countOnce(book, `fired ${order}`)) return
  const login = loginOf(campaign, terminal)
  const timeExitMs = campaign.missions.get(mission)?.timeExitMs ?? null
  campaign.orders.set(order, { account, login, side, stop, timeExitMs, position: null, closedByPerson: false, flattened: false }) // prettier-ignore
  shotTried(book, login)
  if (!isPerson(origin)) return
  book.day.acts++
  if (freshness === 'FRESH' && countOnce(book, `decided ${mission}`)) {
    book.day.fresh++
    tally(book.fresh, { order, mission, atMs }, 20)
    awardBadges(campaign, book, atMs)
  }
  payChallenges(book, atMs)
}

/** A shot of a person that was denied was tried all the same. It has no name: the mission and the moment are one. */
export function fireDenied(campaign: Campaign, { mission, origin, atMs }: EventOf<'fireDenied'>): void {
  const known = campaign.missions.get(mission)
  if (!known || !isPerson(origin)) return
  const book = kindOf(campaign, known.account)
  if (countOnce(book, `denied ${mission} ${atMs}`)) shotTried(book, known.login)
}

function shotTried({ day }: KindBook, login: string): void {
  const of = loginDay(day, login)
  if (of.losses >= 2) of.shotAfterTwo = true
  if (of.warned) of.shotWhenWarned = true
  if (of.tilt === 'watched') of.tilt = 'tried'
}

/** One of its deals, or its verdict, says which position it became. */
export function positionTold(
  campaign: Campaign,
  order: EventOf<'orderAnswered'>['order'],
  ticket: string,
): void {
  const facts = campaign.orders.get(order)
  if (!facts || facts.position === ticket) return
  facts.position = ticket
  campaign.positions.set(positionKey(facts.login, ticket), order)
}

/** The last word counts: a part that a person took makes nobody's hand of the rule that closes the rest. */
export function closeRequested(campaign: Campaign, event: EventOf<'closeRequested'>): void {
  const found = orderAt(campaign, event.terminal, event.position)
  if (found) found[1].closedByPerson = isPerson(event.origin)
}

/** From here on the last word about everything that is open there is to close it, by whatever hand: the desk itself says so of what is left. */
export function flattenRequested(campaign: Campaign, { terminal }: EventOf<'flattenRequested'>): void {
  const login = loginOf(campaign, terminal)
  for (const order of campaign.orders.values())
    if (order.login === login) Object.assign(order, { flattened: true, closedByPerson: false })
}

/** What a flatten has left open until then is meant to be. */
export function resumed({ orders }: Campaign): void {
  for (const order of orders.values()) order.flattened = false
}

/** Further than it was when it was fired, or gone: the risk that was agreed to is not the risk any more. */
export function stopChanged(
  campaign: Campaign,
  { terminal, position, stop, atMs }: EventOf<'stopChanged'>,
): void {
  const [id, order] = orderAt(campaign, terminal, position) ?? []
  if (!id || !order) return
  const isWider = stop === null || (order.side === 'buy' ? stop < order.stop : stop > order.stop)
  if (!isWider) return
  const book = kindOf(campaign, order.account)
  const text = stop === null ? 'a stop was taken away' : 'a stop was moved further away'
  if (ruleBroken(book, { key: `order:${id}:STOP_WIDENED`, atMs, order: id, text }, XP.RULE_BROKEN))
    accountOf(book, order.login).clean = []
}

/** Costs once a day and kind of limit, however often it is tried. The day is its own: told again later it is no other. */
export function limitTried(campaign: Campaign, event: EventOf<'limitTried'>): void {
  const { account, loginHash, what, text, atMs } = event
  const book = kindOf(campaign, account)
  const key = `limit:${dayName(tradingDayMs(atMs))}:${what}`
  ruleBroken(book, { key, atMs, text }, XP.RULE_BROKEN)
  accountOf(book, loginHash).clean = []
}
